package dev.parley.protocol.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.protocol.json.Json;
import dev.parley.protocol.json.JsonReader;
import dev.parley.protocol.json.JsonWriter;
import dev.parley.protocol.json.Problem;
import dev.parley.protocol.json.Reading;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class InboundRoundTripTest {

  @Provide
  Arbitrary<InboundMessage> messages() {
    return InboundMessages.any();
  }

  @Property
  void a_users_message_written_and_read_is_the_same(@ForAll("messages") InboundMessage message) {
    var bytes = JsonWriter.ascii(InboundWriter.write(message));
    assertThat(JsonReader.read(bytes).then(InboundReader::read).orThrow()).isEqualTo(message);
  }

  @Test
  void every_problem_of_a_users_message_has_its_place() {
    assertThat(
            problems(
                """
                {"type":"order","order":{"product_items":[
                  {"product_retailer_id":"sku-01","quantity":0,"item_price":-1,"currency":"USDX"},
                  {"product_retailer_id":"","quantity":1.5,"item_price":"3","currency":"USD"},
                  7]},"context":{"id":"nonsense"}}
                """))
        .extracting(Problem::path)
        .containsExactly(
            "$.order.catalog_id",
            "$.order.product_items[0].quantity",
            "$.order.product_items[0].item_price",
            "$.order.product_items[0].currency",
            "$.order.product_items[1].product_retailer_id",
            "$.order.product_items[1].quantity",
            "$.order.product_items[1].item_price",
            "$.order.product_items[2]",
            "$.context.id");
  }

  @Test
  void an_empty_emoji_takes_the_reaction_away() {
    for (var emoji : List.of("", ",\"emoji\":\"\"", ",\"emoji\":null")) {
      assertThat(
              read("{\"type\":\"reaction\",\"reaction\":{\"message_id\":\"wamid.QQ==\""
                      + emoji
                      + "}}")
                  .orThrow()
                  .content())
          .isInstanceOfSatisfying(
              InboundContent.Reaction.class, reaction -> assertThat(reaction.emoji()).isNull());
    }
  }

  @Test
  void a_type_that_comes_later_is_told_from_one_that_nobody_knows() {
    assertThat(problems("{\"type\":\"image\",\"image\":{}}"))
        .extracting(Problem::path, Problem::code)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("$.type", 131051));
    assertThat(problems("{\"type\":\"telex\"}")).extracting(Problem::code).containsExactly(100);
    assertThat(problems("{\"type\":\"interactive\",\"interactive\":{\"type\":\"nfm_reply\"}}"))
        .extracting(Problem::path)
        .containsExactly("$.interactive.type");
    assertThat(problems("[]")).extracting(Problem::path).containsExactly("$");
  }

  private static Reading<InboundMessage> read(String text) {
    return JsonReader.read(text).then(InboundReader::read);
  }

  private static List<Problem> problems(String text) {
    return switch (read(text)) {
      case Reading.Ok<InboundMessage>(var message) -> throw new AssertionError("read: " + message);
      case Reading.Wrong<InboundMessage>(var problems) -> problems;
    };
  }

  @Property(tries = 200)
  void half_a_message_never_makes_the_reader_throw(
      @ForAll("messages") InboundMessage message, @ForAll int seed) {
    var text = InboundWriter.write(message).toString();
    var cut = text.replaceFirst("\"[a-z_]+\":", seed % 2 == 0 ? "\"gone\":" : "\"type\":");
    assertThat(JsonReader.read(cut).then((Json json) -> InboundReader.read(json))).isNotNull();
  }
}
