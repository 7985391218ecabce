package dev.parley.server.console;

import dev.parley.server.http.Request;
import dev.parley.server.http.Response;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// The page's files, out of the jar. Nothing is loaded from anywhere else, and the browser is told
/// so.
final class PageFiles {
  /// No inline script or style, no other host, no framing.
  static final String CONTENT_SECURITY_POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
          + " media-src 'self' data:; connect-src 'self'; font-src 'self'; manifest-src 'self'; base-uri 'none';"
          + " form-action 'none'; frame-ancestors 'none'";

  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "mjs", "text/javascript; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "svg", "image/svg+xml",
          "json", "application/json",
          "png", "image/png",
          "woff2", "font/woff2",
          "txt", "text/plain; charset=utf-8");

  private final Map<String, File> files = new ConcurrentHashMap<>();

  Response index(Request request) throws IOException {
    return answer("index.html", request);
  }

  /// `/assets/…`
  Response asset(Request request) throws IOException {
    return answer(String.join("/", request.path()), request);
  }

  private Response answer(String name, Request request) throws IOException {
    File file = files.get(name);
    if (file == null) {
      file = load(name);
      if (file == null) {
        return Response.failure(404, "There is no file " + name);
      }
      files.put(name, file);
    }
    String etag = request.headers().first("If-None-Match");
    Response.Answer answer =
        file.etag().equals(etag)
            ? Response.empty(304)
            : Response.bytes(200, file.type(), file.bytes());
    return answer
        .with("ETag", file.etag())
        .with("Cache-Control", "no-cache")
        .with("Content-Security-Policy", CONTENT_SECURITY_POLICY)
        .with("X-Content-Type-Options", "nosniff")
        .with("Referrer-Policy", "no-referrer");
  }

  private static @Nullable File load(String name) throws IOException {
    String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
    if (type == null || name.contains("\\") || name.contains("//") || name.indexOf('\0') >= 0) {
      return null;
    }
    try (InputStream in = PageFiles.class.getResourceAsStream(name)) {
      if (in == null) {
        return null;
      }
      byte[] bytes = in.readAllBytes();
      return new File(type, bytes, '"' + hash(bytes) + '"');
    }
  }

  private static String hash(byte[] bytes) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      return HexFormat.of().formatHex(digest, 0, 12);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record File(String type, byte[] bytes, String etag) {}
}
