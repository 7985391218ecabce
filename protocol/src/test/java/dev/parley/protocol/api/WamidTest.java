package dev.parley.protocol.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class WamidTest {

  @Test
  void an_id_of_the_business_has_the_documented_bytes() {
    var parts =
        new Wamid.Parts("15550100101", true, Wamid.Parts.businessId(0xF4, 0x25A74F00112233ABL));
    assertThat(parts.id()).isEqualTo("F425A74F00112233AB");
    assertThat(Wamid.compose(parts).value())
        .isEqualTo("wamid.HBgLMTU1NTAxMDAxMDEVAgARGBJGNDI1QTc0RjAwMTEyMjMzQUIA");
    assertThat(Wamid.compose(parts).parts()).contains(parts);
  }

  @Test
  void an_id_of_a_user_starts_as_an_iphone_makes_it() {
    var parts = new Wamid.Parts("15550100101", false, Wamid.Parts.userId(0, 255));
    assertThat(parts.id()).isEqualTo("3A0000000000000000FF").hasSize(20);
    assertThat(Wamid.compose(parts).parts()).contains(parts);
    assertThat(Wamid.compose(parts).value()).endsWith("=");
  }

  /// A sample of Meta's, from `responses-and-errors.md` §1 with its `18 12` in place.
  @Test
  void a_published_id_is_taken_apart() {
    var sample = new Wamid("wamid.HBgLMTY0NjcwNDM1OTUVAgARGBI1RjQyNUE3NEYxMzAzMzQ5MkEA");
    assertThat(sample.parts()).contains(new Wamid.Parts("16467043595", true, "5F425A74F13033492A"));
  }

  @Property
  void what_is_composed_is_taken_apart(
      @ForAll @NumericChars @StringLength(min = 1, max = 15) String phone,
      @ForAll boolean fromBusiness,
      @ForAll @Chars({'A', 'F', '0', '9'}) @StringLength(min = 1, max = 40) String id) {
    var parts = new Wamid.Parts(phone, fromBusiness, id);
    assertThat(Wamid.compose(parts).parts()).contains(parts);
  }

  @Property(tries = 2_000)
  void no_bytes_inside_make_it_throw(@ForAll byte[] bytes) {
    var id = new Wamid("wamid." + java.util.Base64.getEncoder().encodeToString(bytes) + "A");
    assertThat(id.parts()).isNotNull();
    var padded = java.util.Base64.getEncoder().encodeToString(bytes);
    assertThat(padded.isEmpty() || new Wamid("wamid." + padded).parts() != null).isTrue();
  }

  @Test
  void an_id_of_another_shape_stays_opaque() {
    assertThat(new Wamid("wamid.gBGGSFcCNEOPAgkO_KJ55r4w_ww").parts()).isEmpty();
    assertThat(new Wamid("wamid.HBgL").parts()).isEmpty();
    assertThatIllegalArgumentException().isThrownBy(() -> new Wamid("gBGG"));
    assertThatIllegalArgumentException().isThrownBy(() -> new Wamid("wamid."));
    assertThat(Wamid.isWamid("wamid." + "A".repeat(600))).isFalse();
    assertThat(Wamid.isWamid("wamid.a b")).isFalse();
  }
}
