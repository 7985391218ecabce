package dev.parley.server.boot;

import dev.parley.protocol.json.Json;
import dev.parley.protocol.json.JsonArray;
import dev.parley.protocol.json.JsonObject;
import dev.parley.protocol.json.JsonWriter;
import dev.parley.protocol.json.Place;
import dev.parley.protocol.json.PlaceFinder;
import dev.parley.protocol.message.Strictness;
import dev.parley.server.reference.BodyCheck;
import dev.parley.server.reference.Finding;
import dev.parley.server.reference.Verdict;
import dev.parley.server.reference.VerdictWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// `./parley validate FILE…`: checks bodies of `POST /messages` without a server. Each problem is a
/// line as compilers write it, `file:line:column: …`, so that editors jump there.
final class ValidateCommand {
  private static final String STANDARD_INPUT = "-";

  private final InputStream in;
  private final PrintStream out;
  private final PrintStream err;

  ValidateCommand(InputStream in, PrintStream out, PrintStream err) {
    this.in = in;
    this.out = out;
    this.err = err;
  }

  private record Checked(String file, Verdict verdict, PlaceFinder.Places places) {
    boolean isValid() {
      return verdict instanceof Verdict.Valid;
    }
  }

  /// 0 where all are right, 1 where one is wrong, 2 where it was called wrongly or a file can't be
  /// read.
  int run(List<String> arguments) {
    boolean json = arguments.contains("--json");
    var strictness = arguments.contains("--strict") ? Strictness.STRICT : Strictness.LENIENT;
    var files = new ArrayList<String>();
    for (var argument : arguments) {
      boolean option = argument.startsWith("--");
      if (option && !argument.equals("--json") && !argument.equals("--strict")) {
        return usage("validate knows --json and --strict, not " + argument);
      }
      if (!option) {
        files.add(argument);
      }
    }
    if (files.isEmpty()) {
      return usage("validate takes files with bodies of POST /messages, or - for standard input");
    }
    var checked = new ArrayList<Checked>();
    for (var file : files) {
      try {
        checked.add(check(file, strictness));
      } catch (NoSuchFileException missing) {
        return usage("%s isn't there".formatted(file));
      } catch (IOException | InvalidPathException unreadable) {
        return usage("%s can't be read: %s".formatted(file, unreadable));
      }
    }
    if (json) {
      out.println(JsonWriter.pretty(JsonArray.from(checked, ValidateCommand::write)));
    } else {
      checked.forEach(this::print);
    }
    return checked.stream().allMatch(Checked::isValid) ? 0 : Main.EXIT_FAILED;
  }

  private Checked check(String file, Strictness strictness) throws IOException {
    var bytes = file.equals(STANDARD_INPUT) ? in.readAllBytes() : Files.readAllBytes(Path.of(file));
    var verdict = BodyCheck.of(bytes, strictness);
    var paths = verdict.findings().stream().map(finding -> finding.problem().path()).toList();
    var places =
        paths.isEmpty()
            ? new PlaceFinder.Places(Map.of(), Place.START)
            : PlaceFinder.find(bytes, paths);
    return new Checked(file, verdict, places);
  }

  private void print(Checked checked) {
    switch (checked.verdict()) {
      case Verdict.Valid(var kind, var warnings) -> {
        warnings.forEach(finding -> print(checked, finding, "warning: "));
        out.println("%s: valid, %s".formatted(checked.file(), kind));
      }
      case Verdict.Invalid(var answer, var problems, var warnings) -> {
        problems.forEach(finding -> print(checked, finding, ""));
        warnings.forEach(finding -> print(checked, finding, "warning: "));
      }
      case Verdict.NoJson noJson ->
          noJson.findings().forEach(finding -> print(checked, finding, ""));
    }
  }

  private void print(Checked checked, Finding finding, String sort) {
    var problem = finding.problem();
    var subject = problem.isLocated() ? problem.path() + ": " : "";
    out.println(
        "%s:%s: %s%s%s (%d)"
            .formatted(
                checked.file(),
                checked.places().of(problem.path()),
                sort,
                subject,
                problem.problem(),
                problem.code()));
    if (finding.suggestion() != null) {
      out.println("    " + finding.suggestion());
    }
  }

  private static JsonObject write(Checked checked) {
    return Json.object("file", checked.file())
        .with(
            "result",
            VerdictWriter.write(checked.verdict(), problem -> checked.places().of(problem.path())));
  }

  private int usage(String text) {
    err.println(text);
    return Main.EXIT_USAGE;
  }
}
