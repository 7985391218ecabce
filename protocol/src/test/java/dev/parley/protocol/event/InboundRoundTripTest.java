package dev.parley.protocol.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.protocol.api.WaId;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
  void a_type_that_nobody_knows_is_refused() {
    assertThat(problems("{\"type\":\"telex\"}")).extracting(Problem::code).containsExactly(100);
    assertThat(problems("{\"type\":\"interactive\",\"interactive\":{\"type\":\"fax_reply\"}}"))
        .extracting(Problem::path)
        .containsExactly("$.interactive.type");
    assertThat(problems("[]")).extracting(Problem::path).containsExactly("$");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "{'type':'image','image':{}}; $.image.id $.image.mime_type $.image.sha256",
        "{'type':'sticker','sticker':{'id':'1','mime_type':'image/webp','sha256':'x','animated':1}};"
            + " $.sticker.animated",
        "{'type':'document','document':{'id':'1','mime_type':'a/b','sha256':'x','filename':7}};"
            + " $.document.filename",
        "{'type':'interactive','interactive':{'type':'nfm_reply','nfm_reply':{'name':'flow'}}};"
            + " $.interactive.nfm_reply.body $.interactive.nfm_reply.response_json",
        "{'type':'interactive','interactive':{'type':'nfm_reply','nfm_reply':"
            + "{'name':'flow','body':'Sent','response_json':'[]'}}};"
            + " $.interactive.nfm_reply.response_json",
        "{'type':'interactive','interactive':{'type':'call_permission_reply',"
            + "'call_permission_reply':{'response':'perhaps','response_source':'x',"
            + "'expiration_timestamp':'soon'}}};"
            + " $.interactive.call_permission_reply.response"
            + " $.interactive.call_permission_reply.response_source",
        "{'type':'interactive','interactive':{'type':'call_permission_reply',"
            + "'call_permission_reply':{'response':'accept','response_source':'automatic',"
            + "'expiration_timestamp':'soon'}}};"
            + " $.interactive.call_permission_reply.expiration_timestamp",
        "{'type':'system','system':{'type':'user_changed_number','body':'x'}}; $.system.wa_id",
        "{'type':'system','system':{'type':'user_changed_user_id','body':'x'}}; $.system.user_id",
        "{'type':'system','system':{'type':'user_changed_user_id','body':'x','user_id':'1'}};"
            + " $.system.user_id",
        "{'type':'system','system':{'type':'user_left','body':''}}; $.system.type $.system.body",
        "{'type':'unsupported','unsupported':{'type':'telegram'}}; $.unsupported.type",
        "{'type':'unsupported'}; $.unsupported",
        "{'type':'edit','edit':{'message':{'type':'order'}}};"
            + " $.edit.original_message_id $.edit.message.type",
        "{'type':'edit','edit':{'original_message_id':'wamid.QQ==','message':{'type':'edit'}}};"
            + " $.edit.message.type",
        "{'type':'revoke','revoke':{'original_message_id':'7'}}; $.revoke.original_message_id",
        "{'type':'contacts','contacts':[{'name':{'formatted_name':'A'},'origin':'mars'},{}]};"
            + " $.contacts[0].origin $.contacts[1].name",
        "{'type':'request_welcome','referral':{'source_type':'poster','media_type':'video'}};"
            + " $.referral.source_url $.referral.source_id $.referral.video_url"
            + " $.referral.source_type",
      })
  void what_is_wrong_is_told_where_it_lies(String body, String paths) {
    assertThat(problems(body.replace('\'', '"')))
        .extracting(Problem::path)
        .containsExactlyInAnyOrder(paths.strip().split(" "));
  }

  @Test
  void the_older_name_of_a_new_number_is_read() {
    var body =
        """
        {"type":"system","system":{"type":"user_changed_number","body":"x","new_wa_id":"4915"}}
        """;
    assertThat(read(body).orThrow().content())
        .isInstanceOfSatisfying(
            InboundContent.SystemNote.class,
            note -> assertThat(note.waId()).isEqualTo(new WaId("4915")));
  }

  @Test
  void the_error_says_why_a_message_is_unsupported() {
    var body =
        """
        {"type":"unsupported","unsupported":{"type":"gif"},"errors":[{"code":%d}]}
        """;
    assertThat(read(body.formatted(131060)).orThrow().content())
        .isEqualTo(
            new InboundContent.Unsupported("gif", InboundContent.Unsupported.Cause.UNAVAILABLE));
    assertThat(read(body.formatted(131051)).orThrow().content())
        .isEqualTo(InboundContent.Unsupported.of("gif"));
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
