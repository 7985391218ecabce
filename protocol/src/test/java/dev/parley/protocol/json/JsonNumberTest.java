package dev.parley.protocol.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class JsonNumberTest {

  @Test
  void a_whole_number_is_a_long_however_it_is_written() {
    assertThat(new JsonNumber("3.0").asLong()).hasValue(3);
    assertThat(new JsonNumber("3e2").asLong()).hasValue(300);
    assertThat(new JsonNumber("0e999").asLong()).hasValue(0);
    assertThat(new JsonNumber("-9223372036854775808").asLong()).hasValue(Long.MIN_VALUE);
  }

  @Test
  void a_number_that_is_no_long_is_none() {
    assertThat(new JsonNumber("3.5").asLong()).isEmpty();
    assertThat(new JsonNumber("9223372036854775808").asLong()).isEmpty();
    assertThat(new JsonNumber("1e999").asLong()).isEmpty();
    assertThat(new JsonNumber("1e-999").asLong()).isEmpty();
  }

  @Test
  void doubles_are_written_short() {
    assertThat(JsonNumber.of(47.0).literal()).isEqualTo("47");
    assertThat(JsonNumber.of(47.25).literal()).isEqualTo("47.25");
    assertThat(JsonNumber.of(-0.000001).asDouble()).isEqualTo(-0.000001);
    assertThat(JsonNumber.of(new BigDecimal("12.50")).literal()).isEqualTo("12.50");
  }

  @Test
  void what_json_has_no_word_for_is_refused() {
    assertThatIllegalArgumentException().isThrownBy(() -> JsonNumber.of(Double.NaN));
    assertThatIllegalArgumentException().isThrownBy(() -> new JsonNumber("0x1"));
    assertThat(JsonNumber.isNumber("١")).isFalse();
  }

  /// The grammar of RFC 8259 §6 with our limits, as a regular expression.
  @Property(tries = 5_000)
  void a_text_is_a_number_exactly_where_the_grammar_says_so(@ForAll("numberLike") String text) {
    assertThat(JsonNumber.isNumber(text))
        .as(text)
        .isEqualTo(text.matches("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?0*([0-9]{1,3}))?"));
  }

  @Provide
  Arbitrary<String> numberLike() {
    return Arbitraries.strings().withChars("0019+-.eE").ofMaxLength(12);
  }
}
