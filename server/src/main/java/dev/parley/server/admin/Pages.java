package dev.parley.server.admin;

import dev.parley.protocol.api.ApiError;
import dev.parley.protocol.api.ErrorCode;
import dev.parley.protocol.json.Fields;
import dev.parley.protocol.json.Json;
import dev.parley.protocol.json.JsonArray;
import dev.parley.protocol.json.JsonObject;
import dev.parley.server.http.Request;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Cuts a list that is sorted by key into pages with cursors, as Graph does: `next` and `previous`
/// only where there is such a page, and they keep the caller's other parameters. Source: reference,
/// observed.md §3; platform.md §12.
///
/// @param publicUrl base of the links; null for the host that the caller named
record Pages(@Nullable URI publicUrl) {
  static final int LIMIT_USUAL = 25;

  /// A greater limit counts as this one.
  static final int LIMIT_MAX = 1_000;

  private static final Pattern NUMBER = Pattern.compile("0*([1-9]\\d{0,8})");

  /// A page that can be answered, or why not.
  sealed interface Cut {
    record Page(JsonObject body) implements Cut {}

    record Refused(ApiError error) implements Cut {}
  }

  /// @param all in the order of their keys
  <T> Cut cut(
      Request request, List<T> all, Function<T, String> key, Function<T, JsonObject> shown) {
    String limit = request.query().first("limit");
    if (limit != null && !limit.isBlank() && !NUMBER.matcher(limit).matches()) {
      return refused("limit", limit, "a whole number from 1");
    }
    int most =
        limit == null || limit.isBlank()
            ? LIMIT_USUAL
            : Math.min(LIMIT_MAX, Integer.parseInt(limit));
    String after = given(request, "after");
    String before = given(request, "before");
    String lower = after == null ? "" : key(after);
    String upper = before == null ? "" : key(before);
    if (lower == null || upper == null) {
      boolean badAfter = lower == null;
      return refused(
          badAfter ? "after" : "before",
          String.valueOf(badAfter ? after : before),
          "a cursor of an earlier answer");
    }
    int from =
        after == null
            ? 0
            : (int) all.stream().filter(one -> key.apply(one).compareTo(lower) <= 0).count();
    int to =
        before == null
            ? all.size()
            : (int) all.stream().filter(one -> key.apply(one).compareTo(upper) < 0).count();
    if (before != null && after == null) {
      from = Math.max(0, to - most);
    }
    List<T> page = all.subList(Math.min(from, to), Math.min(to, Math.min(from, to) + most));
    return new Cut.Page(
        JsonObject.builder()
            .put("data", JsonArray.from(page, shown))
            .putIfPresent("paging", page.isEmpty() ? null : paging(request, all, key, page, most))
            .build());
  }

  private <T> JsonObject paging(
      Request request, List<T> all, Function<T, String> key, List<T> page, int limit) {
    String first = cursor(key.apply(page.getFirst()));
    String last = cursor(key.apply(page.getLast()));
    return Json.object(
        "cursors", Json.object("before", first, "after", last),
        "previous",
            page.getFirst().equals(all.getFirst()) ? null : link(request, limit, "before", first),
        "next", page.getLast().equals(all.getLast()) ? null : link(request, limit, "after", last));
  }

  private String link(Request request, int limit, String direction, String cursor) {
    var parameters = new ArrayList<String>();
    request
        .query()
        .values()
        .forEach((name, values) -> {
          if (!List.of("limit", "after", "before").contains(name)) {
            values.forEach(value -> parameters.add(encoded(name) + "=" + encoded(value)));
          }
        });
    parameters.add("limit=" + limit);
    parameters.add(direction + "=" + encoded(cursor));
    return base(request) + request.rawPath() + "?" + String.join("&", parameters);
  }

  private String base(Request request) {
    URI given = publicUrl;
    if (given != null) {
      return given.toString().replaceFirst("/+$", "");
    }
    String host = request.headers().first("Host");
    return "http://" + (host == null ? "localhost" : host);
  }

  private static @Nullable String given(Request request, String name) {
    String value = request.query().first(name);
    return value == null || value.isBlank() ? null : value;
  }

  private static String cursor(String key) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(key.getBytes(StandardCharsets.UTF_8));
  }

  private static @Nullable String key(String cursor) {
    try {
      return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException notOurs) {
      return null;
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static Cut refused(String name, String value, String wanted) {
    return new Cut.Refused(
        ApiError.of(
            ErrorCode.INVALID_PARAMETER,
            "%s is %s, must be %s".formatted(name, Fields.quoted(value), wanted)));
  }
}
