package dev.parley.server.admin;

import dev.parley.protocol.json.Path;
import dev.parley.protocol.json.Problem;
import dev.parley.protocol.json.Reading;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The URL of an endpoint. Name and password in it become a header, as 360dialog does it.
///
/// Meta wants https, 360dialog a host without port or underscore; a sandbox calls a bot on the same
/// machine, so http, ports and localhost are good here.
record CallbackUrl(URI url, Map<String, String> headers) {
  static final int CHARS_MAX = 2_000;

  static Reading<CallbackUrl> read(String text, Path at) {
    if (text.length() > CHARS_MAX) {
      return wrong(
          at, "has %d characters, at most %d are allowed".formatted(text.length(), CHARS_MAX));
    }
    try {
      var uri = new URI(text);
      boolean web =
          "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
      if (!web || uri.getHost() == null) {
        return wrong(at, "is no http:// or https:// URL with a host: \"" + shorten(text) + "\"");
      }
      var headers = new LinkedHashMap<String, String>();
      if (uri.getUserInfo() != null) {
        String basic =
            Base64.getEncoder().encodeToString(uri.getUserInfo().getBytes(StandardCharsets.UTF_8));
        headers.put("Authorization", "Basic " + basic);
        uri =
            new URI(
                uri.getScheme(),
                null,
                uri.getHost(),
                uri.getPort(),
                uri.getPath(),
                uri.getQuery(),
                null);
      }
      return new Reading.Ok<>(new CallbackUrl(uri, headers));
    } catch (URISyntaxException notUrl) {
      return wrong(at, "is no URL: \"" + shorten(text) + "\"");
    }
  }

  private static String shorten(String text) {
    return text.length() <= 100 ? text : text.substring(0, 100) + "…";
  }

  private static Reading<CallbackUrl> wrong(Path at, String problem) {
    return new Reading.Wrong<>(List.of(Problem.of(at, problem, Problem.INVALID)));
  }
}
