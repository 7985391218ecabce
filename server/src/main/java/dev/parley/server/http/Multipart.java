package dev.parley.server.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.MultiPart;
import org.eclipse.jetty.io.Content;
import org.jspecify.annotations.Nullable;

/// Reads a multipart/form-data body bit by bit, so that a file of any size passes through. Strict
/// about boundaries (a body that breaks off is refused), lenient about the names in a part's head.
public final class Multipart {
  /// Parts of one body. More are refused.
  public static final int PARTS_MAX = 100;

  /// The head of one part. A longer one is refused.
  public static final int PART_HEAD_BYTES_MAX = 8 * 1024;

  private static final int PIECE_BYTES = 64 * 1024;

  private static final Pattern BOUNDARY =
      Pattern.compile("boundary=(?:\"([^\"]{1,70})\"|([^;\\s\"]{1,70}))", Pattern.CASE_INSENSITIVE);

  private Multipart() {}

  /// Who takes the parts, one after the other.
  @FunctionalInterface
  public interface Taker {
    /// Where the bytes of this part go; closed at its end. When the body is refused before that, it
    /// is not closed.
    OutputStream take(Part part) throws IOException;
  }

  /// The head of a part.
  ///
  /// @param filename null where the part has none
  /// @param contentType as sent, null where there is none
  public record Part(String name, @Nullable String filename, @Nullable String contentType) {
    private static final String NAME = "name";

    /// A widespread client forgets the closing quote. Source: reference, clients.md 8.
    private static final Pattern PARAMETER =
        Pattern.compile(
            "[;\\s](name|filename)=(?:\"((?:[^\"\\\\\\r\\n]|\\\\.)*)\"?|([^;\\s]+))",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern EXTENDED_FILENAME =
        Pattern.compile("[;\\s]filename\\*=(?:utf-8)''([^;\\s]+)", Pattern.CASE_INSENSITIVE);

    static Part read(@Nullable String disposition, @Nullable String contentType) throws BadForm {
      String name = null;
      String filename = null;
      String head = " " + (disposition == null ? "" : disposition);
      for (Matcher found = PARAMETER.matcher(head); found.find(); ) {
        String quoted = found.group(2);
        String value = quoted == null ? found.group(3) : quoted.replaceAll("\\\\([\"\\\\])", "$1");
        if (found.group(1).equalsIgnoreCase(NAME)) {
          name = value;
        } else {
          filename = value;
        }
      }
      if (name == null) {
        throw new BadForm("has a multipart part without a name");
      }
      Matcher extended = EXTENDED_FILENAME.matcher(head);
      if (extended.find()) {
        try {
          filename = PercentDecoder.segment(extended.group(1));
        } catch (BadTarget unreadable) {
          throw new BadForm("has a file name whose percent-encoding can't be read");
        }
      }
      return new Part(name, filename, contentType);
    }
  }

  /// Gives each part to the taker. The body is read to its end, so that the connection stays of
  /// use.
  ///
  /// @throws BadForm when it is no multipart/form-data, or one that can't be read
  /// @throws IOException what the taker's streams throw
  public static void read(Request request, InputStream body, Taker taker)
      throws BadForm, IOException {
    if (!request.headers().mediaType().equals("multipart/form-data")) {
      throw new BadForm("is not multipart/form-data");
    }
    Matcher boundary = BOUNDARY.matcher(String.valueOf(request.headers().first("Content-Type")));
    if (!boundary.find()) {
      throw new BadForm("came as multipart/form-data without a boundary");
    }
    String quoted = boundary.group(1);
    var parts = new Parts(taker);
    var parser = new MultiPart.Parser(quoted == null ? boundary.group(2) : quoted, parts);
    parser.setMaxParts(PARTS_MAX);
    parser.setPartHeadersMaxLength(PART_HEAD_BYTES_MAX);
    byte[] piece = new byte[PIECE_BYTES];
    for (int count = body.read(piece); count >= 0; count = body.read(piece)) {
      if (count > 0) {
        parser.parse(Content.Chunk.from(ByteBuffer.wrap(piece, 0, count), false));
        parts.check();
      }
    }
    parser.parse(Content.Chunk.EOF);
    parts.check();
    if (!parts.complete) {
      throw new BadForm("is multipart/form-data that breaks off");
    }
  }

  /// Carries what the parser finds to the taker, and its failures back to the reader.
  private static final class Parts implements MultiPart.Parser.Listener {
    private final Taker taker;
    private @Nullable String disposition;
    private @Nullable String contentType;
    private @Nullable OutputStream sink;
    private @Nullable BadForm bad;
    private @Nullable IOException failed;
    private boolean complete;

    private Parts(Taker taker) {
      this.taker = taker;
    }

    void check() throws BadForm, IOException {
      BadForm malformed = bad;
      if (malformed != null) {
        throw malformed;
      }
      IOException broken = failed;
      if (broken != null) {
        throw broken;
      }
    }

    private boolean goesOn() {
      return bad == null && failed == null;
    }

    @Override
    public void onPartBegin() {
      disposition = null;
      contentType = null;
    }

    @Override
    public void onPartHeader(String name, String value) {
      switch (name.toLowerCase(Locale.ROOT)) {
        case "content-disposition" -> disposition = value;
        case "content-type" -> contentType = value;
        default -> {}
      }
    }

    @Override
    public void onPartHeaders() {
      if (goesOn()) {
        try {
          sink = taker.take(Part.read(disposition, contentType));
        } catch (BadForm e) {
          bad = e;
        } catch (IOException e) {
          failed = e;
        }
      }
    }

    @Override
    public void onPartContent(Content.Chunk chunk) {
      OutputStream into = sink;
      ByteBuffer bytes = chunk.getByteBuffer();
      if (goesOn() && into != null && bytes.hasRemaining()) {
        byte[] part = new byte[bytes.remaining()];
        bytes.get(part);
        try {
          into.write(part);
        } catch (IOException e) {
          failed = e;
        } catch (UncheckedIOException e) {
          failed = e.getCause();
        }
      }
    }

    @Override
    public void onPartEnd() {
      OutputStream into = sink;
      sink = null;
      if (goesOn() && into != null) {
        try {
          into.close();
        } catch (IOException e) {
          failed = e;
        }
      }
    }

    @Override
    public void onComplete() {
      complete = true;
    }

    @Override
    public void onFailure(Throwable failure) {
      if (goesOn()) {
        bad = new BadForm("is multipart/form-data that can't be read or breaks off");
      }
    }
  }
}
