package dev.parley.protocol.template;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.protocol.json.Json;
import dev.parley.protocol.json.JsonObject;
import dev.parley.protocol.json.JsonReader;
import dev.parley.protocol.json.Problem;
import dev.parley.protocol.json.Reading;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The library that comes with Parley, and templates made from it. Source: reference,
/// templates-and-media.md §4.
class TemplateLibraryTest {
  private static final String NUMBER = "+1 555 010 0001";

  private static Reading<TemplateDefinition> read(String body) {
    return LibraryRequestReader.read((JsonObject) JsonReader.read(body).orThrow(), NUMBER);
  }

  private static List<String> problems(String body) {
    return switch (read(body)) {
      case Reading.Ok<TemplateDefinition> ok -> List.of();
      case Reading.Wrong<TemplateDefinition>(var problems) ->
          problems.stream().map(Problem::sentence).toList();
    };
  }

  private static String asked(String library, String more) {
    return """
    {"name":"mine","language":"en_US","category":"UTILITY","library_template_name":"%s"%s}\
    """
        .formatted(library, more);
  }

  static Stream<LibraryEntry> entries() {
    return TemplateLibrary.entries().stream();
  }

  private static String inputs(LibraryEntry entry) {
    return Json.object(
            "library_template_button_inputs",
            dev.parley.protocol.json.JsonArray.from(
                entry.buttons(),
                button ->
                    switch (button.kind()) {
                      case QUICK_REPLY -> Json.object("type", "QUICK_REPLY");
                      case URL ->
                          Json.object(
                              "type",
                              "URL",
                              "url",
                              Json.object(
                                  "base_url", "https://example.com/{{1}}",
                                  "url_suffix_example", "https://example.com/demo"));
                      case PHONE_NUMBER ->
                          Json.object("type", "PHONE_NUMBER", "phone_number", "+15550100001");
                      case OTP -> Json.object("type", "OTP", "otp_type", "COPY_CODE");
                    }))
        .toString();
  }

  @ParameterizedTest
  @MethodSource("entries")
  void each_entry_makes_a_template_that_obeys_the_rules(LibraryEntry entry) {
    var contact = entry.contact() == null ? "false" : "true";
    var given = inputs(entry);
    var template =
        read("""
        {"name":"mine","language":"%s","category":"%s","library_template_name":"%s",\
        "library_template_body_inputs":{"add_contact_number":%s},%s\
        """
                .formatted(
                    entry.language(), entry.category(), entry.name(), contact, given.substring(1)))
            .orThrow();
    assertThat(template.libraryName()).isEqualTo(entry.name());
    assertThat(template.buttons()).hasSize(entry.buttons().size());
    var written = TemplateDefinitionWriter.write(template);
    assertThat(TemplateDefinitionReader.read(written).orThrow()).isEqualTo(template);
  }

  @ParameterizedTest
  @MethodSource("entries")
  void each_entry_is_whole(LibraryEntry entry) {
    assertThat(entry.types()).hasSameSizeAs(entry.body().variables());
    for (int i = 0; i < entry.types().size(); i++) {
      assertThat(entry.types().get(i).fits(entry.body().variables().get(i).example())).isTrue();
    }
    assertThat(TemplateLibrary.INDUSTRIES).containsAll(entry.industries());
    if (entry.category() == TemplateCategory.AUTHENTICATION) {
      assertThat(entry.body()).isEqualTo(FixedTexts.of(entry.language()).body(false));
    } else {
      assertThat(TemplateLibrary.TOPICS).contains(String.valueOf(entry.topic()));
      assertThat(TemplateLibrary.USECASES).contains(String.valueOf(entry.usecase()));
    }
  }

  @Test
  void ids_grow_and_a_name_has_a_language_once() {
    var ids = TemplateLibrary.entries().stream().map(LibraryEntry::id).toList();
    assertThat(ids).isSorted().doesNotHaveDuplicates();
    var keys = new HashSet<String>();
    entries().forEach(entry -> assertThat(keys.add(entry.name() + entry.language())).isTrue());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[{\"type\":\"URL\",\"url\":{\"base_url\":\"https://e.com/{{1}}\","
            + "\"url_suffix_example\":\"https://e.com/demo\"}},"
            + "{\"type\":\"PHONE_NUMBER\",\"phone_number\":\"+16315551010\"}]",
        "\"[{\\\"type\\\":\\\"URL\\\",\\\"url\\\":{\\\"base_url\\\":\\\"https://e.com/{{1}}\\\","
            + "\\\"url_suffix_example\\\":\\\"https://e.com/demo\\\"}},"
            + "{\\\"type\\\":\\\"PHONE_NUMBER\\\",\\\"phone_number\\\":\\\"+16315551010\\\"}]\"",
        "\"[ {'type': 'URL', 'url': {'base_url' : 'https://e.com/{{1}}',\\n"
            + " 'url_suffix_example' : 'https://e.com/demo'}},"
            + " {type: 'PHONE_NUMBER', 'phone_number': '+16315551010'} ]\""
      })
  void inputs_of_buttons_come_as_a_list_as_json_text_and_as_meta_writes_it(String inputs) {
    var template =
        read(asked("parcel_on_its_way_1", ",\"library_template_button_inputs\":" + inputs))
            .orThrow();
    assertThat(template.buttons())
        .containsExactly(
            new DefinedButton.Url(
                "Follow your parcel",
                "https://e.com/{{1}}",
                new TemplateText.Variable("1", "demo")),
            new DefinedButton.PhoneNumber("Call us", "+16315551010"));
  }

  @Test
  void what_can_be_added_to_a_body_is_added_and_links_that_few_have_are_ignored() {
    var template =
        read(asked(
                "delivered_1",
                """
                ,"library_template_body_inputs":{"add_contact_number":true,\
                "add_learn_more_link":true,"add_track_package_link":true}\
                """))
            .orThrow();
    assertThat(template.body().text().text())
        .endsWith("as you wished it. If you have questions, call us at +1 555 010 0001.");
  }

  @Test
  void a_code_has_its_advice_and_its_minutes() {
    var template =
        read("""
        {"name":"mine","language":"de","category":"AUTHENTICATION",\
        "library_template_name":"sign_in_code_1",\
        "library_template_body_inputs":"{add_security_recommendation: true,\
        'code_expiration_minutes': 7}",\
        "library_template_button_inputs":[{"type":"OTP","otp_type":"ONE_TAP",\
        "supported_apps":[{"package_name":"com.example.app","signature_hash":"K8a/AINcGX7"}]}]}\
        """)
            .orThrow();
    assertThat(template.body().text().text())
        .isEqualTo(
            "*{{1}}* ist dein Bestätigungscode. Gib diesen Code zu deiner Sicherheit nicht weiter.");
    assertThat(template.footer())
        .isEqualTo(new TemplatePart.Footer("Dieser Code läuft in 7 Minuten ab.", 7));
    assertThat(template.buttons().getFirst()).isInstanceOf(DefinedButton.Otp.class);
  }

  @Test
  void an_unknown_name_is_answered_with_those_near_it() {
    assertThat(problems(asked("delivered_2", "")))
        .singleElement()
        .asString()
        .startsWith("$.library_template_name is \"delivered_2\", which the library does not have")
        .contains("near it are [delivered_1, ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "parcel_on_its_way_1 | `` | $.library_template_button_inputs is missing",
        "parcel_on_its_way_1 | `,\"library_template_button_inputs\":[]` |"
            + " $.library_template_button_inputs has no input for the URL button",
        "delivered_1 | `,\"library_template_button_inputs\":[{\"type\":\"FLOW\"}]` |"
            + " $.library_template_button_inputs[0].type is \"flow\"",
        "delivered_1 | `,\"library_template_button_inputs\":\"what\"` |"
            + " $.library_template_button_inputs is the string \"what\", must be an array",
        "delivered_1 | `,\"library_template_button_inputs\":[{}]` |"
            + " $.library_template_button_inputs[0].type is missing",
        "order_late_1 | `,\"library_template_button_inputs\":[{\"type\":\"PHONE_NUMBER\"}]` |"
            + " $.library_template_button_inputs[0].type is \"phone_number\", the input of the URL",
        "order_late_1 | `,\"library_template_button_inputs\":[{\"type\":\"URL\"}]` |"
            + " $.library_template_button_inputs[0].url is missing",
        "order_late_1 |"
            + " `,\"library_template_button_inputs\":[{\"type\":\"URL\",\"url\":{\"base_url\":\"x\"}}]`"
            + " | $.library_template_button_inputs[0].url.base_url is \"x\", no web address",
        "order_late_1 | `,\"library_template_button_inputs\":[{\"type\":\"URL\",\"url\":"
            + "{\"base_url\":\"https://e.com/{{1}}/b\"}}]` |"
            + " $.library_template_button_inputs[0].url.base_url may have one variable",
        "order_late_1 | `,\"library_template_button_inputs\":[{\"type\":\"URL\",\"url\":"
            + "{\"base_url\":\"https://e.com/{{1}}\",\"url_suffix_example\":\"demo\"}}]` |"
            + " $.library_template_button_inputs[0].url.url_suffix_example is \"demo\"",
        "order_cancelled_1 | `,\"library_template_button_inputs\":[{\"type\":\"PHONE_NUMBER\","
            + "\"phone_number\":\"?\"}]` |"
            + " $.library_template_button_inputs[0].phone_number is \"?\"",
        "delivered_1 | `,\"components\":[{\"type\":\"BODY\"}]` | $.components can't come together",
        "delivered_1 | `,\"library_template_body_inputs\":{\"code_expiration_minutes\":5}` |"
            + " $.library_template_body_inputs.code_expiration_minutes is nothing",
        "delivered_1 | `,\"library_template_body_inputs\":{\"add_security_recommendation\":true}` |"
            + " $.library_template_body_inputs.add_security_recommendation is nothing",
        "delivered_1 | `,\"library_template_body_inputs\":{\"add_contact_number\":\"yes\"}` |"
            + " $.library_template_body_inputs.add_contact_number is the string \"yes\", must be a boolean",
        "unusual_payment_1 | `,\"library_template_body_inputs\":{\"add_contact_number\":true}` |"
            + " $.library_template_body_inputs.add_contact_number is nothing",
        "sign_in_code_1 | `` | $.category is UTILITY, that of the library's sign_in_code_1 is",
        "delivered_1 | `,\"language\":\"fr\"` |"
            + " $.language is \"fr\", the library has delivered_1 in [en_US]"
      })
  void what_is_wrong_is_told_at_its_place(String library, String more, String problem) {
    var body =
        asked(library, more)
            .replace(
                more.contains("\"language\"") ? "\"language\":\"en_US\"," : "nothing to replace",
                "");
    assertThat(problems(body)).anySatisfy(told -> assertThat(told).startsWith(problem));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "ADDRESS | 12 Mill Lane, Springfield | true",
        "ADDRESS | 4711 | false",
        "ADDRESS | https://example.com | false",
        "TEXT | Ada | true",
        "AMOUNT | 42.50 | true",
        "AMOUNT | $42.50 | true",
        "AMOUNT | USD 1,200.00 | true",
        "AMOUNT | 42,50 € | true",
        "AMOUNT | RS 500 | true",
        "AMOUNT | R$ 12,00 | true",
        "AMOUNT | a lot | false",
        "AMOUNT | $42 EUR | false",
        "DATE | 2021-04-19 | true",
        "DATE | 13/03/2021 | true",
        "DATE | 03/13/2021 | true",
        "DATE | 5th January 1982 | true",
        "DATE | 08.22.1991 | true",
        "DATE | 05 12 2022 | true",
        "DATE | Friday, December 4, 2026 | true",
        "DATE | 5 de enero de 2021 | true",
        "DATE | 30. November 2026 | true",
        "DATE | 2021-02-30 | false",
        "DATE | 31 April 2021 | false",
        "DATE | tomorrow | false",
        "DATE | 2021 | false",
        "PHONE NUMBER | +1 (555) 010-0001 | true",
        "PHONE NUMBER | 555 CALL | false",
        "PHONE NUMBER | +( ) | false",
        "EMAIL | ada@example.com | true",
        "EMAIL | ada at example.com | false",
        "NUMBER | 8812 | true",
        "NUMBER | 1,200.5 | true",
        "NUMBER | 88 12 | false",
        "NUMBER | eight | false"
      })
  void a_value_fits_its_type_or_not(String type, String value, boolean fits) {
    assertThat(ValueType.of(type).orElseThrow().fits(value)).isEqualTo(fits);
  }

  @Test
  void long_values_are_looked_at_quickly() {
    for (var type : ValueType.values()) {
      for (var value : List.of("1.", "1 ", "a@", "a.a", "( ", "5 may ", "é")) {
        assertThat(type.fits(value.repeat(500) + "!")).isIn(true, false);
      }
    }
  }
}
