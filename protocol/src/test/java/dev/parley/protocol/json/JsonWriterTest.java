package dev.parley.protocol.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class JsonWriterTest {

  private static final Json MENU =
      Json.object("dish", "Crème/\"brûlée\" 🍮\n\u0001", "price", 12, "open", true, "none", null);

  @Test
  void utf8_leaves_characters_as_they_are() {
    assertThat(new String(JsonWriter.utf8(MENU), StandardCharsets.UTF_8))
        .isEqualTo("{\"dish\":\"Crème/\\\"brûlée\\\" 🍮\\n\\u0001\",\"price\":12,\"open\":true}");
  }

  @Test
  void ascii_escapes_all_else_in_lower_case_and_no_slashes() {
    assertThat(new String(JsonWriter.ascii(MENU), StandardCharsets.US_ASCII))
        .isEqualTo(
            "{\"dish\":\"Cr\\u00e8me/\\\"br\\u00fbl\\u00e9e\\\" \\ud83c\\udf6e\\n\\u0001\","
                + "\"price\":12,\"open\":true}");
  }

  @Test
  void pretty_puts_one_member_on_a_line() {
    assertThat(
            JsonWriter.pretty(
                Json.object("a", JsonArray.of(JsonNull.NULL), "b", JsonObject.empty())))
        .isEqualTo("{\n  \"a\": [\n    null\n  ],\n  \"b\": {}\n}");
  }

  @Test
  void an_object_refuses_what_is_no_json_and_replaces_at_its_place() {
    var object = Json.object("a", 1, "b", 2).with("a", JsonBool.TRUE).with("c", JsonNull.NULL);
    assertThat(object).hasToString("{\"a\":true,\"b\":2,\"c\":null}");
  }

  @Provide
  Arbitrary<Json> values() {
    return value(3);
  }

  private static Arbitrary<Json> value(int depth) {
    Arbitrary<Json> text =
        Arbitraries.strings()
            .all()
            .ofMaxLength(20)
            .filter(JsonWriterTest::isWhole)
            .map(JsonString::new);
    Arbitrary<Json> number = Arbitraries.longs().map(JsonNumber::of);
    Arbitrary<Json> fraction = Arbitraries.doubles().between(-1e300, 1e300).map(JsonNumber::of);
    Arbitrary<Json> word = Arbitraries.of(JsonBool.TRUE, JsonBool.FALSE, JsonNull.NULL);
    if (depth == 0) {
      return Arbitraries.oneOf(text, number, fraction, word);
    }
    Arbitrary<Json> array = value(depth - 1).list().ofMaxSize(4).map(JsonArray::new);
    Arbitrary<Json> object =
        Arbitraries.maps(
                Arbitraries.strings().all().ofMaxLength(5).filter(JsonWriterTest::isWhole),
                value(depth - 1))
            .ofMaxSize(20)
            .map(members -> {
              var builder = JsonObject.builder();
              members.forEach(builder::put);
              return builder.build();
            });
    return Arbitraries.oneOf(text, number, fraction, word, array, object);
  }

  private static boolean isWhole(String text) {
    return StandardCharsets.UTF_8.newEncoder().canEncode(text);
  }

  @Property
  void whatever_is_written_is_read_as_the_same(@ForAll("values") Json json) {
    assertThat(JsonReader.read(JsonWriter.utf8(json)).orThrow()).isEqualTo(json);
    assertThat(JsonReader.read(JsonWriter.ascii(json)).orThrow()).isEqualTo(json);
    assertThat(JsonReader.read(JsonWriter.pretty(json)).orThrow()).isEqualTo(json);
    assertThat(JsonWriter.ascii(json)).doesNotContain(0x80, 0xff);
  }
}
