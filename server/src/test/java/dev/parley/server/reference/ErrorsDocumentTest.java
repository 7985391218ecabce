package dev.parley.server.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.protocol.api.ErrorCode;
import dev.parley.protocol.api.ErrorCode.Family;
import dev.parley.protocol.api.ErrorSubcode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// `docs/errors.md` is written from the catalogue. When it is out of date the right text lies in
/// `target/errors.md`: copy it over.
class ErrorsDocumentTest {

  @Test
  void the_document_says_what_the_catalogue_says() throws IOException {
    String text = markdown();
    Path fresh = Path.of("target", "errors.md");
    Files.createDirectories(fresh.getParent());
    Files.writeString(fresh, text);
    assertThat(Files.readString(docs().resolve("errors.md")))
        .as("docs/errors.md is out of date; copy %s over it", fresh.toAbsolutePath())
        .isEqualTo(text);
  }

  private static Path docs() {
    for (Path here = Path.of("").toAbsolutePath(); here != null; here = here.getParent()) {
      if (Files.isDirectory(here.resolve("docs")) && Files.exists(here.resolve("parley"))) {
        return here.resolve("docs");
      }
    }
    throw new AssertionError("no folder docs above " + Path.of("").toAbsolutePath());
  }

  private static String markdown() {
    var text =
        new StringBuilder(
            """
            # Errors

            Written from the catalogue in the code (`ErrorCode`), which the server itself uses. A running server has it as
            `GET /errors` (JSON, `?code=131009` for one) and as a page, `/errors.html`. No key is needed.

            - **HTTP** is the status of a synchronous answer. *later* means a `failed` status webhook after the call was answered with 200.
            - A title in *italics* is not verified: Meta's own words for it are not known.
            - 138010 to 138018 (limits and availability of calling) and the codes of the old on-premises API are not listed.

            | Try again? | |
            |---|---|
            """);
    for (var retry : ErrorCode.Retry.values()) {
      text.append("| %s | %s |%n".formatted(word(retry), retry.advice()));
    }
    for (var family : Family.values()) {
      text.append("\n## %s\n\n".formatted(family.title()));
      text.append(
          "| Code | HTTP | Shows up | Title | When | Try again? |\n|---|---|---|---|---|---|\n");
      Arrays.stream(ErrorCode.values())
          .filter(code -> code.family() == family)
          .forEach(code -> text.append(row(code)));
    }
    text.append("\n## Subcodes\n\n| Code | `error_subcode` | Title | When |\n|---|---|---|---|\n");
    for (var subcode : ErrorSubcode.values()) {
      text.append(
          "| %d | %d | %s | %s |%n"
              .formatted(
                  subcode.code().number(),
                  subcode.number(),
                  subcode.title().orElse(""),
                  subcode.when()));
    }
    text.append("\nMeta's own pages: ");
    text.append(
        Arrays.stream(ErrorCode.values())
            .map(ErrorCode::link)
            .distinct()
            .map(link -> "<" + link + ">")
            .collect(Collectors.joining(", ")));
    return text.append(".\n").toString();
  }

  private static String row(ErrorCode code) {
    String mode =
        switch (code.mode()) {
          case SYNC -> "at once";
          case ASYNC -> "later";
          case BOTH -> "at once or later";
          case INBOUND -> "in a user's message";
        };
    String title = code.isTitleVerified() ? code.title() : "*" + code.title() + "*";
    return "| %d | %d | %s | %s | %s | %s |%n"
        .formatted(code.number(), code.httpStatus(), mode, title, code.when(), word(code.retry()));
  }

  private static String word(ErrorCode.Retry retry) {
    return switch (retry) {
      case NO -> "no";
      case BACK_OFF -> "yes";
      case PAIR_BACK_OFF -> "yes, 4^X s";
      case NEXT_DAY -> "after a day";
    };
  }
}
