package dev.parley.server.admin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.server.corpus.Answer;
import dev.parley.server.corpus.Running;
import dev.parley.server.corpus.Sandbox;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Authentication templates in several languages at once, and what they will say. Source:
/// reference, template-kinds.md §2.1.
class AuthenticationTemplatesTest extends Running {
  private static final String WABA = "/v25.0/" + Sandbox.WABA;

  private Answer upsert(String name, String languages, int minutes) {
    return sandbox()
        .post(WABA + "/upsert_message_templates")
        .bearer()
        .json(
            """
            {"name":"%s","languages":[%s],"category":"AUTHENTICATION","components":[\
            {"type":"BODY","add_security_recommendation":true},\
            {"type":"FOOTER","code_expiration_minutes":%d},\
            {"type":"BUTTONS","buttons":[{"type":"OTP","otp_type":"COPY_CODE"}]}]}\
            """
                .formatted(name, languages, minutes));
  }

  @Test
  void languages_are_created_together_and_later_changed() {
    Answer made = upsert("code_all", "\"en_US\",\"es_ES\"", 10);
    String english = made.member("data.0.id");
    String spanish = made.member("data.1.id");
    assertThat(made.body())
        .isEqualTo(
            """
            {"data":[{"id":"%s","status":"APPROVED","language":"en_US"},\
            {"id":"%s","status":"APPROVED","language":"es_ES"}]}\
            """
                .formatted(english, spanish));
    assertThat(sandbox().get("/v25.0/" + spanish).member("components.1.text"))
        .isEqualTo("Este código caduca en 10 minutos.");

    Answer changed = upsert("code_all", "\"en_US\",\"fr\"", 15);
    assertThat(changed.member("data.0.id")).isEqualTo(english);
    assertThat(changed.member("data.1.id")).isGreaterThan(spanish);
    assertThat(sandbox().get("/v25.0/" + english).member("components.1.text"))
        .isEqualTo("This code expires in 15 minutes.");
  }

  @Test
  void what_would_not_change_is_no_edit_and_a_second_change_in_a_day_is_refused_as_a_whole() {
    upsert("code_again", "\"en_US\"", 10);
    assertThat(upsert("code_again", "\"en_US\"", 20).status()).isEqualTo(200);
    assertThat(upsert("code_again", "\"en_US\"", 20).status()).isEqualTo(200);
    Answer refused = upsert("code_again", "\"de\",\"en_US\"", 30);
    assertThat(refused.code()).isEqualTo(100);
    assertThat(refused.details()).contains("once in 24 hours");
    assertThat(sandbox().get(WABA + "/message_templates?name=code_again&language=de").body())
        .isEqualTo("{\"data\":[]}");
  }

  @Test
  void a_name_that_is_another_kind_of_template_or_locked_is_refused() {
    assertThat(upsert("hello_world", "\"en_US\"", 10).details()).contains("category UTILITY");
    upsert("code_gone", "\"en_US\"", 10);
    sandbox().call("DELETE", WABA + "/message_templates?name=code_gone").bearer().empty();
    assertThat(upsert("code_gone", "\"it\",\"en_US\"", 10).body())
        .contains("\"error_subcode\":2388023");
    assertThat(sandbox().get(WABA + "/message_templates?name=code_gone").body())
        .isEqualTo("{\"data\":[]}");
  }

  @Test
  void previews_show_the_texts_of_each_language() {
    assertThat(
            sandbox()
                .get(
                    WABA
                        + "/message_template_previews?category=AUTHENTICATION"
                        + "&languages=en_US,es_ES&add_security_recommendation=true"
                        + "&code_expiration_minutes=10&button_types=OTP")
                .body())
        .isEqualTo(
            """
            {"data":[{"body":"*{{1}}* is your verification code. For your security, do not share\
             this code.","buttons":[{"text":"Copy code","autofill_text":"Autofill"}],\
            "footer":"This code expires in 10 minutes.","language":"en_US"},\
            {"body":"Tu código de verificación es *{{1}}*. Por tu seguridad, no lo compartas.",\
            "buttons":[{"text":"Copiar código","autofill_text":"Autocompletar"}],\
            "footer":"Este código caduca en 10 minutos.","language":"es_ES"}]}\
            """);
    Answer all = sandbox().get(WABA + "/message_template_previews?category=AUTHENTICATION");
    assertThat(all.member("data.0.language")).isEqualTo("af");
    assertThat(all.member("data.110.language")).isEqualTo("zu");
    assertThat(all.body()).doesNotContain("footer").doesNotContain("buttons");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "languages=en_US | $.category",
        "category=UTILITY | $.category",
        "category=AUTHENTICATION&languages=en | ''",
        "category=AUTHENTICATION&languages=xx | $.languages",
        "category=AUTHENTICATION&code_expiration_minutes=91 | $.code_expiration_minutes",
        "category=AUTHENTICATION&button_types=URL | $.button_types",
        "category=AUTHENTICATION&add_security_recommendation=maybe |"
            + " $.add_security_recommendation"
      })
  void what_can_not_be_shown_is_refused(String query, String path) {
    Answer answer = sandbox().get(WABA + "/message_template_previews?" + query);
    assertThat(answer.status()).isEqualTo(path.isEmpty() ? 200 : 400);
    assertThat(answer.paths())
        .isEqualTo(path.isEmpty() ? java.util.List.of() : java.util.List.of(path));
  }
}
