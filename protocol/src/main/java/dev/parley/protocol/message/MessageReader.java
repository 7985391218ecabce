package dev.parley.protocol.message;

import dev.parley.protocol.json.Fields;
import dev.parley.protocol.json.JsonString;
import dev.parley.protocol.json.Problem;
import dev.parley.protocol.json.Remedy;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads the message in a body: `type`, and the member that is named like it.
public final class MessageReader {

  /// The code for what the protocol has but Parley has not yet.
  public static final int UNSUPPORTED = 131051;

  /// Reads the member that is named like the type.
  private interface TypeReader {
    @Nullable Message read(Fields body);
  }

  private static final Map<String, TypeReader> READERS =
      Map.ofEntries(
          Map.entry("text", TextReader::read),
          Map.entry("image", MediaMessageReader::image),
          Map.entry("video", MediaMessageReader::video),
          Map.entry("audio", MediaMessageReader::audio),
          Map.entry("document", MediaMessageReader::document),
          Map.entry("sticker", MediaMessageReader::sticker),
          Map.entry("interactive", InteractiveReader::read),
          Map.entry("reaction", ReactionReader::read),
          Map.entry("location", LocationReader::read),
          Map.entry("contacts", ContactsReader::read),
          Map.entry("template", TemplateReader::read));

  /// What goes to groups only.
  private static final String PIN = "pin";

  /// What a group takes; a pinned message besides. Source: `verified.md` §1.
  private static final Set<String> FOR_GROUPS =
      Set.of("text", "image", "video", "audio", "document", "sticker", "template", PIN);

  private MessageReader() {}

  static @Nullable Message read(Fields body) {
    var type = type(body);
    var reader = type == null ? null : READERS.get(type);
    return reader == null ? null : reader.read(body);
  }

  /// Old clients leave `type` out when they send text (`messages.md` §1).
  private static @Nullable String type(Fields body) {
    if (!body.says("type") && body.has("text") && !body.strict()) {
      return "text";
    }
    return known(body, READERS.keySet(), Set.of(PIN), Problem.INVALID);
  }

  /// Whether the body's type is one that there is, but that goes to single users only.
  static boolean isNotForGroups(Fields body) {
    if (!(body.member("type") instanceof JsonString(var word))) {
      return false;
    }
    var type = word.toLowerCase(Locale.ROOT);
    return READERS.containsKey(type) && !FOR_GROUPS.contains(type);
  }

  /// The word in `type`, if it is one of these; one that comes later and one that nobody knows are
  /// told apart.
  public static @Nullable String known(
      Fields fields, Set<String> words, Set<String> later, int codeIfUnknown) {
    var word = fields.text("type");
    if (word == null) {
      return null;
    }
    var lower = word.toLowerCase(Locale.ROOT);
    if (words.contains(lower)) {
      return lower;
    }
    if (later.contains(lower)) {
      fields.note(
          "type",
          "is %s, a type that Parley does not support yet".formatted(Fields.quoted(word)),
          UNSUPPORTED);
      return null;
    }
    fields.note(
        "type",
        "is %s, which is no known type; there are %s"
            .formatted(Fields.quoted(word), String.join(", ", words.stream().sorted().toList())),
        codeIfUnknown,
        Remedy.OneOf.of(words));
    return null;
  }
}
