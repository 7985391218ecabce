package dev.parley.server.console;

import dev.parley.account.Accounts;
import dev.parley.account.PhoneNumber;
import dev.parley.account.Sender;
import dev.parley.protocol.json.Json;
import dev.parley.protocol.json.JsonArray;
import dev.parley.protocol.json.JsonNumber;
import dev.parley.protocol.json.JsonObject;
import dev.parley.protocol.json.JsonReader;
import dev.parley.protocol.json.JsonString;
import dev.parley.protocol.json.Reading;
import dev.parley.server.http.BodyRefused;
import dev.parley.server.http.Handler;
import dev.parley.server.http.Header;
import dev.parley.server.http.Headers;
import dev.parley.server.http.Request;
import dev.parley.server.http.Response;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The bot's last API calls, refused ones included, as `GET /sandbox/calls` and the page show them.
/// In memory only. Recording keeps references; what a call looks like is worked out when asked.
public final class CallLog {
  /// Calls kept; the oldest goes.
  static final int CALLS_MAX = 1_000;

  /// Of a body or an answer; what is longer is cut, so that the log's memory has a bound.
  static final int SHOWN_BYTES_MAX = 64 * 1024;

  /// All bodies together; the oldest calls go earlier when theirs are large.
  static final long KEPT_BYTES_MAX = 16 << 20;

  private static final int MASKED_TAIL_CHARS = 4;
  private static final Set<String> SECRET_HEADERS = Set.of("authorization", "d360-api-key");
  private static final Set<String> SHOWN_HEADERS =
      Set.of("authorization", "d360-api-key", "content-type", "user-agent", "content-length");

  private final InstantSource clock;
  private final Supplier<Accounts> accounts;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition added = lock.newCondition();
  private final Deque<Call> calls = new ArrayDeque<>();
  private long keptBytes;
  private long last;
  private volatile @Nullable Consumer<Call> listener;

  public CallLog(InstantSource clock, Supplier<Accounts> accounts) {
    this.clock = clock;
    this.accounts = accounts;
  }

  /// Called with each call, on the caller's thread: must return at once.
  void onCall(Consumer<Call> to) {
    listener = to;
  }

  /// The same API, with its calls recorded.
  public Handler recording(Handler api) {
    return request -> {
      Instant at = clock.instant();
      long start = System.nanoTime();
      try {
        Response response = api.handle(request);
        switch (response) {
          case Response.Answer answer ->
              record(request, bodyOf(request), answer.status(), answer.body(), at, start);
          case Response.Failure failure -> {
            byte[] why = failure.message().getBytes(StandardCharsets.UTF_8);
            record(request, bodyOf(request), failure.status(), why, at, start);
          }
          case Response.Download download ->
              record(request, bodyOf(request), download.status(), new byte[0], at, start);
          case Response.EventStream stream -> {}
        }
        return response;
      } catch (BodyRefused refused) {
        byte[] why = String.valueOf(refused.getMessage()).getBytes(StandardCharsets.UTF_8);
        record(request, new byte[0], refused.status(), why, at, start);
        throw refused;
      }
    };
  }

  private void record(
      Request request, byte[] body, int status, byte[] answer, Instant at, long startNanos) {
    Call call;
    lock.lock();
    try {
      call =
          new Call(
              ++last,
              at,
              System.nanoTime() - startNanos,
              request.method(),
              request.rawPath(),
              request.path(),
              request.headers(),
              cut(body),
              status,
              cut(answer));
      calls.add(call);
      keptBytes += call.bytes();
      while (calls.size() > CALLS_MAX || keptBytes > KEPT_BYTES_MAX) {
        keptBytes -= calls.removeFirst().bytes();
      }
      added.signalAll();
    } finally {
      lock.unlock();
    }
    Consumer<Call> to = listener;
    if (to != null) {
      to.accept(call);
    }
  }

  /// Calls after the one of this number, oldest first; waits for one until the deadline (of
  /// `System.nanoTime`).
  List<Call> after(long number, long deadline) throws InterruptedException {
    lock.lock();
    try {
      while (last <= number) {
        long left = deadline - System.nanoTime();
        if (left <= 0) {
          return List.of();
        }
        added.awaitNanos(left);
      }
      return calls.stream().filter(call -> call.number() > number).toList();
    } finally {
      lock.unlock();
    }
  }

  public void clear() {
    lock.lock();
    try {
      calls.clear();
      keptBytes = 0;
    } finally {
      lock.unlock();
    }
  }

  JsonObject write(Call call) {
    Json body = shown(call.body());
    Json answer = shown(call.answer());
    var json =
        JsonObject.builder()
            .put("id", "c-" + call.number())
            .put("at", call.at().toString())
            .put("method", call.method())
            .put("path", call.rawPath())
            .put("status", call.status())
            .put("ms", millis(call.nanos()));
    numberOf(call).ifPresent(number -> json.put("number", number.id()));
    text(answer, "contacts", "wa_id")
        .or(() -> recipient(body))
        .ifPresent(to -> json.put("chat", to));
    text(answer, "messages", "id").ifPresent(wamid -> json.put("wamid", wamid));
    json.put("request_headers", headers(call.headers())).put("body", body).put("answer", answer);
    if (answer instanceof JsonObject o
        && o.get("error") instanceof JsonObject error
        && error.get("error_data") instanceof JsonObject data
        && data.get("problems") instanceof JsonArray problems) {
      json.put("problems", problems);
    }
    return json.build();
  }

  private Optional<PhoneNumber> numberOf(Call call) {
    for (String segment : call.path()) {
      Optional<PhoneNumber> named = accounts.get().number(segment);
      if (named.isPresent()) {
        return named;
      }
    }
    String key = call.headers().first("D360-API-KEY");
    String authorization = call.headers().first("Authorization");
    if (key == null
        && authorization != null
        && authorization.regionMatches(true, 0, "Bearer ", 0, 7)) {
      key = authorization.substring(7).strip();
    }
    return key == null ? Optional.empty() : accounts.get().byKey(key).map(Sender::number);
  }

  private static Optional<String> recipient(Json body) {
    return body instanceof JsonObject o && o.get("to") instanceof JsonString(var to)
        ? Optional.of(to.replaceAll("\\D", ""))
        : Optional.empty();
  }

  private static Optional<String> text(Json answer, String array, String name) {
    return answer instanceof JsonObject o
            && o.get(array) instanceof JsonArray(var items)
            && !items.isEmpty()
            && items.getFirst() instanceof JsonObject first
            && first.get(name) instanceof JsonString(var value)
        ? Optional.of(value)
        : Optional.empty();
  }

  private static JsonObject headers(Headers headers) {
    var json = JsonObject.builder();
    for (Header header : headers.all()) {
      String name = header.name().toLowerCase(Locale.ROOT);
      if (SHOWN_HEADERS.contains(name)) {
        json.put(
            header.name(), SECRET_HEADERS.contains(name) ? masked(header.value()) : header.value());
      }
    }
    return json.build();
  }

  private static String masked(String secret) {
    int tail = Math.min(MASKED_TAIL_CHARS, secret.length() / 4);
    return "•••" + secret.substring(secret.length() - tail);
  }

  private static Json shown(byte[] bytes) {
    return switch (JsonReader.read(bytes)) {
      case Reading.Ok<Json>(var json) -> json;
      case Reading.Wrong<Json> notJson -> new JsonString(new String(bytes, StandardCharsets.UTF_8));
    };
  }

  private static JsonNumber millis(long nanos) {
    return JsonNumber.of(BigDecimal.valueOf(nanos, 6).setScale(1, RoundingMode.HALF_UP));
  }

  /// What the handler did not want to read is not waited for.
  private static byte[] bodyOf(Request request) {
    byte[] read = request.bodyIfRead();
    return read == null ? new byte[0] : read;
  }

  private static byte[] cut(byte[] bytes) {
    return bytes.length <= SHOWN_BYTES_MAX
        ? bytes
        : java.util.Arrays.copyOf(bytes, SHOWN_BYTES_MAX);
  }

  /// One call. It keeps nothing of the connection.
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Call(
      long number,
      Instant at,
      long nanos,
      String method,
      String rawPath,
      List<String> path,
      Headers headers,
      byte[] body,
      int status,
      byte[] answer) {

    long bytes() {
      return body.length + answer.length + 512L;
    }
  }
}
