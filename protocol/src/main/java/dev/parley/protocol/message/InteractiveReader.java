package dev.parley.protocol.message;

import dev.parley.protocol.json.Fields;
import dev.parley.protocol.json.Problem;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads `interactive`: its `type`, then the reader of that kind. Source: `messages.md` §7 ff.
final class InteractiveReader {

  private interface KindReader {
    @Nullable Interactive read(Fields interactive);
  }

  private static final Map<String, KindReader> READERS =
      Map.of(
          "list", ListReader::read,
          "button", ButtonReader::read,
          "location_request_message", InteractiveReader::locationRequest,
          "product", ProductReader::product,
          "product_list", ProductReader::productList,
          "cta_url", InteractiveReader::ctaUrl);

  /// The kinds of the protocol that have no reader yet.
  private static final Set<String> LATER =
      Set.of(
          "address_message",
          "call_permission_request",
          "carousel",
          "catalog_message",
          "flow",
          "order_details",
          "order_status",
          "request_contact_info",
          "voice_call");

  private InteractiveReader() {}

  static @Nullable Interactive read(Fields body) {
    var interactive = body.object("interactive");
    if (interactive == null) {
      return null;
    }
    var kind = MessageReader.known(interactive, READERS.keySet(), LATER, Problem.INVALID);
    var reader = kind == null ? null : READERS.get(kind);
    return reader == null ? null : reader.read(interactive);
  }

  private static @Nullable Interactive locationRequest(Fields interactive) {
    HeaderReader.none(interactive, "location_request_message");
    noFooter(interactive, "location_request_message");
    var body = body(interactive, Interactive.BODY_MAX_CHARS);
    var action = interactive.object("action");
    if (action != null) {
      actionName(action, LocationRequest.ACTION_NAME);
    }
    return body == null ? null : new LocationRequest(body);
  }

  private static @Nullable Interactive ctaUrl(Fields interactive) {
    var header = HeaderReader.any(interactive);
    var body = body(interactive, Interactive.BODY_MAX_CHARS);
    var footer = footer(interactive);
    var action = interactive.object("action");
    if (action != null) {
      actionName(action, CtaUrl.ACTION_NAME);
    }
    var parameters = action == null ? null : action.object("parameters");
    if (parameters == null) {
      return null;
    }
    var displayText = parameters.text("display_text", CtaUrl.DISPLAY_TEXT_MAX_CHARS);
    var url = parameters.text("url", CtaUrl.URL_MAX_CHARS);
    var problem = url == null ? null : HttpLink.problemOfButton(url);
    if (problem != null) {
      parameters.badValue("url", problem);
    }
    return body == null || displayText == null || url == null
        ? null
        : new CtaUrl(header, body, footer, displayText, url);
  }

  private static void actionName(Fields action, String name) {
    action.word("name", Set.of(name), Problem.BAD_VALUE);
  }

  /// The text that must be there.
  static @Nullable String body(Fields interactive, int maxChars) {
    var body = interactive.object("body");
    return body == null ? null : body.text("text", maxChars);
  }

  /// The text that may be absent; `{}` and `""` count as absent.
  static @Nullable String optionalBody(Fields interactive) {
    var body = interactive.optionalObject("body");
    return body == null ? null : body.optionalText("text", Interactive.BODY_MAX_CHARS);
  }

  /// The small print, which may be absent; `{}` and `""` count as absent.
  static @Nullable String footer(Fields interactive) {
    var footer = interactive.optionalObject("footer");
    return footer == null ? null : footer.optionalText("text", Interactive.FOOTER_MAX_CHARS);
  }

  private static void noFooter(Fields interactive, String kind) {
    var footer = interactive.optionalObject("footer");
    if (footer != null && footer.says("text")) {
      interactive.badValue("footer", "is not allowed in an interactive " + kind);
    }
  }
}
