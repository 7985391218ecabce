package dev.parley.protocol.message;

import dev.parley.protocol.json.Fields;
import dev.parley.protocol.json.Problem;
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
      Map.of(
          "text", TextReader::read,
          "interactive", InteractiveReader::read,
          "reaction", ReactionReader::read,
          "location", LocationReader::read,
          "contacts", ContactsReader::read,
          "template", TemplateReader::read);

  /// The types of the protocol that have no reader yet.
  private static final Set<String> LATER =
      Set.of("image", "audio", "video", "document", "sticker", "pin");

  private MessageReader() {}

  static @Nullable Message read(Fields body) {
    var type = type(body);
    var reader = type == null ? null : READERS.get(type);
    return reader == null ? null : reader.read(body);
  }

  /// Old clients leave `type` out when they send text (`messages.md` §1).
  private static @Nullable String type(Fields body) {
    if (!body.says("type") && body.has("text")) {
      return "text";
    }
    return known(body, READERS.keySet(), LATER, Problem.INVALID);
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
        codeIfUnknown);
    return null;
  }
}
