package dev.parley.server.admin;

import dev.parley.protocol.api.ApiError;
import dev.parley.protocol.api.ErrorCode;
import dev.parley.protocol.json.Fields;
import dev.parley.protocol.template.LibraryEntry;
import dev.parley.protocol.template.LibraryEntryWriter;
import dev.parley.protocol.template.TemplateLanguages;
import dev.parley.protocol.template.TemplateLibrary;
import dev.parley.server.http.Request;
import dev.parley.server.http.Response;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/// The template library: all filters at once, in pages as any list. A word that none of them can be
/// is refused. Source: reference, templates-and-media.md §4, Browse, which leaves filters together,
/// pages and bad words open; those are as in the list of templates (observed.md §3).
record LibraryReads(Answers answers, Pages pages) {

  /// @param words what can stand there, in capitals; null where anything can
  private record Filter(
      String name, @Nullable Collection<String> words, BiPredicate<LibraryEntry, String> fits) {}

  private static final List<Filter> FILTERS =
      List.of(
          new Filter("search", null, LibraryEntry::holds),
          new Filter(
              "topic",
              TemplateLibrary.TOPICS,
              (entry, word) -> Objects.equals(entry.topic(), upper(word))),
          new Filter(
              "usecase",
              TemplateLibrary.USECASES,
              (entry, word) -> Objects.equals(entry.usecase(), upper(word))),
          new Filter(
              "industry",
              TemplateLibrary.INDUSTRIES,
              (entry, word) -> entry.industries().contains(upper(word))),
          new Filter("language", null, (entry, code) -> entry.language().equals(code)),
          new Filter("name", null, (entry, name) -> entry.name().equals(name)));

  Response.Answer list(Request request) {
    List<LibraryEntry> found = TemplateLibrary.entries();
    for (Filter filter : FILTERS) {
      String value = request.query().first(filter.name());
      if (value == null || value.isBlank()) {
        continue;
      }
      Optional<String> wanted = choicesIfNone(filter, value);
      if (wanted.isPresent()) {
        return answers.refused(
            ApiError.of(
                ErrorCode.INVALID_PARAMETER,
                "%s is %s, must be %s"
                    .formatted(filter.name(), Fields.quoted(value), wanted.get())));
      }
      found = found.stream().filter(entry -> filter.fits().test(entry, value)).toList();
    }
    return answers.page(pages.cut(request, found, LibraryEntry::id, LibraryEntryWriter::write));
  }

  /// What could be there, if this value can't.
  private static Optional<String> choicesIfNone(Filter filter, String value) {
    Collection<String> words = filter.words();
    if (words != null && !words.contains(upper(value))) {
      return Optional.of("one of " + String.join(", ", words.stream().sorted().toList()));
    }
    return filter.name().equals("language") && !TemplateLanguages.has(value)
        ? Optional.of("a code such as en_US")
        : Optional.empty();
  }

  private static String upper(String word) {
    return word.toUpperCase(Locale.ROOT);
  }
}
