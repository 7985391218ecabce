package dev.parley.protocol.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.protocol.json.Problem;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressRulesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "body - | 131008 body",
        "action.name -; P - | 131008 action.name; 131008 P",
        "P = 'JSON' | 100 P",
        "P.country - | 131008 P.country",
        "P.country = '' | 131008 P.country",
        "P.country = 7 | 100 P.country",
        "P.country = 'DE' | 131009 P.country",
        "P.country = 'India' | 131009 P.country",
        "P.values = [] | 100 P.values",
        "P.values.in_pin_code = '4000631' | 131009 P.values.in_pin_code",
        "P.values.in_pin_code = 4000631 | 131009 P.values.in_pin_code",
        "P.values.sg_post_code = '4000631' | 131009 P.values.sg_post_code",
        "P.values.city = {} | 100 P.values.city",
        "P.saved_addresses = {} | 100 P.saved_addresses",
        "P.saved_addresses[0].id - | 131008 P.saved_addresses[0].id",
        "P.saved_addresses[0].id = x*257 | 131009 P.saved_addresses[0].id",
        "P.saved_addresses[0].value - | 131008 P.saved_addresses[0].value",
        "P.saved_addresses[0].value.in_pin_code = '4000631'"
            + " | 131009 P.saved_addresses[0].value.in_pin_code",
        "P.saved_addresses[0].value.city = true | 100 P.saved_addresses[0].value.city",
        "P.saved_addresses[1] = 7 | 100 P.saved_addresses[1]",
        "P.validation_errors = 'wrong' | 100 P.validation_errors",
        "P.validation_errors.city = [] | 100 P.validation_errors.city",
        "footer.text = x*61; P.country = 'US'; P.values.in_pin_code = '4000631'"
            + " | 131009 footer.text; 131009 P.country; 131009 P.values.in_pin_code"
      })
  void a_wrong_address_message_is_refused(String edits, String problems) {
    Edits.assertRefused("address-message", edits, problems);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "P.country = 'sg'",
        "P.country = 'SG'; P.values = {}; P.saved_addresses = []; P.validation_errors = null",
        "action.name = 'Address_Message'; header = {}; P.more = true"
      })
  void the_same_address_message_may_be_written_otherwise(String edits) {
    Edits.assertSame("address-message-plain", edits);
  }

  @Test
  void numbers_count_as_texts() {
    var edits =
        "P.values.in_pin_code = 400063; P.values.floor_number = 8; P.saved_addresses[0].id = 7";
    assertThat(Edits.message("address-message", edits))
        .isInstanceOfSatisfying(
            AddressMessage.class,
            address -> {
              assertThat(address.values())
                  .containsAllEntriesOf(Map.of("in_pin_code", "400063", "floor_number", "8"));
              assertThat(address.savedAddresses().getFirst().id()).isEqualTo("7");
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"<COUNTRY_ISO_CODE>", "&lt;COUNTRY_ISO_CODE&gt;"})
  void a_placeholder_of_documentation_is_no_country_and_passes(String country) {
    assertThat(
            Edits.message(
                "address-message", "P.country = '" + country.replace(";", "\\u003b") + "'"))
        .isInstanceOfSatisfying(
            AddressMessage.class, address -> assertThat(address.country()).isEqualTo(country));
  }

  @Test
  void strictly_there_are_indian_forms_with_their_own_fields_only() {
    assertThat(Edits.problems("address-message", "P.country = 'SG'", Strictness.STRICT))
        .extracting(Problem::sentence)
        .containsExactly(
            "$.interactive.action.parameters.country is \"SG\": there are address messages in IN"
                + " only");
    Edits.assertRefused(
        "address-message",
        "P.values.sg_post_code = '1'; P.saved_addresses[0].value.street = 's'",
        "100 P.values.sg_post_code; 100 P.saved_addresses[0].value.street",
        Strictness.STRICT);
  }

  @Test
  void the_problem_names_the_countries() {
    assertThat(Edits.problems("address-message", "P.country = 'DE'", Strictness.LENIENT))
        .extracting(Problem::sentence)
        .containsExactly(
            "$.interactive.action.parameters.country is \"DE\": there are address messages in IN,"
                + " SG only");
  }
}
