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
      Map.ofEntries(
          Map.entry("list", ListReader::read),
          Map.entry("button", ButtonReader::read),
          Map.entry("location_request_message", InteractiveReader::locationRequest),
          Map.entry("product", ProductReader::product),
          Map.entry("product_list", ProductReader::productList),
          Map.entry("catalog_message", ProductReader::catalogMessage),
          Map.entry("cta_url", InteractiveReader::ctaUrl),
          Map.entry("flow", FlowReader::read),
          Map.entry("address_message", AddressReader::read),
          Map.entry("order_details", OrderDetailsReader::read),
          Map.entry("order_status", OrderStatusReader::read),
          Map.entry("voice_call", CallReader::voiceCall),
          Map.entry("call_permission_request", CallReader::permissionRequest),
          Map.entry("request_contact_info", InteractiveReader::contactInfoRequest),
          Map.entry("carousel", CarouselReader::read));

  private InteractiveReader() {}

  static @Nullable Interactive read(Fields body) {
    var interactive = body.object("interactive");
    if (interactive == null) {
      return null;
    }
    var kind = MessageReader.known(interactive, READERS.keySet(), Set.of(), Problem.INVALID);
    var reader = kind == null ? null : READERS.get(kind);
    return reader == null ? null : reader.read(interactive);
  }

  private static @Nullable Interactive locationRequest(Fields interactive) {
    HeaderReader.none(interactive, "location_request_message");
    noFooter(interactive, "location_request_message");
    var body = body(interactive, Interactive.BODY_MAX_CHARS);
    action(interactive, LocationRequest.ACTION_NAME);
    return body == null ? null : new LocationRequest(body);
  }

  /// Only a text and the action's name are documented (`verified.md` §6).
  private static @Nullable Interactive contactInfoRequest(Fields interactive) {
    HeaderReader.none(interactive, "request_contact_info");
    noFooter(interactive, "request_contact_info");
    var body = body(interactive, Interactive.BODY_MAX_CHARS);
    action(interactive, ContactInfoRequest.ACTION_NAME);
    return body == null ? null : new ContactInfoRequest(body);
  }

  private static @Nullable Interactive ctaUrl(Fields interactive) {
    var header = HeaderReader.any(interactive);
    var body = body(interactive, Interactive.BODY_MAX_CHARS);
    var footer = footer(interactive);
    var action = action(interactive, CtaUrl.ACTION_NAME);
    var link = action == null ? null : link(action);
    return body == null || link == null
        ? null
        : new CtaUrl(header, body, footer, link.displayText(), link.url());
  }

  /// The words and the address of a button that opens a link.
  record Link(String displayText, String url) {}

  /// The link in `parameters`.
  static @Nullable Link link(Fields action) {
    var parameters = action.object("parameters");
    if (parameters == null) {
      return null;
    }
    var displayText = parameters.text("display_text", CtaUrl.DISPLAY_TEXT_MAX_CHARS);
    var url = parameters.text("url", CtaUrl.URL_MAX_CHARS);
    var problem = url == null ? null : HttpLink.problemOfButton(url);
    if (problem != null) {
      parameters.badValue("url", problem);
    }
    return displayText == null || url == null ? null : new Link(displayText, url);
  }

  /// The action, whose `name` must be this word.
  static @Nullable Fields action(Fields interactive, String name) {
    var action = interactive.object("action");
    if (action != null) {
      action.word("name", Set.of(name), Problem.BAD_VALUE);
    }
    return action;
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

  /// Notes a footer where none may be.
  static void noFooter(Fields interactive, String kind) {
    var footer = interactive.optionalObject("footer");
    if (footer != null && footer.says("text")) {
      interactive.badValue("footer", "is not allowed in an interactive " + kind);
    }
  }
}
