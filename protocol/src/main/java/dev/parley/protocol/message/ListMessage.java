package dev.parley.protocol.message;

import dev.parley.protocol.message.Header.Title;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `interactive.list`: a button that opens a sheet of rows, one of which the user chooses. Source:
/// `messages.md` §8.
///
/// @param header a line of text; lists take no media
/// @param button the text on the button that opens the sheet
public record ListMessage(
    @Nullable Title header,
    String body,
    @Nullable String footer,
    String button,
    List<Section> sections)
    implements Interactive {

  /// Characters of `body.text`. Source: Meta's page of July 2026; older ones say 1024.
  public static final int BODY_MAX_CHARS = 4096;

  /// Characters of `action.button`.
  public static final int BUTTON_MAX_CHARS = 20;

  /// Sections of a list.
  public static final int SECTIONS_MAX = 10;

  /// Rows over all sections.
  public static final int ROWS_MAX = 10;

  public ListMessage {
    sections = List.copyOf(sections);
  }

  /// Rows under a heading, which may be absent when there is one section only.
  public record Section(@Nullable String title, List<Row> rows) {

    /// Characters of a heading.
    public static final int TITLE_MAX_CHARS = 24;

    public Section {
      rows = List.copyOf(rows);
    }
  }

  /// One choice. Its id is unique over the whole list.
  public record Row(String id, String title, @Nullable String description) {
    /// Characters of an id; no space at either end.
    public static final int ID_MAX_CHARS = 200;

    public static final int TITLE_MAX_CHARS = 24;

    public static final int DESCRIPTION_MAX_CHARS = 72;
  }

  @Override
  public String kind() {
    return "list";
  }
}
