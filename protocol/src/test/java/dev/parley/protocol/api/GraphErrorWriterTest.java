package dev.parley.protocol.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.protocol.json.Path;
import dev.parley.protocol.json.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;

class GraphErrorWriterTest {

  private static final Path ROW = Path.root().field("rows").index(3);

  @Test
  void the_first_problem_decides_and_all_are_listed() {
    var first =
        new Problem(
            "$.rows[3].title",
            "has 31 characters, at most 24 are allowed",
            131009,
            null,
            "Row title is too long. Max length is 24");
    var error = ApiError.of(List.of(first, Problem.missing(ROW.field("id"))));
    assertThat(GraphErrorWriter.envelope(error, "A0123456789abcdefghijkl"))
        .hasToString(
            "{\"error\":{\"message\":\"(#131009) Parameter value is not valid\","
                + "\"type\":\"OAuthException\",\"code\":131009,\"error_data\":{"
                + "\"messaging_product\":\"whatsapp\",\"details\":\"Row title is too long."
                + " Max length is 24: $.rows[3].title has 31 characters, at most 24 are allowed"
                + " (and one more problem)\",\"problems\":["
                + "{\"path\":\"$.rows[3].title\",\"problem\":\"has 31 characters, at most 24 are"
                + " allowed\",\"code\":131009},"
                + "{\"path\":\"$.rows[3].id\",\"problem\":\"is missing\",\"code\":131008}]},"
                + "\"fbtrace_id\":\"A0123456789abcdefghijkl\"}}");
  }

  @Test
  void a_body_that_is_no_json_lists_no_places() {
    var error = ApiError.of(List.of(Problem.ofDocument("is not valid UTF-8")));
    assertThat(GraphErrorWriter.envelope(error, "A"))
        .hasToString(
            "{\"error\":{\"message\":\"(#100) Invalid JSON in request body\","
                + "\"type\":\"OAuthException\",\"code\":100,\"error_data\":{"
                + "\"messaging_product\":\"whatsapp\",\"details\":\"The body is not valid UTF-8\","
                + "\"problems\":[]},\"fbtrace_id\":\"A\"}}");
  }

  @Test
  void an_id_that_names_nothing_is_a_method_exception() {
    var written = GraphErrorWriter.envelope(ApiError.noSuchObject("POST", "42"), "A").toString();
    assertThat(written)
        .contains("\"message\":\"Unsupported post request. Object with ID '42' does not exist")
        .contains("\"type\":\"GraphMethodException\",\"code\":100,\"error_subcode\":33")
        .doesNotContain("error_data");
  }

  @Test
  void a_failed_status_repeats_the_title_and_says_where_to_read() {
    var error =
        ApiError.of(
            ErrorCode.RE_ENGAGEMENT,
            "Message failed to send because more than 24 hours have passed since the customer"
                + " last replied to this number.");
    assertThat(GraphErrorWriter.inStatus(error))
        .hasToString(
            "{\"code\":131047,\"title\":\"Re-engagement message\","
                + "\"message\":\"Re-engagement message\",\"error_data\":{\"details\":\"Message"
                + " failed to send because more than 24 hours have passed since the customer last"
                + " replied to this number.\"},\"href\":"
                + "\"/documentation/business-messaging/whatsapp/support/error-codes\"}");
  }

  @Test
  void an_error_of_template_management_tells_the_person_at_the_screen() {
    var error = ApiError.of(ErrorSubcode.TEMPLATE_EXISTS, "hello_world has en_US already");
    assertThat(GraphErrorWriter.envelope(error, "A").toString())
        .contains(
            "\"code\":100,\"error_subcode\":2388024,\"is_transient\":false,"
                + "\"error_user_title\":\"Content in This Language Already Exists\","
                + "\"error_user_msg\":\"The template has this language already.\"");
  }
}
