package dev.parley.protocol.event;

import dev.parley.protocol.api.UserId;
import dev.parley.protocol.api.WaId;
import dev.parley.protocol.event.InboundContent.SystemNote;
import dev.parley.protocol.event.InboundContent.SystemNote.Kind;
import dev.parley.protocol.json.Fields;
import dev.parley.protocol.json.Problem;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads `system`: what the network says about a user.
final class SystemNoteReader {

  private static final int BODY_MAX_CHARS = 4_096;
  private static final int IDENTITY_MAX_CHARS = 256;

  private static final Set<String> KINDS =
      Set.of("user_changed_number", "user_changed_user_id", "customer_identity_changed");

  private SystemNoteReader() {}

  static @Nullable InboundContent read(Fields body) {
    var system = body.object("system");
    if (system == null) {
      return null;
    }
    var word = system.word("type", KINDS, Problem.INVALID);
    var words = system.text("body", BODY_MAX_CHARS);
    var waId = waId(system);
    var userId = userId(system);
    var identity = system.optionalText("identity", IDENTITY_MAX_CHARS);
    if (word == null || words == null) {
      return null;
    }
    var kind = Kind.valueOf(word.toUpperCase(Locale.ROOT));
    if (kind == Kind.USER_CHANGED_NUMBER && !system.says("wa_id") && !system.says("new_wa_id")) {
      system.missing("wa_id", "is missing, the new number belongs there");
    }
    if (kind == Kind.USER_CHANGED_USER_ID && !system.says("user_id")) {
      system.missing("user_id", "is missing, the new id belongs there");
    }
    return new SystemNote(kind, words, waId, userId, identity);
  }

  /// `new_wa_id` is the older name (`observed.md` §4).
  private static @Nullable WaId waId(Fields system) {
    var name = system.says("wa_id") || !system.says("new_wa_id") ? "wa_id" : "new_wa_id";
    var digits = system.optionalText(name, WaId.DIGITS_MAX);
    if (digits == null) {
      return null;
    }
    var waId = WaId.normalised(digits);
    if (waId.isEmpty()) {
      system.badValue(name, "is %s, must be a phone number".formatted(Fields.quoted(digits)));
    }
    return waId.orElse(null);
  }

  private static @Nullable UserId userId(Fields system) {
    var id = system.optionalString("user_id");
    if (id == null || id.isEmpty()) {
      return null;
    }
    if (!UserId.isUserId(id)) {
      system.badValue(
          "user_id", "is %s, must be a business-scoped user id".formatted(Fields.quoted(id)));
      return null;
    }
    return new UserId(id);
  }
}
