package dev.parley.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.protocol.api.Wamid;
import dev.parley.protocol.json.Json;
import dev.parley.protocol.json.JsonObject;
import dev.parley.testkit.BotCalls.Uploaded;
import dev.parley.testkit.Inbox.Delivered;
import dev.parley.testkit.TemplateKinds.Act;
import dev.parley.testkit.TemplateKinds.TemplateKind;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The life of a template of each kind, over HTTP: created, reviewed by hand, sent, seen on the
/// phone, tapped, edited and deleted, while the phone keeps showing what came.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TemplateLifeTest {
  private static final String WABA = "/v25.0/200000000000001/message_templates";
  private static final String ASHA = "919876543210";
  private static final Instant START = Instant.parse("2026-11-24T18:40:00Z");

  private final HttpClient http = HttpClient.newHttpClient();

  @SuppressWarnings("NullAway.Init")
  private Sandbox sandbox;

  @SuppressWarnings("NullAway.Init")
  private Inbox inbox;

  @SuppressWarnings("NullAway.Init")
  private BotCalls calls;

  @SuppressWarnings("NullAway.Init")
  private Uploaded files;

  @BeforeAll
  void start(@TempDir Path data) {
    sandbox = Sandbox.start(data, START);
    inbox = Inbox.open();
    sandbox.deliverTo(inbox);
    calls = new BotCalls(sandbox.url(), http);
    files = calls.uploadAll();
    post("/sandbox/templates", Json.object("review", "by_hand")).require(200);
    post(
            "/sandbox/numbers/" + Sandbox.NUMBER,
            Json.object("country", "IN", "compliance_required", false))
        .require(200);
    post("/sandbox/handsets", Json.object("wa_id", ASHA, "name", "Asha")).require(201);
  }

  @AfterAll
  void stop() {
    sandbox.close();
    inbox.close();
    http.close();
  }

  private Sandbox.Answer post(String path, JsonObject body) {
    return sandbox.call("POST", path, body);
  }

  static List<TemplateKind> kinds() {
    return TemplateKinds.all();
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void is_created_reviewed_sent_seen_tapped_edited_and_deleted(TemplateKind any) {
    TemplateKind kind = any.with(files);
    String user = kind.india() ? ASHA : Sandbox.ADA;
    JsonObject created = post(WABA, kind.definition()).require(200).object();
    String id = TemplateKinds.text(created.get("id"));
    String category = TemplateKinds.text(kind.template().get("category")).toUpperCase(Locale.ROOT);
    assertThat(created).isEqualTo(Json.object("id", id, "status", "PENDING", "category", category));
    isMissing(kind, user);

    post("/sandbox/templates/" + id, Json.object("status", "APPROVED")).require(200);
    Wamid sent = send(kind, user);
    for (String status : List.of("sent", "delivered")) {
      assertThat(next(sent, "\"status\":\"" + status + "\""))
          .contains("\"pricing\":{", "\"category\":\"" + category.toLowerCase(Locale.ROOT) + "\"");
    }
    assertThat(rendered(user, sent)).isEqualTo(kind.rendered());
    kind.acts().forEach(act -> does(act, user, sent));
    hearsNothingElse(user);

    post("/v25.0/" + id, edit(kind)).require(200);
    assertThat(rendered(user, sent)).isEqualTo(kind.rendered());
    isMissing(kind, user);
    sandbox.call("DELETE", WABA + "?name=" + kind.name(), JsonObject.empty()).require(200);
    assertThat(rendered(user, sent)).isEqualTo(kind.rendered());
    isMissing(kind, user);
  }

  private void isMissing(TemplateKind kind, String user) {
    Sandbox.Answer refused = post("/messages", kind.message(user)).require(404);
    assertThat(refused.body().toString())
        .contains("\"code\":132001", "template name (%s) does not exist".formatted(kind.name()));
  }

  /// In the dialect of the kind: both are used.
  private Wamid send(TemplateKind kind, String user) {
    JsonObject message = kind.message(user);
    String answer =
        kind.d360()
            ? post("/messages", message).require(200).body().toString()
            : calls.post("/v25.0/%s/messages".formatted(Sandbox.NUMBER), message);
    assertThat(answer).contains("\"message_status\":\"accepted\"");
    return new Wamid(answer.replaceAll(".*\"id\":\"(wamid[^\"]+)\".*", "$1"));
  }

  private String next(Wamid about, String part) {
    return inbox
        .next(d -> d.toString().contains(about.value()) && d.toString().contains(part))
        .toString();
  }

  private Json rendered(String user, Wamid sent) {
    JsonObject bubble =
        sandbox.phone(user).screen().stream()
            .filter(each -> Json.of(sent.value()).equals(each.get("id")))
            .findFirst()
            .orElseThrow();
    assertThat(bubble.get("status")).isEqualTo(Json.of("delivered"));
    return Objects.requireNonNull(bubble.get("rendered"));
  }

  private void does(Act act, String user, Wamid sent) {
    String path =
        "/sandbox/handsets/%s/chats/%s/messages/%s/%s"
            .formatted(
                user,
                Sandbox.NUMBER,
                URLEncoder.encode(sent.value(), StandardCharsets.UTF_8),
                act.verb());
    post(path, act.body()).require(act.told().isEmpty() ? 200 : 201);
    if (!act.told().isEmpty()) {
      assertThat(inbox.next(TemplateLifeTest::fromTheUser).toString()).contains(act.told());
    }
  }

  private static boolean fromTheUser(Delivered webhook) {
    return webhook.json().toString().contains("\"messages\":[");
  }

  /// What the user writes now is the next that the business hears of.
  private void hearsNothingElse(String user) {
    Wamid last = sandbox.phone(user).writes("That was all.");
    assertThat(inbox.next(TemplateLifeTest::fromTheUser).toString()).contains(last.value());
  }

  private static JsonObject edit(TemplateKind kind) {
    boolean code = Json.of("AUTHENTICATION").equals(kind.template().get("category"));
    return (JsonObject)
        InBrowser.read(
            code
                ? """
                {"components":[{"type":"BODY"},
                 {"type":"BUTTONS","buttons":[{"type":"OTP","otp_type":"COPY_CODE","text":"New"}]}]}\
                """
                : """
                {"components":[{"type":"BODY","text":"All is new now."}]}\
                """);
  }
}
