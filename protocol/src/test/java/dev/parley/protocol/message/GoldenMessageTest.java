package dev.parley.protocol.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.protocol.GoldenFile;
import dev.parley.protocol.api.SendRequest.SendMessage;
import dev.parley.protocol.json.Json;
import dev.parley.protocol.json.JsonObject;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GoldenMessageTest {

  static Stream<String> messages() {
    return GoldenFile.names("message");
  }

  @ParameterizedTest
  @MethodSource("messages")
  void a_message_is_written_as_it_was_always_written(String name) {
    var golden = (JsonObject) GoldenFile.read(name);
    var envelope = Json.object("messaging_product", "whatsapp", "to", "+1 555 010 0101");
    var body = JsonObject.builder().putAll(envelope).putAll(golden).build();
    var request = (SendMessage) SendRequestReader.read(body).orThrow();
    assertThat(MessageWriter.write(request.message())).isEqualTo(golden);
  }
}
