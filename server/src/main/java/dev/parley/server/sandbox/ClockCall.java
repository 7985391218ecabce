package dev.parley.server.sandbox;

import dev.parley.protocol.json.Fields;
import dev.parley.protocol.json.Json;
import dev.parley.protocol.json.JsonObject;
import dev.parley.protocol.json.Problem;
import dev.parley.protocol.json.Problems;
import dev.parley.protocol.json.Reading;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/// What `POST /sandbox/clock` asks for: exactly one of `advance` and `set`.
sealed interface ClockCall {

  /// Characters of a duration or a time.
  int TEXT_MAX_CHARS = 64;

  /// Forward by an ISO 8601 duration: days and below are exact, weeks, months and years are those
  /// of the calendar (UTC).
  record Advance(Period days, Duration time) implements ClockCall {
    @Override
    public Instant from(Instant now) {
      try {
        return now.atOffset(ZoneOffset.UTC).plus(days).toInstant().plus(time);
      } catch (DateTimeException | ArithmeticException _) {
        return time.isNegative() || days.isNegative() ? Instant.MIN : Instant.MAX;
      }
    }

    @Override
    public String member() {
      return "advance";
    }
  }

  /// Forward to a time.
  record Set(Instant to) implements ClockCall {
    @Override
    public Instant from(Instant now) {
      return to;
    }

    @Override
    public String member() {
      return "set";
    }
  }

  /// Where the clock should stand; beyond all time where that can't be reckoned.
  Instant from(Instant now);

  /// The member of the body that says so.
  String member();

  static JsonObject show(SandboxClock clock) {
    return Json.object(
        "now", WireTime.millis(clock.instant()),
        "offset_ms", clock.offset().toMillis(),
        "real", clock.isReal());
  }

  static Reading<ClockCall> read(Json body) {
    var problems = new Problems(body);
    var fields = Fields.of(body, problems);
    return problems.reading(fields == null ? null : read(fields));
  }

  private static @Nullable ClockCall read(Fields body) {
    if (body.has("advance") == body.has("set")) {
      body.note(
          "advance",
          (body.has("set") ? "stands beside \"set\"" : "is missing, and so is \"set\"")
              + "; exactly one of the two is needed",
          Problem.BAD_VALUE);
      return null;
    }
    return body.has("advance") ? advance(body) : set(body);
  }

  private static @Nullable ClockCall advance(Fields body) {
    String text = body.text("advance", TEXT_MAX_CHARS);
    if (text == null) {
      return null;
    }
    try {
      int time = text.indexOf('T');
      String days = time < 0 ? text : text.substring(0, time);
      return new Advance(
          days.equals("P") && time > 0 ? Period.ZERO : Period.parse(days),
          time < 0 ? Duration.ZERO : Duration.parse("P" + text.substring(time)));
    } catch (DateTimeException | ArithmeticException _) {
      body.badValue(
          "advance",
          "is %s, must be an ISO 8601 duration such as PT24H, PT90S or P2D"
              .formatted(Fields.quoted(text)));
      return null;
    }
  }

  private static @Nullable ClockCall set(Fields body) {
    String text = body.text("set", TEXT_MAX_CHARS);
    if (text == null) {
      return null;
    }
    try {
      return new Set(OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeException _) {
      body.badValue(
          "set",
          "is %s, must be a time such as 2026-12-01T00:00:00Z".formatted(Fields.quoted(text)));
      return null;
    }
  }
}
