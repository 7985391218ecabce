package dev.parley.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.protocol.json.JsonObject;
import dev.parley.protocol.json.JsonString;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Clients that others wrote for Meta's API, unmodified but for the base URL: what they send is
/// taken and shown, and their own verification accepts what we deliver.
class PublicClientsTest {
  private static final String WORDS = "Grüße 👋 aus Köln 👩‍🍳";

  /// What is no bubble of its own, or is refused afterwards for the user's country.
  private static final Set<String> NOT_ON_SCREEN =
      Set.of("reaction", "reaction taken back", "read", "interactive address_message");

  @ParameterizedTest
  @ValueSource(strings = {"whatsapp-api-js", "kapso", "great-detail"})
  void every_type_that_a_client_knows_is_taken_and_shown(String name, @TempDir Path data) {
    var client = client(name);
    try (Sandbox sandbox = Sandbox.startInRealTime(data)) {
      var phone = sandbox.phone(Sandbox.ADA);
      var sent = client.send(sandbox, phone);
      assertThat(sent).hasSizeGreaterThan(10);
      assertThat(sent)
          .allSatisfy(each -> {
            assertThat(each.error()).as(each.type()).isNull();
            assertThat(each.id()).as(each.type()).isNotBlank();
          });
      assertThat(wamids(phone.screen())).containsAll(onScreen(sent));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"whatsapp-api-js", "kapso", "great-detail"})
  void its_own_verification_accepts_umlauts_and_emoji(String name, @TempDir Path data) {
    var client = client(name);
    try (Sandbox sandbox = Sandbox.startInRealTime(data);
        Inbox inbox = Inbox.open()) {
      sandbox.deliverTo(inbox);
      sandbox.phone(Sandbox.ADA).writes(WORDS);
      var delivered = inbox.next(each -> each.value().has("messages"));
      var body = delivered.body();
      var signature = delivered.signature();

      assertThat(client.verify(Sandbox.APP_SECRET, signature, body))
          .isEqualTo(new NodeClient.Verified(true, WORDS));
      assertThat(client.verify("another secret", signature, body).accepted()).isFalse();
      body[body.length / 2] ^= 1;
      assertThat(client.verify(Sandbox.APP_SECRET, signature, body).accepted()).isFalse();
    }
  }

  private static NodeClient client(String name) {
    var client = NodeClient.find(name);
    if (client.isEmpty()) {
      System.out.println(
          "SKIPPED: no node, or no packages in testkit/clients (scripts/clients.sh)");
    }
    Assumptions.assumeTrue(client.isPresent(), "no node, or no packages in testkit/clients");
    return client.get();
  }

  private static List<String> onScreen(List<NodeClient.Sent> sent) {
    return sent.stream()
        .filter(each -> !NOT_ON_SCREEN.contains(each.type()))
        .map(each -> String.valueOf(each.id()))
        .toList();
  }

  private static Set<String> wamids(List<JsonObject> screen) {
    return screen.stream()
        .map(message -> message.get("id") instanceof JsonString(var id) ? id : "")
        .collect(Collectors.toSet());
  }
}
