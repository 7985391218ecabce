package dev.parley.protocol.template;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.protocol.json.Json;
import dev.parley.protocol.json.JsonObject;
import dev.parley.protocol.json.JsonReader;
import dev.parley.protocol.json.Problem;
import dev.parley.protocol.json.Reading;
import dev.parley.protocol.template.DefinedButton.Otp;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// How Meta's pages and its OpenAPI document, and clients, write definitions beside the usual way.
class TemplateWritingTest {
  private static final String OTP =
      "{'type':'BUTTONS','buttons':[{'type':'OTP','otp_type':'ONE_TAP','package_name':"
          + "'com.example.luckyshrub','signature_hash':'K8a%2FAINcGX7'}]}";
  private static final String BODY = "{'type':'BODY','text':'Your table is ready.'}";

  private static JsonObject json(String text) {
    return (JsonObject)
        JsonReader.read(text.replace('\'', '"').getBytes(StandardCharsets.UTF_8)).orThrow();
  }

  private static JsonObject template(String category, String components) {
    return json(
        "{'name':'a_table','language':'en_US','category':'%s','components':[%s]}"
            .formatted(category, components));
  }

  private static TemplateDefinition read(JsonObject template) {
    return TemplateDefinitionReader.read(template).orThrow();
  }

  private static List<String> problems(JsonObject template) {
    return switch (TemplateDefinitionReader.read(template)) {
      case Reading.Ok<TemplateDefinition> ok -> List.of();
      case Reading.Wrong<TemplateDefinition>(var problems) ->
          problems.stream().map(Problem::path).toList();
    };
  }

  /// So in the samples of the OpenAPI document v23.
  @Test
  void the_hash_of_an_app_may_be_written_as_within_a_link() {
    var button = (Otp) read(template("AUTHENTICATION", "{'type':'BODY'}," + OTP)).buttons().get(0);
    assertThat(button.apps()).containsExactly(new Otp.App("com.example.luckyshrub", "K8a/AINcGX7"));
    assertThat(
            problems(template("AUTHENTICATION", "{'type':'BODY'}," + OTP.replace("%2F", "%2FA"))))
        .containsExactly("$.components[1].buttons[0].signature_hash");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{'type':'FOOTER'}", "{'type':'footer','code_expiration_minutes':null}"})
  void a_footer_of_an_authentication_template_without_minutes_is_none(String footer) {
    assertThat(read(template("AUTHENTICATION", "{'type':'BODY'}," + footer + "," + OTP)).footer())
        .isNull();
  }

  @Test
  void minutes_that_are_wrong_are_told_and_other_footers_have_a_text() {
    assertThat(
            problems(
                template(
                    "AUTHENTICATION",
                    "{'type':'BODY'},{'type':'FOOTER','code_expiration_minutes':91}," + OTP)))
        .containsExactly("$.components[1].code_expiration_minutes");
    assertThat(
            problems(
                template("AUTHENTICATION", "{'type':'BODY'},{'type':'FOOTER','text':'a'}," + OTP)))
        .containsExactly("$.components[1].code_expiration_minutes");
    assertThat(problems(template("UTILITY", BODY + ",{'type':'FOOTER'}")))
        .containsExactly("$.components[1].text");
  }

  @Test
  void components_may_come_as_json_text() {
    JsonObject plain = template("UTILITY", BODY);
    JsonObject text = plain.with("components", Json.of(String.valueOf(plain.get("components"))));
    assertThat(read(text)).isEqualTo(read(plain));
    assertThat(
            TemplateDefinitionReader.readEdit(
                    json("{'components':'x'}")
                        .with(
                            "components",
                            Json.of("[{\"type\":\"BODY\",\"text\":\"Your bill is ready.\"}]")),
                    read(plain))
                .orThrow()
                .body()
                .text()
                .text())
        .isEqualTo("Your bill is ready.");
    assertThat(problems(plain.with("components", Json.of("BODY")))).containsExactly("$.components");
  }

  @Test
  void examples_of_named_variables_may_be_numbers() {
    TemplateDefinition named =
        read(
            template(
                    "UTILITY",
                    "{'type':'BODY','text':'A table for {{guests}} is ready.','example':"
                        + "{'body_text_named_params':[{'param_name':'guests','example':4}]}}")
                .with("parameter_format", Json.of("named")));
    assertThat(named.body().text().variables())
        .containsExactly(new TemplateText.Variable("guests", "4"));
  }

  @Test
  void an_edit_of_the_components_may_name_the_variables() {
    TemplateDefinition before =
        read(
            template(
                "UTILITY",
                "{'type':'BODY','text':'A table for {{1}} is ready.','example':"
                    + "{'body_text':[['Ada']]}}"));
    TemplateDefinition after =
        TemplateDefinitionReader.readEdit(
                json(
                    "{'parameter_format':'NAMED','components':[{'type':'BODY','text':"
                        + "'A table for {{who}} is ready.','example':{'body_text_named_params':"
                        + "[{'param_name':'who','example':'Ada'}]}}]}"),
                before)
            .orThrow();
    assertThat(after.parameterFormat()).isEqualTo(ParameterFormat.NAMED);
    assertThat(
            TemplateDefinitionReader.readEdit(
                    json("{'parameter_format':'POSITIONAL','category':'UTILITY'}"), before)
                .orThrow())
        .isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "''", "' '"})
  void no_name_of_the_library_means_no_template_of_it(String name) {
    JsonObject body = json("{'library_template_name':" + name + "}");
    assertThat(LibraryRequestReader.isMeant(body)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"'delivered_1'", "7"})
  void any_other_name_is_meant(String name) {
    assertThat(LibraryRequestReader.isMeant(json("{'library_template_name':" + name + "}")))
        .isTrue();
  }
}
