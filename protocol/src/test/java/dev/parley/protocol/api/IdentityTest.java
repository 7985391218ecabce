package dev.parley.protocol.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdentityTest {

  @ParameterizedTest
  @CsvSource({
    "+1 (555) 010-0101,15550100101",
    "15550100101,15550100101",
    "+49.1555.0001,4915550001",
    "1,1",
    "123456789012345,123456789012345"
  })
  void a_number_is_normalised_to_its_digits(String input, String digits) {
    assertThat(WaId.normalised(input)).contains(new WaId(digits));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "+",
        "abc",
        "1555x",
        "1234567890123456",
        "0155501",
        "+0049",
        "١٢٣",
        "1\n2",
        "a1"
      })
  void what_can_be_no_number_is_none(String input) {
    assertThat(WaId.normalised(input)).isEmpty();
  }

  @Test
  void a_user_id_has_a_country_and_perhaps_a_parent() {
    assertThat(UserId.isUserId("US.13491208655302741918")).isTrue();
    assertThat(new UserId("US.ENT.11815799212886844830").isParent()).isTrue();
    assertThat(new UserId("DE.a1").isParent()).isFalse();
    assertThat(UserId.isUserId("us.1")).isFalse();
    assertThat(UserId.isUserId("US." + "1".repeat(129))).isFalse();
    assertThat(UserId.isUserId("15550100101")).isFalse();
  }

  @Test
  void somebody_without_number_and_id_is_nobody() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Identity(null, null, "ada"));
  }
}
