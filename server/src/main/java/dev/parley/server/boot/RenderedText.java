package dev.parley.server.boot;

import dev.parley.protocol.json.Json;
import dev.parley.protocol.json.JsonArray;
import dev.parley.protocol.json.JsonObject;
import dev.parley.protocol.json.JsonString;
import org.jspecify.annotations.Nullable;

/// A template message in lines of text, about as a phone shows it.
final class RenderedText {
  private final StringBuilder text = new StringBuilder();

  private RenderedText() {}

  /// @param rendered as `POST /templates/preview` answers it
  static String of(JsonObject rendered) {
    var written = new RenderedText();
    written.bubble("", rendered);
    if (rendered.get("cards") instanceof JsonArray(var cards)) {
      for (int i = 0; i < cards.size(); i++) {
        if (cards.get(i) instanceof JsonObject card) {
          written.line("", "--- card %d".formatted(i + 1));
          written.bubble("  ", card);
        }
      }
    }
    return written.text.toString();
  }

  private void bubble(String indent, JsonObject shown) {
    header(indent, shown.get("header"));
    if (shown.get("limited_time_offer") instanceof JsonObject offer) {
      line(indent, "(" + string(offer, "text") + ")");
    }
    if (shown.get("order_status") instanceof JsonObject status
        && status.get("order") instanceof JsonObject order) {
      line(indent, "(%s: %s)".formatted(string(status, "reference_id"), string(order, "status")));
    }
    string(shown, "body").lines().forEach(each -> line(indent, each));
    if (shown.get("footer") instanceof JsonString(var footer)) {
      line(indent, "~ " + footer);
    }
    if (shown.has("call_permission_request")) {
      line(indent, "(asks for permission to call)");
    }
    if (shown.get("buttons") instanceof JsonArray(var buttons)) {
      for (Json button : buttons) {
        if (button instanceof JsonObject object) {
          line(indent, button(object));
        }
      }
    }
  }

  private void header(String indent, @Nullable Json header) {
    switch (header) {
      case JsonString(var words) -> line(indent, "# " + words);
      case JsonObject value -> {
        String type = string(value, "type");
        line(indent, "# [%s %s]".formatted(type, value.get(type)));
      }
      case null, default -> {}
    }
  }

  /// `[Menu] URL https://…`
  private static String button(JsonObject button) {
    var words = new StringBuilder("[" + string(button, "text") + "] " + string(button, "type"));
    for (String member : new String[] {"url", "phone_number", "code", "payload", "flow_token"}) {
      if (button.get(member) instanceof JsonString(var value)) {
        words.append(' ').append(value);
      }
    }
    return words.toString();
  }

  private static String string(JsonObject object, String name) {
    return object.get(name) instanceof JsonString(var value) ? value : "";
  }

  private void line(String indent, String words) {
    text.append(indent).append(words).append('\n');
  }
}
