package dev.parley.protocol.message;

import dev.parley.protocol.json.Fields;
import org.jspecify.annotations.Nullable;

/// Reads the heading of a section: required when there are several sections, always where the
/// reading is strict. Source: `sources.md`, "list section title".
final class SectionTitle {
  private SectionTitle() {}

  static @Nullable String read(Fields section, int sections, int maxChars) {
    boolean required = sections > 1 || section.strict();
    if (required && !section.says("title")) {
      section.badValue(
          "title",
          sections > 1
              ? "is missing, each of %d sections needs a title (only a single one may have none)"
                  .formatted(sections)
              : "is missing");
      return null;
    }
    return required ? section.text("title", maxChars) : section.optionalText("title", maxChars);
  }
}
