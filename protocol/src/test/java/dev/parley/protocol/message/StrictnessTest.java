package dev.parley.protocol.message;

import static dev.parley.protocol.message.Bodies.body;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.protocol.api.SendRequest;
import dev.parley.protocol.json.JsonReader;
import dev.parley.protocol.json.Problem;
import dev.parley.protocol.json.Reading;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Where the sources disagree, the lenient reading takes what the strict one refuses; never the
/// other way round.
class StrictnessTest {

  private static final String CARD = "{'name':{'formatted_name':'Ada','first_name':'Ada'}}";

  private static Reading<SendRequest> read(String body, Strictness strictness) {
    return JsonReader.read(body).then(json -> SendRequestReader.read(json, strictness));
  }

  /// A body with a whole envelope and these members.
  private static String sends(String members) {
    return body(
        "'messaging_product':'whatsapp','recipient_type':'individual','to':'15550100101',"
            + members);
  }

  private static List<String> strictly(String body) {
    return switch (read(body, Strictness.STRICT)) {
      case Reading.Ok<SendRequest>(var request) -> List.of();
      case Reading.Wrong<SendRequest>(var problems) ->
          problems.stream().map(each -> each.code() + " " + each.path()).toList();
    };
  }

  private static void passesOnlyLeniently(String body, String problem) {
    assertThat(read(body, Strictness.LENIENT)).isInstanceOf(Reading.Ok.class);
    assertThat(strictly(body)).containsExactly(problem);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'text':{'body':'hi'} | 131008 $.type",
        "'type':'text','text':{'body':'hi','colour':'red'} | 100 $.text.colour",
        "'type':'text','text':{'body':'hi'},'context':{'message_id':'wamid.QQ==','from':'1'} | 100"
            + " $.context.from",
        "'type':'text','text':{'body':'hi'},'category':'utility' | 131051 $.category",
        "'type':'image','image':{'id':600} | 100 $.image.id",
        "'type':'image','image':{'id':'600','provider':{}} | 100 $.image.provider",
        "'type':'reaction','reaction':{'message_id':'wamid.QQ==','emoji':'👍'},"
            + "'context':{'message_id':'wamid.QQ=='} | 131009 $.context",
        "'type':'contacts','contacts':[{'name':{'formatted_name':'Ada'}}] | 131009"
            + " $.contacts[0].name",
        "'type':'interactive','interactive':{'type':'list','body':{'text':'a'},'action':"
            + "{'button':'b','sections':[{'rows':[{'id':'1','title':'x'}]}]}} | 131009"
            + " $.interactive.action.sections[0].title",
        "'type':'interactive','interactive':{'type':'location_request_message','body':"
            + "{'text':'a'},'action':{'name':'send_location','parameters':{}}} | 100"
            + " $.interactive.action.parameters",
        "'type':'template','template':{'name':'a','language':{'code':'de'}} | 131008"
            + " $.template.language.policy",
        "'type':'template','template':{'name':'Order-Ready','language':"
            + "{'code':'de','policy':'deterministic'}} | 131009 $.template.name",
        "'type':'template','template':{'name':'a','language':{'code':'de',"
            + "'policy':'deterministic'},'components':[{'type':'body','parameters':"
            + "[{'type':'text','text':'a    b'}]}]} | 132018"
            + " $.template.components[0].parameters[0].text",
        "'type':'template','template':{'name':'a','language':{'code':'de',"
            + "'policy':'deterministic'},'components':[{'type':'carousel','cards':"
            + "[{'card_index':0}]}]} | 131009 $.template.components[0].cards"
      })
  void what_only_some_sources_allow_passes_leniently(String members, String problem) {
    passesOnlyLeniently(sends(members), problem);
  }

  @Test
  void a_recipient_type_is_required_strictly() {
    passesOnlyLeniently(
        Bodies.sends("'type':'text','text':{'body':'hi'}"), "131008 $.recipient_type");
  }

  @Test
  void an_emoji_counts_once_leniently_and_twice_strictly() {
    assertThat(strictly(sends("'type':'text','text':{'body':'" + "🍕".repeat(2048) + "'}")))
        .isEmpty();
    var text = sends("'type':'text','text':{'body':'" + "🍕".repeat(2049) + "'}");
    passesOnlyLeniently(text, "100 $.text.body");
    assertThat(read(text, Strictness.STRICT))
        .isInstanceOfSatisfying(
            Reading.Wrong.class,
            wrong -> assertThat(wrong.problems().toString()).contains("has 4098 characters"));
  }

  @Test
  void the_body_of_a_list_has_1024_characters_strictly() {
    var list =
        "'type':'interactive','interactive':{'type':'list','body':{'text':'%s'},'action':"
            + "{'button':'b','sections':[{'title':'s','rows':[{'id':'1','title':'x'}]}]}}";
    assertThat(strictly(sends(list.formatted("x".repeat(1024))))).isEmpty();
    passesOnlyLeniently(sends(list.formatted("x".repeat(1025))), "131009 $.interactive.body.text");
  }

  @Test
  void five_contacts_pass_strictly() {
    var contacts = "'type':'contacts','contacts':[%s]";
    var five = String.join(",", java.util.Collections.nCopies(5, CARD));
    assertThat(strictly(sends(contacts.formatted(five)))).isEmpty();
    passesOnlyLeniently(sends(contacts.formatted(five + "," + CARD)), "131009 $.contacts");
  }

  /// A reader that met a problem may not have come to the members behind it.
  @Test
  void unknown_members_are_told_only_where_nothing_else_is_wrong() {
    assertThat(strictly(sends("'type':'image','image':{'id':'','colour':'red'}")))
        .containsExactly("131009 $.image");
    assertThat(strictly(sends("'type':'image','image':{'id':'1','b':1,'a':null}")))
        .containsExactly("100 $.image.b", "100 $.image.a");
  }

  @Test
  void unknown_members_of_the_envelope_pass() {
    assertThat(strictly(sends("'type':'text','text':{'body':'hi'},'preview_url':false"))).isEmpty();
  }

  @Provide
  Arbitrary<Message> messages() {
    return Messages.any();
  }

  @Property(tries = 500)
  void what_passes_strictly_passes_leniently_and_says_the_same(
      @ForAll("messages") Message message, @ForAll long seed) {
    var random = new Random(seed);
    var request = MessageRoundTripTest.request(message);
    var body = random.nextInt(3) == 0 ? request : FuzzTest.broken(request, random);
    switch (SendRequestReader.read(body, Strictness.STRICT)) {
      case Reading.Ok<SendRequest> strict ->
          assertThat(SendRequestReader.read(body)).isEqualTo(strict);
      case Reading.Wrong<SendRequest>(var problems) ->
          assertThat(problems).extracting(Problem::path).doesNotHaveDuplicates();
    }
  }
}
