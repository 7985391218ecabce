package dev.parley.server.admin;

import dev.parley.protocol.json.Fields;
import dev.parley.protocol.json.Path;
import dev.parley.protocol.json.Problem;
import dev.parley.protocol.json.Reading;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/// The URL of an endpoint. Name and password in it become a header, as 360dialog does it.
///
/// Meta wants https, 360dialog a host without port; a sandbox calls a bot on the same machine, so
/// http, ports and localhost are good here.
record CallbackUrl(URI url, Map<String, String> headers) {
  static final int CHARS_MAX = 2_000;
  private static final int PORT_MAX = 65_535;

  static Reading<CallbackUrl> read(String text, Path at) {
    if (text.length() > CHARS_MAX) {
      return wrong(
          at, "has %d characters, at most %d are allowed".formatted(text.length(), CHARS_MAX));
    }
    URI uri;
    try {
      uri = new URI(text);
    } catch (URISyntaxException notUrl) {
      return wrong(at, "is no URL: " + Fields.quoted(text));
    }
    boolean web =
        "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
    if (!web) {
      return wrong(at, "is %s, must begin with http:// or https://".formatted(Fields.quoted(text)));
    }
    if (uri.getHost() == null) {
      boolean underscore = String.valueOf(uri.getRawAuthority()).contains("_");
      return wrong(
          at,
          underscore
              ? "is %s; a host must not hold an underscore".formatted(Fields.quoted(text))
              : "is %s, a URL without a valid host".formatted(Fields.quoted(text)));
    }
    if (uri.getPort() > PORT_MAX) {
      return wrong(at, "has port %d, at most %d is possible".formatted(uri.getPort(), PORT_MAX));
    }
    return new Reading.Ok<>(new CallbackUrl(bare(uri), basic(uri)));
  }

  /// Without name, password and fragment; the rest stays as it was written, percent signs and all.
  private static URI bare(URI uri) {
    String text = uri.toString();
    int fragment = text.indexOf('#');
    String whole = fragment < 0 ? text : text.substring(0, fragment);
    String user = uri.getRawUserInfo();
    return URI.create(user == null ? whole : whole.replaceFirst("//[^/?@]*@", "//"));
  }

  private static Map<String, String> basic(URI uri) {
    String user = uri.getUserInfo();
    if (user == null) {
      return Map.of();
    }
    String pair = user.contains(":") ? user : user + ":";
    return Map.of(
        "Authorization",
        "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
  }

  private static Reading<CallbackUrl> wrong(Path at, String problem) {
    return new Reading.Wrong<>(List.of(Problem.of(at, problem, Problem.INVALID)));
  }
}
