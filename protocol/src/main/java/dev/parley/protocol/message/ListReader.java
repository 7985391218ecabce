package dev.parley.protocol.message;

import dev.parley.protocol.json.Fields;
import dev.parley.protocol.json.Problem;
import dev.parley.protocol.message.ListMessage.Row;
import dev.parley.protocol.message.ListMessage.Section;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads `interactive` of type `list`. Source: `messages.md` §8.
final class ListReader {

  private static final String ROW_TITLE_TOO_LONG =
      "Row title is too long. Max length is " + Row.TITLE_MAX_CHARS;

  private static final String TOO_MANY_ROWS =
      "Total row count exceed max allowed count: " + ListMessage.ROWS_MAX;

  private ListReader() {}

  static @Nullable ListMessage read(Fields interactive) {
    var header = HeaderReader.title(interactive);
    var body =
        InteractiveReader.body(
            interactive,
            interactive.strict() ? Interactive.BODY_MAX_CHARS : ListMessage.BODY_MAX_CHARS);
    var footer = InteractiveReader.footer(interactive);
    var action = interactive.object("action");
    if (action == null) {
      return null;
    }
    var button = action.text("button", ListMessage.BUTTON_MAX_CHARS);
    var sections = sections(action);
    return body == null || button == null || sections == null
        ? null
        : new ListMessage(header, body, footer, button, sections);
  }

  private static @Nullable List<Section> sections(Fields action) {
    var items = action.objects("sections");
    if (items == null) {
      return null;
    }
    int count = action.size("sections");
    int rows = items.stream().mapToInt(section -> section.size("rows")).sum();
    if (count > ListMessage.SECTIONS_MAX) {
      action.badValue(
          "sections",
          "has %d sections, at most %d are allowed".formatted(count, ListMessage.SECTIONS_MAX));
    } else if (rows > ListMessage.ROWS_MAX) {
      action.note(
          "sections",
          "have %d rows in all, at most %d are allowed".formatted(rows, ListMessage.ROWS_MAX),
          Problem.BAD_VALUE,
          null,
          TOO_MANY_ROWS);
    }
    var ids = new HashSet<String>();
    var sections = new ArrayList<Section>(items.size());
    for (var item : items) {
      var title = SectionTitle.read(item, count, Section.TITLE_MAX_CHARS);
      sections.add(new Section(title, rows(item, ids)));
    }
    return sections;
  }

  private static List<Row> rows(Fields section, Set<String> ids) {
    var items = section.objects("rows");
    if (items == null) {
      return List.of();
    }
    var rows = new ArrayList<Row>(items.size());
    for (var item : items) {
      var id = item.id("id", Row.ID_MAX_CHARS);
      var title = item.text("title", Row.TITLE_MAX_CHARS, ROW_TITLE_TOO_LONG);
      var description = item.optionalText("description", Row.DESCRIPTION_MAX_CHARS);
      if (id != null && !ids.add(id)) {
        item.badValue("id", "is %s, as an earlier row's id".formatted(Fields.quoted(id)));
      }
      if (id != null && title != null) {
        rows.add(new Row(id, title, description));
      }
    }
    return rows;
  }
}
