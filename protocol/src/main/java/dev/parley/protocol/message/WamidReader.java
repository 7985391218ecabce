package dev.parley.protocol.message;

import dev.parley.protocol.api.Wamid;
import dev.parley.protocol.json.Fields;
import org.jspecify.annotations.Nullable;

/// Reads the id of a message. Whether there is such a message is asked later.
public final class WamidReader {
  private WamidReader() {}

  public static @Nullable Wamid required(Fields fields, String name) {
    return wamid(fields, name, fields.text(name));
  }

  /// An id that may be absent or empty.
  public static @Nullable Wamid optional(Fields fields, String name) {
    var value = fields.optionalString(name);
    return value == null || value.isEmpty() ? null : wamid(fields, name, value);
  }

  private static @Nullable Wamid wamid(Fields fields, String name, @Nullable String value) {
    if (value == null) {
      return null;
    }
    if (!Wamid.isWamid(value)) {
      fields.badValue(
          name, "is %s, must be the id of a message (wamid.…)".formatted(Fields.quoted(value)));
      return null;
    }
    return new Wamid(value);
  }
}
