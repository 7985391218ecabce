package dev.parley.server.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.protocol.api.ErrorCode;
import dev.parley.protocol.json.JsonArray;
import dev.parley.server.corpus.Answer;
import dev.parley.server.corpus.Running;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ErrorRoutesTest extends Running {

  @Test
  void the_whole_catalogue_is_there_without_a_key() {
    Answer answer = sandbox().call("GET", "/errors").empty();
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).startsWith("application/json");
    assertThat(answer.json().get("errors"))
        .isInstanceOfSatisfying(
            JsonArray.class,
            errors -> assertThat(errors.size()).isEqualTo(ErrorCode.values().length));
    assertThat(answer.body())
        .contains(
            """
            {"code":131056,"name":"PAIR_RATE_LIMIT","family":"throttling",\
            "title":"(Business Account, Consumer Account) pair rate limit hit",\
            "title_verified":true,"http_status":400,"mode":"both",\
            "when":"More than one message in 6 s to one user after a burst of 45.",\
            "retry":{"class":"pair_back_off","advice":"Yes, to this user after 4^X seconds: 1, 4,\
             16 …"},"link":"https://developers.facebook.com/documentation/\
            """);
  }

  @Test
  void one_code_is_shown_with_its_subcodes_and_found_by_them() {
    Answer byCode = sandbox().call("GET", "/errors?code=100").empty();
    assertThat(byCode.member("errors.0.name")).isEqualTo("INVALID_PARAMETER");
    assertThat(byCode.body())
        .contains("{\"subcode\":2388024,\"name\":\"TEMPLATE_EXISTS\",\"title\":\"Content in This");
    assertThat(sandbox().call("GET", "/errors?code=2388024").empty().body())
        .isEqualTo(byCode.body());
  }

  @Test
  void a_code_that_is_unknown_or_no_number_is_told() {
    Answer unknown = sandbox().call("GET", "/errors?code=999").empty();
    assertThat(unknown.status()).isEqualTo(404);
    assertThat(unknown.details()).isEqualTo("the catalogue has no code 999");
    Answer word = sandbox().call("GET", "/errors?code=window").empty();
    assertThat(word.status()).isEqualTo(400);
    assertThat(word.details()).isEqualTo("code is window, must be a number such as 131009");
  }

  @Test
  void a_browser_gets_a_page_that_needs_nothing_from_elsewhere() {
    Answer asked = sandbox().call("GET", "/errors").header("Accept", "text/html,*/*;q=0.8").empty();
    Answer page = sandbox().call("GET", "/errors.html").empty();
    assertThat(asked.body()).isEqualTo(page.body());
    assertThat(page.header("Content-Type")).startsWith("text/html");
    assertThat(page.header("Content-Security-Policy"))
        .contains("default-src 'none'", "script-src 'self'")
        .doesNotContain("unsafe");
    assertThat(page.body()).doesNotContain("style=\"", "<style", "src=\"http", "onclick");
    Arrays.stream(ErrorCode.values())
        .forEach(code ->
            assertThat(page.body()).contains("<article id=\"%d\">".formatted(code.number())));
    assertThat(page.body()).contains("User's number is part of an experiment");
    assertThat(sandbox().call("GET", "/errors.css").empty().header("Content-Type"))
        .startsWith("text/css");
    assertThat(sandbox().call("GET", "/errors.js").empty().header("Content-Type"))
        .startsWith("text/javascript");
  }
}
