package dev.parley.server.http;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What follows the `?`: names and values, decoded, in the order sent. A name may come several
/// times.
public record Query(Map<String, List<String>> values) {

  /// Parameters of one request. More are refused with 400.
  public static final int PARAMETERS_MAX = 200;

  static final Query NONE = new Query(Map.of());

  /// The first value under this name; a name without `=` has the value "".
  public @Nullable String first(String name) {
    var under = values.get(name);
    return under == null ? null : under.getFirst();
  }

  /// Every value under this name.
  public List<String> all(String name) {
    return values.getOrDefault(name, List.of());
  }

  static Query read(String raw) throws BadTarget {
    var values = new LinkedHashMap<String, List<String>>();
    int count = 0;
    for (int start = 0; start <= raw.length(); ) {
      int end = indexOrEnd(raw, '&', start);
      if (end > start) {
        if (++count > PARAMETERS_MAX) {
          throw new BadTarget("the query has more than %d parameters".formatted(PARAMETERS_MAX));
        }
        String pair = raw.substring(start, end);
        int equals = indexOrEnd(pair, '=', 0);
        String name = PercentDecoder.query(pair.substring(0, equals));
        String value = PercentDecoder.query(pair.substring(Math.min(equals + 1, pair.length())));
        values.computeIfAbsent(name, _ -> new ArrayList<>(1)).add(value);
      }
      start = end + 1;
    }
    values.replaceAll((_, list) -> List.copyOf(list));
    return new Query(values);
  }

  private static int indexOrEnd(String text, char wanted, int from) {
    int found = text.indexOf(wanted, from);
    return found < 0 ? text.length() : found;
  }
}
