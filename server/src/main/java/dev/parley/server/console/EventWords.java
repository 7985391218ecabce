package dev.parley.server.console;

import dev.parley.protocol.event.InboundContent;
import dev.parley.protocol.json.Json;
import dev.parley.protocol.json.JsonArray;
import dev.parley.protocol.json.JsonObject;
import dev.parley.protocol.json.JsonString;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What a message is and says, in the few words that a timeline has room for.
final class EventWords {
  /// Characters of a title in a timeline.
  private static final int TEXT_MAX_CHARS = 80;

  private EventWords() {}

  /// `text`, `interactive list`.
  static String typeOf(Json request) {
    String type = string(request, "type");
    if (type == null) {
      return "text";
    }
    String kind = string(member(request, "interactive"), "type");
    return kind == null ? type : type + " " + kind;
  }

  /// What a business's message says first, where it says something in words.
  static @Nullable String textOf(Json request) {
    String words = words(request, string(request, "type"));
    return words == null ? null : shorten(words);
  }

  private static @Nullable String words(Json request, @Nullable String type) {
    Json said = member(request, type == null ? "text" : type);
    return switch (type) {
      case null -> string(said, "body");
      case "text" -> string(said, "body");
      case "interactive" -> string(member(said, "body"), "text");
      case "template" -> string(said, "name");
      case "reaction" -> string(said, "emoji");
      case "location" -> firstOf(said, "name", "address");
      case "contacts" -> names(said);
      default -> firstOf(said, "caption", "filename");
    };
  }

  private static @Nullable String firstOf(@Nullable Json said, String first, String second) {
    String words = string(said, first);
    return words == null ? string(said, second) : words;
  }

  private static @Nullable String names(@Nullable Json contacts) {
    if (!(contacts instanceof JsonArray cards)) {
      return null;
    }
    List<String> names =
        cards.items().stream()
            .map(card -> string(member(card, "name"), "formatted_name"))
            .map(name -> name == null ? "?" : name)
            .toList();
    return String.join(", ", names);
  }

  private static @Nullable Json member(@Nullable Json json, String name) {
    return json instanceof JsonObject object ? object.get(name) : null;
  }

  private static @Nullable String string(@Nullable Json json, String name) {
    return member(json, name) instanceof JsonString(var text) && !text.isEmpty() ? text : null;
  }

  /// `text`, `list_reply`, `voice`.
  static String typeOf(InboundContent content) {
    return switch (content) {
      case InboundContent.ListReply reply -> "list_reply";
      case InboundContent.ButtonReply reply -> "button_reply";
      case InboundContent.FormReply reply -> reply.name();
      case InboundContent.CallPermissionReply reply -> "call_permission_reply";
      case InboundContent.Audio audio -> audio.voice() ? "voice" : audio.type();
      case InboundContent.Text _, InboundContent.Location _, InboundContent.Contacts _ ->
          content.type();
      case InboundContent.Image _, InboundContent.Video _, InboundContent.Document _ ->
          content.type();
      case InboundContent.Sticker _, InboundContent.Order _, InboundContent.Reaction _ ->
          content.type();
      case InboundContent.TemplateButton _, InboundContent.SystemNote _ -> content.type();
      case InboundContent.Unsupported _, InboundContent.RequestWelcome _ -> content.type();
      case InboundContent.Edit _, InboundContent.Revoke _ -> content.type();
    };
  }

  static String textOf(InboundContent content) {
    return shorten(words(content));
  }

  private static String words(InboundContent content) {
    return switch (content) {
      case InboundContent.Text text -> text.body();
      case InboundContent.ListReply reply -> reply.title();
      case InboundContent.ButtonReply reply -> reply.title();
      case InboundContent.TemplateButton button -> button.text();
      case InboundContent.Location(var latitude, var longitude, var name, var address, var url) ->
          name == null ? latitude + ", " + longitude : name;
      case InboundContent.Reaction reaction -> orEmpty(reaction.emoji());
      case InboundContent.Order order ->
          order.items().stream().mapToInt(InboundContent.Order.Item::quantity).sum() + " items";
      case InboundContent.Contacts(var cards) ->
          cards.stream()
              .map(card -> card.contact().name().formattedName())
              .collect(Collectors.joining(", "));
      case InboundContent.Image image -> orEmpty(image.caption());
      case InboundContent.Video video -> orEmpty(video.caption());
      case InboundContent.Audio audio -> "";
      case InboundContent.Document document -> document.filename();
      case InboundContent.Sticker sticker -> "";
      case InboundContent.FormReply(var name, var body, var response) ->
          name.equals(InboundContent.FormReply.FLOW) ? response : body.replace("\n", ", ");
      case InboundContent.CallPermissionReply reply -> {
        String accepted = reply.permanent() ? "accept, always" : "accept";
        yield reply.accepted() ? accepted : "reject";
      }
      case InboundContent.SystemNote note -> note.body();
      case InboundContent.Unsupported unsupported -> unsupported.kind();
      case InboundContent.RequestWelcome welcome -> "";
      case InboundContent.Edit edit -> words(edit.message().content());
      case InboundContent.Revoke revoke -> "";
    };
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }

  private static String shorten(String text) {
    return text.codePointCount(0, text.length()) <= TEXT_MAX_CHARS
        ? text
        : text.substring(0, text.offsetByCodePoints(0, TEXT_MAX_CHARS)) + "…";
  }
}
