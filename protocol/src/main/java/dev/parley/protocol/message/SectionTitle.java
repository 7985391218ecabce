package dev.parley.protocol.message;

import dev.parley.protocol.json.Fields;
import org.jspecify.annotations.Nullable;

/// Reads the heading of a section: required when there are several sections. Source: `sources.md`,
/// "list section title".
final class SectionTitle {
  private SectionTitle() {}

  static @Nullable String read(Fields section, int sections, int maxChars) {
    if (sections > 1 && !section.says("title")) {
      section.badValue(
          "title",
          "is missing, each of %d sections needs a title (only a single one may have none)"
              .formatted(sections));
      return null;
    }
    return sections > 1 ? section.text("title", maxChars) : section.optionalText("title", maxChars);
  }
}
