package dev.parley.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.protocol.api.WaId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberingTest {

  @ParameterizedTest
  @CsvSource({
    // business, to, wa_id
    "15550100001, 15550100101, 15550100101",
    "15550100001, +1 (555) 010-0101, 15550100101",
    "15550100001, 1 (555) 010-0101, 15550100101",
    "4930609859535, 15550100101, 15550100101",
    "15550100001, 1555019131026, 1555019131026",
    "15550100001, 1555019368, 1555019368",
    "919876543210, (631) 555-1234, 916315551234",
    "16502530000, (631) 555-1234, 16315551234",
    "16502530000, 1 (631) 555-1234, 16315551234",
    "919876543210, 1 (631) 555-1234, 16315551234",
    "4930609859535, 0151 23456789, 4915123456789",
    "4930609859535, 015123456789, 4915123456789",
    "4930609859535, 0049 151 23456789, 4915123456789",
    "4930609859535, 4915123456789, 4915123456789",
    "4930609859535, 491512345678, 491512345678",
    "4930609859535, 49 (151) 2345-6789, 4915123456789",
    "4930609859535, 14155550101, 14155550101",
    "442079460000, 07400 123456, 447400123456",
    "919876543210, 9876543210, 9876543210",
    "919876543210, 9198765432, 9198765432",
    "41791112233, 791234567, 41791234567",
    "41791112233, 079 123 45 67, 41791234567",
    "919876543210, 919876543211, 919876543211",
    "15550100001, 999, 999",
  })
  void digits_are_taken_as_they_are_unless_they_are_written_the_national_way(
      String business, String to, String waId) {
    assertThat(Numbering.asDialled(to, new WaId(business))).contains(new WaId(waId));
  }

  @ParameterizedTest
  @CsvSource({
    "15550100001, 0155501",
    "15550100001, 000",
    "15550100001, +0049",
    "15550100001, 1234567890123456",
  })
  void what_is_no_number_anywhere_is_none(String business, String to) {
    assertThat(Numbering.asDialled(to, new WaId(business))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "919876543210, (631) 555-1234, 916315551234",
    "919876543210, 1 (631) 555-1234, 9116315551234",
    "919876543210, +1 (631) 555-1234, 16315551234",
    "15550100001, 15550100101, 115550100101",
    "4930609859535, 491512345678901, ",
  })
  void the_documented_way_puts_the_calling_code_before_whatever_has_no_plus(
      String business, String to, @Nullable String waId) {
    assertThat(Numbering.asDocumented(to, new WaId(business)).map(WaId::value))
        .isEqualTo(Optional.ofNullable(waId));
  }

  @ParameterizedTest
  @CsvSource({
    // dialled, other spelling, usual
    "5511987654321, 551187654321, 5511987654321",
    "551187654321, 5511987654321, 5511987654321",
    "5531987654321, 553187654321, 553187654321",
    "553187654321, 5531987654321, 553187654321",
    "551133334444, , 551133334444",
    "525512345678, 5215512345678, 5215512345678",
    "5215512345678, 525512345678, 5215512345678",
    "15550100101, , 15550100101",
    "5512345, , 5512345",
    "52, , 52",
    "5, , 5",
  })
  void an_account_may_have_a_digit_more_or_less(
      String dialled, @Nullable String other, String usual) {
    var number = new WaId(dialled);
    assertThat(AccountNumber.otherSpelling(number).map(WaId::value))
        .isEqualTo(Optional.ofNullable(other));
    assertThat(AccountNumber.usual(number)).isEqualTo(new WaId(usual));
  }
}
