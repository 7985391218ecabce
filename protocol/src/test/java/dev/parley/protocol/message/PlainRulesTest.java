package dev.parley.protocol.message;

import static dev.parley.protocol.message.Bodies.problems;
import static dev.parley.protocol.message.Bodies.request;
import static dev.parley.protocol.message.Bodies.sends;
import static dev.parley.protocol.message.Bodies.wrong;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.protocol.api.SendRequest.SendMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlainRulesTest {

  @Test
  void a_text_of_4096_characters_passes_and_one_more_has_its_known_wording() {
    assertThat(request(sends("'type':'text','text':{'body':'" + "🍕".repeat(4096) + "'}")))
        .isNotNull();
    var longer = sends("'type':'TEXT','text':{'body':'" + "x".repeat(4097) + "'}");
    assertThat(wrong(longer)).containsExactly("100 $.text.body");
    var problem = problems(longer).getFirst();
    assertThat(problem.message())
        .isEqualTo("(#100) Param text['body'] must be at most 4096 characters long.");
    assertThat(problem.told())
        .isEqualTo("$.text.body has 4097 characters, at most 4096 are allowed");
  }

  @Test
  void a_member_of_the_wrong_type_has_its_known_wording() {
    var problem = problems(sends("'type':'text','text':'hi'")).getFirst();
    assertThat(problem.message()).isEqualTo("(#100) Param text must be a JSON object.");
    assertThat(problem.told()).isEqualTo("$.text is the string \"hi\", must be an object");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{} | 131008 .message_id | 131008 .emoji",
        "{'message_id':'x','emoji':'ok'} | 131009 .message_id | 131009 .emoji",
        "{'message_id':'wamid.QQ==','emoji':'👍👍'} | 131009 .emoji |",
        "{'message_id':'wamid.QQ==','emoji':' '} | 131009 .emoji |",
        "{'message_id':'wamid.QQ==','emoji':1} | 100 .emoji |",
        "{'message_id':'','emoji':''} | 131008 .message_id |"
      })
  void a_wrong_reaction_is_refused(String reaction, String first, String second) {
    var expected =
        java.util.stream.Stream.of(first, second)
            .filter(each -> each != null)
            .map(each -> each.replace(" ", " $.reaction"))
            .toList();
    assertThat(wrong(sends("'type':'reaction','reaction':" + reaction))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{} | 131008 .latitude | 131008 .longitude",
        "{'latitude':91,'longitude':-180.5} | 131009 .latitude | 131009 .longitude",
        "{'latitude':'NaN','longitude':'0x10'} | 131009 .latitude | 131009 .longitude",
        "{'latitude':true,'longitude':{}} | 100 .latitude | 100 .longitude",
        "{'latitude':'','longitude':null} | 131008 .latitude | 131008 .longitude",
        "{'latitude':1e999,'longitude':1} | 131009 .latitude |"
      })
  void a_wrong_location_is_refused(String location, String first, String second) {
    var expected =
        java.util.stream.Stream.of(first, second)
            .filter(each -> each != null)
            .map(each -> each.replace(" ", " $.location"))
            .toList();
    assertThat(wrong(sends("'type':'location','location':" + location))).isEqualTo(expected);
  }

  @Test
  void degrees_may_be_strings() {
    var request =
        request(sends("'type':'location','location':{'latitude':'37.48','longitude':'-1e2'}"));
    assertThat(((SendMessage) request).message()).isEqualTo(new Location(37.48, -100, null, null));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{} | 100 $.contacts",
        "[] | 131009 $.contacts",
        "[7] | 100 $.contacts[0]",
        "[{}] | 131008 $.contacts[0].name",
        "[{'name':{}}] | 131008 $.contacts[0].name.formatted_name",
        "[{'name':{'formatted_name':'A'},'phones':{}}] | 100 $.contacts[0].phones",
        "[{'name':{'formatted_name':'A'},'phones':[{'phone':1}]}] | 100"
            + " $.contacts[0].phones[0].phone",
        "[{'name':{'formatted_name':'A'},'birthday':'2001-02-29'}] | 131009 $.contacts[0].birthday",
        "[{'name':{'formatted_name':'A'},'birthday':'+2001-02-2'}] | 131009 $.contacts[0].birthday",
        "[{'name':{'formatted_name':'A'},'org':[]}] | 100 $.contacts[0].org"
      })
  void wrong_contacts_are_refused(String contacts, String problem) {
    assertThat(wrong(sends("'type':'contacts','contacts':" + contacts))).containsExactly(problem);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'name':'x'} | 131008 $.template.language",
        "{'name':'x','language':'de'} | 100 $.template.language",
        "{'name':'','language':{'code':'de'}} | 131008 $.template.name",
        "{'name':'x','language':{'code':'de'},'components':{}} | 100 $.template.components",
        "{'name':'x','language':{'code':'de'},'components':[{}]} | 131008"
            + " $.template.components[0].type",
        "{'name':'x','language':{'code':'de'},'components':[{'type':'body','parameters':[1]}]} |"
            + " 100 $.template.components[0].parameters[0]"
      })
  void a_wrong_template_is_refused(String template, String problem) {
    assertThat(wrong(sends("'type':'template','template':" + template))).containsExactly(problem);
  }
}
