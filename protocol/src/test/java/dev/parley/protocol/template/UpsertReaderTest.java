package dev.parley.protocol.template;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.protocol.json.JsonObject;
import dev.parley.protocol.json.JsonReader;
import dev.parley.protocol.json.Problem;
import dev.parley.protocol.json.Reading;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Source: reference, template-kinds.md §2.1.
class UpsertReaderTest {
  private static final String COMPONENTS =
      """
      [{"type":"BODY","add_security_recommendation":true},\
      {"type":"FOOTER","code_expiration_minutes":10},\
      {"type":"BUTTONS","buttons":[{"type":"OTP","otp_type":"COPY_CODE"}]}]\
      """;

  private static Reading<List<TemplateDefinition>> read(String body) {
    return UpsertReader.read((JsonObject) JsonReader.read(body).orThrow());
  }

  @Test
  void each_language_has_its_own_words() {
    var all =
        read("{\"name\":\"code\",\"category\":\"AUTHENTICATION\",\"languages\":[\"en_US\",\"es_ES\",\"sw\"],\"components\":"
                + COMPONENTS
                + "}")
            .orThrow();
    assertThat(all)
        .extracting(TemplateDefinition::language)
        .containsExactly("en_US", "es_ES", "sw");
    assertThat(all)
        .extracting(each -> each.body().text().text())
        .containsExactly(
            "*{{1}}* is your verification code. For your security, do not share this code.",
            "Tu código de verificación es *{{1}}*. Por tu seguridad, no lo compartas.",
            "*{{1}}* is your verification code. For your security, do not share this code.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "`\"languages\":[]` | $.languages",
        "`\"languages\":\"en_US\"` | $.languages",
        "`\"language\":\"en_US\"` | $.language $.languages",
        "`\"languages\":[\"en_US\",\"xx\",\"en_US\"]` | $.languages[1] $.languages[2]",
        "`\"languages\":[\"en_US\"],\"category\":\"MARKETING\"` | $.category",
        "`\"languages\":[\"en_US\"],\"name\":\"Big\"` | $.name",
        "`\"languages\":[\"en_US\"],\"components\":[{\"type\":\"BODY\"},{\"type\":\"BUTTONS\",\"buttons\":[{\"type\":\"OTP\",\"otp_type\":\"COPY_CODE\",\"text\":\"Copy\"}]}]`"
            + " | $.components[1].buttons[0].text",
        "`\"languages\":[\"en_US\"],\"components\":[{\"type\":\"BODY\"},{\"type\":\"BUTTONS\",\"buttons\":[{\"type\":\"OTP\",\"otp_type\":\"FAX\"}]}]`"
            + " | $.components[1].buttons[0].otp_type"
      })
  void what_is_wrong_is_told_at_its_place(String members, String paths) {
    var body =
        JsonObject.builder()
            .put("name", "code")
            .put("category", "AUTHENTICATION")
            .put("components", JsonReader.read(COMPONENTS).orThrow())
            .putAll((JsonObject) JsonReader.read("{" + members + "}").orThrow())
            .build();
    var told =
        switch (UpsertReader.read(body)) {
          case Reading.Ok<List<TemplateDefinition>> ok -> List.<Problem>of();
          case Reading.Wrong<List<TemplateDefinition>>(var problems) -> problems;
        };
    assertThat(told).extracting(Problem::path).containsExactlyInAnyOrder(paths.split(" "));
  }
}
