package dev.parley.protocol.template;

import dev.parley.protocol.json.Fields;
import dev.parley.protocol.json.Path;
import dev.parley.protocol.json.Problem;
import dev.parley.protocol.message.TemplateComponent;
import dev.parley.protocol.message.TemplateComponent.Place;
import dev.parley.protocol.message.TemplateParameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Whether the values for a library template are what its entry says they are, and its document a
/// PDF. The answer's code is that of problems with parameters since v23.0, as no page names one for
/// these. Source: reference, templates-and-media.md §3, §4, §6.
final class LibraryValues {
  private static final String PDF = ".pdf";

  private LibraryValues() {}

  /// None where the template is not of the library. The values fit its variables otherwise.
  static List<Problem> problems(
      Path at, TemplateDefinition definition, List<TemplateComponent> sent) {
    var problems = new ArrayList<Problem>();
    var name = definition.libraryName();
    var entry =
        name == null ? null : TemplateLibrary.find(name, definition.language()).orElse(null);
    if (entry == null) {
      return problems;
    }
    for (int i = 0; i < sent.size(); i++) {
      if (sent.get(i) instanceof TemplateComponent.Part(var place, var values)) {
        var here = at.index(i).field("parameters");
        if (place == Place.BODY) {
          typed(here, entry, values, problems);
        } else if (place == Place.HEADER && entry.withDocument()) {
          document(here.index(0), values, problems);
        }
      }
    }
    return problems;
  }

  private static void typed(
      Path at, LibraryEntry entry, List<TemplateParameter> values, List<Problem> problems) {
    for (int i = 0; i < Math.min(values.size(), entry.types().size()); i++) {
      var type = entry.types().get(i);
      var words = Filling.words(values.get(i));
      if (words != null && !type.fits(words)) {
        problems.add(
            Misfit.parameters(
                at.index(i).field("text"),
                "is %s, variable %d of the library's %s takes %s (%s)"
                    .formatted(
                        Fields.quoted(words), i + 1, entry.name(), type.wanted(), type.wire())));
      }
    }
  }

  /// By its name: what is in a file that is linked shows only later.
  private static void document(Path at, List<TemplateParameter> values, List<Problem> problems) {
    if (!values.isEmpty()
        && values.getFirst() instanceof TemplateParameter.Media(var kind, var source, var filename)
        && filename != null
        && !filename.toLowerCase(Locale.ROOT).endsWith(PDF)) {
      problems.add(
          Misfit.parameters(
              at.field("document").field("filename"),
              "is %s, a document of a library template is a PDF"
                  .formatted(Fields.quoted(filename))));
    }
  }
}
