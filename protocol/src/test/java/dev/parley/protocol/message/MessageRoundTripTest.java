package dev.parley.protocol.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.protocol.api.Recipient;
import dev.parley.protocol.api.SendRequest;
import dev.parley.protocol.api.WaId;
import dev.parley.protocol.json.Json;
import dev.parley.protocol.json.JsonObject;
import dev.parley.protocol.json.JsonReader;
import dev.parley.protocol.json.JsonWriter;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class MessageRoundTripTest {

  @Provide
  Arbitrary<Message> messages() {
    return Messages.any();
  }

  @Property
  void a_message_written_and_read_is_the_same_message(@ForAll("messages") Message message) {
    var json = request(message);
    var bytes = JsonReader.read(JsonWriter.utf8(json)).orThrow();
    assertThat(bytes).isEqualTo(json);
    assertThat(JsonReader.read(JsonWriter.ascii(json)).orThrow()).isEqualTo(json);
    assertThat(JsonReader.read(JsonWriter.pretty(json)).orThrow()).isEqualTo(json);
    assertThat(SendRequestReader.read(bytes).orThrow())
        .isEqualTo(
            new SendRequest.SendMessage(
                new Recipient.Phone(new WaId("15550100101")),
                "+1 555 010 0101",
                message,
                null,
                null,
                null));
  }

  /// A whole body that sends this message.
  static JsonObject request(Message message) {
    return JsonObject.builder()
        .putAll(
            Json.object(
                "messaging_product", "whatsapp",
                "recipient_type", "individual",
                "to", "+1 555 010 0101"))
        .putAll(MessageWriter.write(message))
        .build();
  }
}
