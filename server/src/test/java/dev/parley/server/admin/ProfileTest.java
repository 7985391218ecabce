package dev.parley.server.admin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.server.corpus.Answer;
import dev.parley.server.corpus.Running;
import dev.parley.server.corpus.Sandbox;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The business profile, in both dialects. Source: reference, platform.md §5; verified.md §4;
/// observed.md §5.
class ProfileTest extends Running {
  private static final String PROFILE = "/v25.0/" + Sandbox.NUMBER + "/whatsapp_business_profile";

  private static final String WHOLE =
      """
      {"data":[{"about":"Open till ten","address":"1 Oven Lane","description":"Pizza.",\
      "email":"hello@olive.example","websites":["https://olive.example/","http://o.example"],\
      "vertical":"RESTAURANT","messaging_product":"whatsapp"}]}\
      """;

  @BeforeEach
  void fill() {
    assertThat(
            change(
                    """
                    {"messaging_product":"whatsapp","about":"Open till ten","address":"1 Oven Lane",
                    "description":"Pizza.","email":"hello@olive.example","vertical":"restaurant",
                    "websites":["https://olive.example/","http://o.example"]}\
                    """)
                .body())
        .isEqualTo("{\"success\":true}");
  }

  private Answer change(String body) {
    return sandbox().post(PROFILE).bearer().json(body);
  }

  @Test
  void what_was_set_is_shown_in_both_dialects() {
    assertThat(sandbox().get(PROFILE).body()).isEqualTo(WHOLE);
    for (String path :
        new String[] {"/whatsapp_business_profile", "/v1/settings/business/profile"}) {
      assertThat(sandbox().call("GET", path).d360().empty().body()).isEqualTo(WHOLE);
    }
    assertThat(sandbox().get(PROFILE + "?fields=email,profile_picture_url").body())
        .isEqualTo(
            """
            {"data":[{"email":"hello@olive.example","messaging_product":"whatsapp"}]}\
            """);
  }

  @Test
  void a_change_leaves_alone_what_it_does_not_name() {
    assertThat(
            sandbox()
                .post("/v1/settings/business/profile")
                .d360()
                .json("{\"messaging_product\":\"whatsapp\",\"about\":\"Closed\",\"email\":null}")
                .status())
        .isEqualTo(200);
    assertThat(sandbox().get(PROFILE).body()).isEqualTo(WHOLE.replace("Open till ten", "Closed"));
  }

  @Test
  void empty_values_clear_and_an_empty_profile_names_only_the_product() {
    change(
        """
        {"messaging_product":"whatsapp","address":"","description":"","email":"","vertical":"",
        "websites":[]}\
        """);
    assertThat(sandbox().get(PROFILE).body())
        .isEqualTo("{\"data\":[{\"about\":\"Open till ten\",\"messaging_product\":\"whatsapp\"}]}");
    assertThat(sandbox().get("/" + Sandbox.NUMBER_2 + "/whatsapp_business_profile").body())
        .isEqualTo("{\"data\":[{\"messaging_product\":\"whatsapp\"}]}");
  }

  @Test
  void forms_of_either_kind_are_taken() {
    assertThat(
            sandbox()
                .post(PROFILE)
                .bearer()
                .form(
                    "messaging_product=whatsapp&about=Form&websites=%5B%22https%3A%2F%2Fa.b%22%5D")
                .status())
        .isEqualTo(200);
    String parts =
        "--b\r\nContent-Disposition: form-data; name=\"messaging_product\"\r\n\r\nwhatsapp\r\n"
            + "--b\r\nContent-Disposition: form-data; name=\"description\"\r\n\r\nGr\u00fc\u00dfe"
            + "\r\n--b--\r\n";
    assertThat(
            sandbox()
                .post(PROFILE)
                .bearer()
                .header("Content-Type", "multipart/form-data; boundary=b")
                .body(parts.getBytes(StandardCharsets.UTF_8))
                .status())
        .isEqualTo(200);
    assertThat(sandbox().get(PROFILE).body())
        .contains("\"about\":\"Form\"")
        .contains("\"websites\":[\"https://a.b\"]")
        .contains("Gr\u00fc\u00dfe");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'about':'' | $.about | is empty",
        "'about':' ' | $.about | is empty",
        "'about':'%139' | $.about | has 140 characters, at most 139 are allowed",
        "'about':7 | $.about | must be a string",
        "'address':'%256' | $.address | at most 256",
        "'description':'%512' | $.description | at most 512",
        "'email':'%128' | $.email | at most 128",
        "'email':'ada' | $.email | no email address",
        "'email':'a@b' | $.email | no email address",
        "'websites':'https://a.b' | $.websites | must be an array",
        "'websites':['https://a.b','https://a.b','https://a.b'] | $.websites | has 3 items",
        "'websites':['https://a.b','a.b'] | $.websites[1] | must begin with http",
        "'websites':['https://%256'] | $.websites[0] | at most 256",
        "'websites':[7] | $.websites[0] | is a number",
        "'vertical':'PIZZA' | $.vertical | must be one of",
        "'profile_picture_handle':'4::aW1hZ2U' | $.profile_picture_handle | names no file"
      })
  void a_value_against_a_rule_is_refused_with_its_path(String member, String path, String details) {
    String filled = member;
    for (int max : new int[] {139, 256, 512, 128}) {
      filled = filled.replace("%" + max, "x".repeat(max + 1));
    }
    String body = ("{'messaging_product':'whatsapp'," + filled + "}").replace('\'', '"');
    Answer answer = change(body);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.problems()).containsExactly("100 " + path);
    assertThat(answer.details()).contains(details);
    assertThat(sandbox().get(PROFILE).body()).isEqualTo(WHOLE);
    Answer d360 = sandbox().post("/whatsapp_business_profile").d360().json(body);
    assertThat(d360.problems()).containsExactly("100 " + path);
    assertThat(d360.member("meta.developer_message"))
        .isEqualTo("Invalid payload (" + d360.member("meta.error") + ")")
        .contains("\"fbtrace_id\"");
  }

  @Test
  void all_problems_are_told_at_once() {
    assertThat(change("{\"about\":\"\",\"vertical\":\"x\",\"email\":\"x\"}").problems())
        .containsExactly("100 $.messaging_product", "100 $.about", "100 $.vertical", "100 $.email");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"about\":\"x\"}", ""})
  void the_product_must_be_named(String body) {
    assertThat(change(body).message())
        .isEqualTo("(#100) The parameter messaging_product is required.");
  }

  @Test
  void lengths_at_the_limit_are_taken() {
    assertThat(
            change(
                    "{\"messaging_product\":\"whatsapp\",\"about\":\"%s\",\"description\":\"%s\"}"
                        .formatted("\ud83c\udf55".repeat(139), "x".repeat(512)))
                .status())
        .isEqualTo(200);
  }
}
