package dev.parley.protocol.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class Utf8Test {

  @Property(tries = 5_000)
  void any_bytes_are_utf8_exactly_where_java_says_so(@ForAll byte[] bytes) {
    assertThat(Utf8.of(bytes) != Utf8.INVALID).isEqualTo(isUtf8(bytes));
  }

  @Property(tries = 5_000)
  void a_text_with_one_byte_broken_is_utf8_where_java_says_so(
      @ForAll String text, @ForAll long seed) {
    var random = new Random(seed);
    var bytes = ("padding " + text + "é漢🍕").getBytes(StandardCharsets.UTF_8);
    assertThat(Utf8.of(bytes)).isNotEqualTo(Utf8.INVALID);
    bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
    assertThat(Utf8.of(bytes) != Utf8.INVALID).isEqualTo(isUtf8(bytes));
  }

  @Test
  void every_character_is_utf8() {
    for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
      if (c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE) {
        var bytes = Character.toString(c).getBytes(StandardCharsets.UTF_8);
        assertThat(Utf8.of(bytes)).isEqualTo(c == '\\' ? Utf8.WITH_BACKSLASH : Utf8.PLAIN);
      }
    }
  }

  @Test
  void a_backslash_is_found_wherever_it_stands() {
    for (int at = 0; at < 20; at++) {
      var bytes = "x".repeat(20).getBytes(StandardCharsets.UTF_8);
      bytes[at] = '\\';
      assertThat(Utf8.of(bytes)).isEqualTo(Utf8.WITH_BACKSLASH);
      bytes[at] = '[';
      assertThat(Utf8.of(bytes)).isEqualTo(Utf8.PLAIN);
    }
  }

  private static boolean isUtf8(byte[] bytes) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return true;
    } catch (CharacterCodingException invalid) {
      return false;
    }
  }
}
