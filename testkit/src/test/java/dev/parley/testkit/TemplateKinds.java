package dev.parley.testkit;

import dev.parley.protocol.json.Json;
import dev.parley.protocol.json.JsonArray;
import dev.parley.protocol.json.JsonBool;
import dev.parley.protocol.json.JsonObject;
import dev.parley.protocol.json.JsonReader;
import dev.parley.protocol.json.JsonString;
import dev.parley.testkit.BotCalls.Uploaded;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// One template of each kind, a message made from it, what the phone shows then, and what a tap
/// tells the business. In `template-kinds.json`; `${HANDLE:image}` and `${ID:image}` stand for
/// uploaded files.
final class TemplateKinds {
  private static final String FILE = "/template-kinds.json";

  private TemplateKinds() {}

  /// @param template without name and language
  /// @param components of the message
  /// @param rendered what the phone shows
  /// @param india whether payer and payee must be there
  record TemplateKind(
      String name,
      JsonObject template,
      JsonArray components,
      JsonObject rendered,
      List<Act> acts,
      boolean india,
      boolean d360) {

    /// As `POST …/message_templates` takes it.
    JsonObject definition() {
      return template.with("name", Json.of(name)).with("language", Json.of("en_US"));
    }

    JsonObject message(String to) {
      return Json.object(
          "messaging_product",
          "whatsapp",
          "to",
          to,
          "type",
          "template",
          "template",
          Json.object(
              "name",
              name,
              "language",
              Json.object("code", "en_US", "policy", "deterministic"),
              "components",
              components));
    }

    TemplateKind with(Uploaded files) {
      return new TemplateKind(
          name,
          (JsonObject) files.in(template),
          (JsonArray) files.in(components),
          (JsonObject) files.in(rendered),
          acts,
          india,
          d360);
    }

    /// For the names of tests.
    @Override
    public String toString() {
      return name;
    }
  }

  /// What the user does.
  ///
  /// @param told parts of the webhook that follows; none where the business is told nothing
  record Act(String verb, JsonObject body, List<String> told) {}

  static List<TemplateKind> all() {
    try (InputStream file = TemplateKinds.class.getResourceAsStream(FILE)) {
      Json kinds = JsonReader.read(Objects.requireNonNull(file).readAllBytes()).orThrow();
      return ((JsonArray) kinds).items().stream().map(each -> kind((JsonObject) each)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static TemplateKind named(String name) {
    return all().stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow();
  }

  private static TemplateKind kind(JsonObject kind) {
    return new TemplateKind(
        text(kind.get("kind")),
        (JsonObject) Objects.requireNonNull(kind.get("template")),
        (JsonArray) Objects.requireNonNull(kind.get("components")),
        (JsonObject) Objects.requireNonNull(kind.get("rendered")),
        items(kind, "acts").stream().map(each -> act((JsonObject) each)).toList(),
        JsonBool.TRUE.equals(kind.get("india")),
        kind.has("dialect"));
  }

  private static Act act(JsonObject act) {
    return new Act(
        text(act.get("verb")),
        (JsonObject) Objects.requireNonNull(act.get("body")),
        items(act, "told").stream().map(TemplateKinds::text).toList());
  }

  private static List<Json> items(JsonObject object, String name) {
    return ((JsonArray) Objects.requireNonNull(object.get(name))).items();
  }

  static String text(@Nullable Json json) {
    return ((JsonString) Objects.requireNonNull(json)).value();
  }
}
