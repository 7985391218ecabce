package dev.parley.server.media;

import dev.parley.account.PhoneNumber;
import dev.parley.account.Sender;
import dev.parley.protocol.api.ApiError;
import dev.parley.protocol.api.ErrorCode;
import dev.parley.protocol.api.GraphErrorWriter;
import dev.parley.protocol.json.Json;
import dev.parley.protocol.json.JsonObject;
import dev.parley.protocol.json.JsonWriter;
import dev.parley.server.http.Handler;
import dev.parley.server.http.Request;
import dev.parley.server.http.Response;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// 360dialog's limits on files, for numbers that are set to have them, and calls that come with its
/// key. They are held in memory: a restart, or a reset, forgets them. Source: reference,
/// platform.md §1; responses-and-errors.md §4 (rate limits, proxy errors).
public final class Throttles {
  /// Uploads of a number within {@link #UPLOADS_WITHIN}. One more is refused.
  static final int UPLOADS_MAX = 25;

  static final Duration UPLOADS_WITHIN = Duration.ofSeconds(1);

  /// Errors that `GET /{media-id}` answered within {@link #FAILED_WITHIN}. The last of them blocks
  /// the call for {@link #BLOCKED_FOR}.
  static final int FAILED_MAX = 20;

  static final Duration FAILED_WITHIN = Duration.ofMinutes(60);
  static final Duration BLOCKED_FOR = Duration.ofMinutes(30);

  private static final String D360_KEY = "D360-API-KEY";

  /// The page of 360dialog's errors lists both with 400 and 403; it has no 429.
  private static final Proxy TOO_FAST =
      new Proxy(400, "You have exceeded the endpoint rate limit.");

  private static final Proxy BLOCKED = new Proxy(403, "The endpoint is blocked");

  private final InstantSource clock;
  private final Function<Request, Optional<Sender>> callers;
  private final Supplier<String> traceIds;
  private final Map<String, Past> numbers = new HashMap<>();

  /// @param callers who asks, by the key
  /// @param traceIds of 360dialog's kind, a new one for each error
  public Throttles(
      InstantSource clock, Function<Request, Optional<Sender>> callers, Supplier<String> traceIds) {
    this.clock = clock;
    this.callers = callers;
    this.traceIds = traceIds;
  }

  /// An error of 360dialog's own.
  private record Proxy(int status, String message) {}

  /// What a number did lately.
  private static final class Past {
    private final Deque<Instant> uploads = new ArrayDeque<>();
    private final Deque<Instant> failed = new ArrayDeque<>();
    private @Nullable Instant blockedUntil;
  }

  /// An upload, unless there were too many just now.
  Handler upload(Handler handler) {
    return request -> {
      PhoneNumber number = throttled(request);
      Instant until = number == null ? null : uploadsAgainAt(number, clock.instant());
      return until == null
          ? handler.handle(request)
          : refused(
              TOO_FAST,
              until,
              "More than %d uploads in %d s".formatted(UPLOADS_MAX, UPLOADS_WITHIN.toSeconds()));
    };
  }

  /// A question for a file, unless too many went wrong.
  Handler read(Handler handler) {
    return request -> {
      PhoneNumber number = throttled(request);
      if (number == null) {
        return handler.handle(request);
      }
      Instant until = readsAgainAt(number, clock.instant());
      if (until != null) {
        return refused(
            BLOCKED,
            until,
            "%d questions for files failed within %d minutes; blocked for %d minutes"
                .formatted(FAILED_MAX, FAILED_WITHIN.toMinutes(), BLOCKED_FOR.toMinutes()));
      }
      Response answer = handler.handle(request);
      if (isError(answer)) {
        count(number, clock.instant());
      }
      return answer;
    };
  }

  private @Nullable PhoneNumber throttled(Request request) {
    return request.headers().first(D360_KEY) == null
        ? null
        : callers
            .apply(request)
            .map(Sender::number)
            .filter(number -> number.rules().mediaThrottled())
            .orElse(null);
  }

  private static boolean isError(Response answer) {
    return switch (answer) {
      case Response.Answer told -> told.status() >= 400;
      case Response.Failure failure -> true;
      case Response.Download download -> false;
      case Response.EventStream stream -> false;
    };
  }

  private synchronized @Nullable Instant uploadsAgainAt(PhoneNumber number, Instant now) {
    Deque<Instant> uploads = past(number).uploads;
    forget(uploads, now, UPLOADS_WITHIN);
    if (uploads.size() >= UPLOADS_MAX) {
      return uploads.getFirst().plus(UPLOADS_WITHIN);
    }
    uploads.addLast(now);
    return null;
  }

  private synchronized @Nullable Instant readsAgainAt(PhoneNumber number, Instant now) {
    Past past = past(number);
    Instant until = past.blockedUntil;
    if (until != null && !now.isBefore(until)) {
      past.blockedUntil = null;
      until = null;
    }
    return until;
  }

  private synchronized void count(PhoneNumber number, Instant now) {
    Past past = past(number);
    forget(past.failed, now, FAILED_WITHIN);
    past.failed.addLast(now);
    if (past.failed.size() >= FAILED_MAX) {
      past.failed.clear();
      past.blockedUntil = now.plus(BLOCKED_FOR);
    }
  }

  private Past past(PhoneNumber number) {
    return numbers.computeIfAbsent(number.id(), id -> new Past());
  }

  /// Also what lies ahead, where the clock was set back.
  private static void forget(Deque<Instant> times, Instant now, Duration within) {
    times.removeIf(time -> time.isAfter(now) || !now.isBefore(time.plus(within)));
  }

  /// 360dialog's `meta`, and beside it the envelope that clients of Graph read.
  private Response refused(Proxy proxy, Instant until, String details) {
    JsonObject meta =
        Json.object(
            "success", false,
            "http_code", proxy.status(),
            "developer_message", proxy.message(),
            "360dialog_trace_id", traceIds.get(),
            "details", details + "; again at " + until);
    JsonObject body =
        GraphErrorWriter.envelope(
            ApiError.of(ErrorCode.TOO_MANY_CALLS, details + "; again at " + until), traceIds.get());
    long seconds =
        Math.max(1, Duration.between(clock.instant(), until).plusMillis(999).toSeconds());
    return Response.json(proxy.status(), JsonWriter.utf8(body.with("meta", meta)))
        .with("Retry-After", Long.toString(seconds));
  }
}
