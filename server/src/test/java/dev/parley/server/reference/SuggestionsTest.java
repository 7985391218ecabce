package dev.parley.server.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.protocol.message.Strictness;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuggestionsTest {

  /// `path → suggestion` of all findings of a body whose members come after the envelope's.
  private static List<String> of(String members) {
    String body =
        ("{'messaging_product':'whatsapp','to':'15550100101'," + members + "}").replace('\'', '"');
    return BodyCheck.of(body.getBytes(StandardCharsets.UTF_8), Strictness.LENIENT)
        .findings()
        .stream()
        .map(each -> each.problem().path() + " → " + Objects.toString(each.suggestion(), "-"))
        .toList();
  }

  @Test
  void a_long_text_is_cut_to_its_limit_at_a_word() {
    assertThat(
            of(
                "'type':'interactive','interactive':{'type':'button','body':{'text':'x'},'action':"
                    + "{'buttons':[{'type':'reply','reply':{'id':'a',"
                    + "'title':'Bring me the bill please'}}]}}"))
        .containsExactly(
            "$.interactive.action.buttons[0].reply.title → shorten it, to \"Bring me the bill\"");
  }

  @Test
  void a_misspelled_word_and_a_misspelled_member_are_guessed() {
    assertThat(of("'type':'txet','text':{'body':'hi'}"))
        .contains("$.type → did you mean \"text\"?");
    assertThat(of("'type':'location','location':{'latitude':1,'longitud':2}"))
        .contains("$.location.longitude → is \"longitud\" meant? Its name is \"longitude\"");
    assertThat(of("'type':'text','text':{'body':'hi','previewUrl':true}"))
        .containsExactly("$.text.previewUrl → did you mean \"preview_url\"?");
    assertThat(of("'type':'text','text':{'body':'hi'},'biz_opaque_calback_data':'x'"))
        .containsExactly("$.biz_opaque_calback_data → did you mean \"biz_opaque_callback_data\"?");
    assertThat(of("'type':'text','text':{'body':'hi'},'colour':'blue'"))
        .containsExactly("$.colour → leave it out");
  }

  @Test
  void a_missing_member_is_shown() {
    assertThat(of("'type':'text'")).containsExactly("$.text → add \"text\": {\"body\":\"…\"}");
    assertThat(of("'type':'reaction','reaction':{'emoji':'👍'}"))
        .containsExactly("$.reaction.message_id → add \"message_id\": \"wamid.…\"");
  }

  @Test
  void a_value_of_another_type_is_turned_into_the_right_one() {
    assertThat(of("'type':'text','text':'hi'")).containsExactly("$.text → write {\"body\":\"hi\"}");
    assertThat(of("'type':'text','text':{'body':7,'preview_url':'TRUE'}"))
        .containsExactly("$.text.body → write \"7\"", "$.text.preview_url → write true");
    assertThat(of("'type':'contacts','contacts':{'name':{'formatted_name':'A','first_name':'A'}}"))
        .containsExactly(
            "$.contacts → put it into an array:"
                + " [{\"name\":{\"formatted_name\":\"A\",\"first_name\":\"A\"}}]");
  }

  @Test
  void a_link_gets_its_scheme_and_an_id_loses_its_spaces() {
    assertThat(
            of(
                "'type':'interactive','interactive':{'type':'cta_url','body':{'text':'x'},'action':"
                    + "{'name':'cta_url','parameters':{'display_text':'x','url':'example.com/a'}}}"))
        .containsExactly("$.interactive.action.parameters.url → write \"https://example.com/a\"");
    assertThat(
            of(
                "'type':'interactive','interactive':{'type':'button','body':{'text':'x'},'action':"
                    + "{'buttons':[{'type':'reply','reply':{'id':' a ','title':'A'}}]}}"))
        .containsExactly("$.interactive.action.buttons[0].reply.id → write \"a\"");
  }

  @ParameterizedTest
  @CsvSource({
    "titel,title,1",
    "tilte,title,1",
    "title,title,0",
    "'',abc,3",
    "kitten,sitting,3",
    "ab,ba,1"
  })
  void letters_are_counted_that_are_wrong(String a, String b, int distance) {
    assertThat(Spelling.distance(a, b)).isEqualTo(distance);
    assertThat(Spelling.distance(b, a)).isEqualTo(distance);
  }

  @Test
  void what_is_too_far_off_is_no_slip() {
    assertThat(Spelling.nearest("colour", List.of("to", "type", "context"))).isEmpty();
    assertThat(Spelling.nearest("x".repeat(5_000), List.of("x".repeat(5_000)))).isEmpty();
  }
}
