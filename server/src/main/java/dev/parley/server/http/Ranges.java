package dev.parley.server.http;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A file as an answer: whole, or the one part that the client asked for. Several parts at once are
/// not served: whoever asks for them gets the whole, as RFC 9110 (14.2) lets us.
public final class Ranges {
  /// Digits that still fit a long.
  private static final Pattern ONE_RANGE = Pattern.compile("bytes=\\s*(\\d{0,18})-(\\d{0,18})\\s*");

  private Ranges() {}

  /// A file that can be read from any place on.
  ///
  /// @param tag changes when the bytes do
  public record File(String contentType, long size, String tag, Reader reader) {}

  /// Reads a file from a place on.
  @FunctionalInterface
  public interface Reader {
    InputStream open(long offset) throws IOException;
  }

  /// First and last byte, both included.
  private record Part(long first, long last) {}

  public static Response answer(Request request, File file) {
    String tag = '"' + file.tag() + '"';
    var headers =
        List.of(
            new Header("Content-Type", file.contentType()),
            new Header("Accept-Ranges", "bytes"),
            new Header("ETag", tag));
    String asked = request.headers().first("Range");
    String unless = request.headers().first("If-Range");
    Matcher range = ONE_RANGE.matcher(asked == null ? "" : asked);
    if (!range.matches()
        || (range.group(1) + range.group(2)).isEmpty()
        || !(unless == null || unless.equals(tag))) {
      return new Response.Download(200, headers, file.size(), () -> file.reader().open(0));
    }
    Part part = part(range.group(1), range.group(2), file.size());
    if (part.first() > part.last()) {
      boolean upsideDown = part.first() < file.size();
      return upsideDown // No range at all. Source: RFC 9110, 14.1.2.
          ? new Response.Download(200, headers, file.size(), () -> file.reader().open(0))
          : Response.failure(416, "the file has %d bytes".formatted(file.size()))
              .with("Content-Range", "bytes */" + file.size());
    }
    var all = new ArrayList<>(headers);
    all.add(
        new Header(
            "Content-Range", "bytes %d-%d/%d".formatted(part.first(), part.last(), file.size())));
    return new Response.Download(
        206, all, part.last() - part.first() + 1, () -> file.reader().open(part.first()));
  }

  private static Part part(String first, String last, long size) {
    if (first.isEmpty()) {
      long count = Math.min(size, Long.parseLong(last));
      return new Part(size - count, size - 1);
    }
    long from = Long.parseLong(first);
    return new Part(from, last.isEmpty() ? size - 1 : Math.min(size - 1, Long.parseLong(last)));
  }
}
