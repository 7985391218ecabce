package dev.parley.server.media;

import dev.parley.media.MediaKind;
import dev.parley.media.MediaStore;
import dev.parley.server.http.BadForm;
import dev.parley.server.http.BodyRefused;
import dev.parley.server.http.Multipart;
import dev.parley.server.http.Request;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A file as it arrives, in a form or bare, with what its sender says of it. Its bytes pass through
/// to the disk; of them only the first are held.
final class Upload implements Closeable {
  /// From the head of the request to its end. Who stops sending is cut off much sooner.
  static final Duration WITHIN = Duration.ofMinutes(10);

  /// What a form has beside its file.
  static final long FORM_BYTES_MAX = 1L << 20;

  /// A text field. A longer one is refused.
  static final int FIELD_BYTES_MAX = 16 * 1024;

  private static final String FILE = "file";

  private final MediaStore.Draft draft;
  private final FirstBytes head = new FirstBytes();
  private final Map<String, String> fields = new HashMap<>();
  private boolean hasFile;
  private @Nullable String filename;
  private @Nullable String contentType;

  private Upload(MediaStore.Draft draft) {
    this.draft = draft;
  }

  /// Why an upload is refused; the message is for the caller to see.
  static final class Refused extends Exception {
    private static final long serialVersionUID = 1;

    Refused(String message) {
      super(message);
    }
  }

  /// How large a file may be, by its first bytes.
  interface Limit {
    long bytesMax(byte[] head);
  }

  /// Reads a form with a file in it.
  static Upload ofForm(Request request, MediaStore.Draft draft, Limit limit)
      throws Refused, IOException {
    var upload = new Upload(draft);
    try (InputStream body = open(request)) {
      Multipart.read(request, body, part -> upload.take(part, limit));
      return upload;
    } catch (BadForm bad) {
      throw new Refused("The body " + bad.getMessage());
    } catch (Stopped stopped) {
      throw new Refused(stopped.told);
    } catch (BodyRefused refused) {
      throw refusedBody(refused);
    }
  }

  /// Reads a body that is the file.
  static Upload ofBody(Request request, MediaStore.Draft draft, Limit limit)
      throws Refused, IOException {
    var upload = new Upload(draft);
    upload.hasFile = true;
    upload.contentType = request.headers().first("Content-Type");
    upload.filename = request.query().first("filename");
    try (InputStream body = open(request);
        OutputStream file = upload.new FileBytes(limit)) {
      body.transferTo(file);
      return upload;
    } catch (Stopped stopped) {
      throw new Refused(stopped.told);
    } catch (BodyRefused refused) {
      throw refusedBody(refused);
    }
  }

  private static InputStream open(Request request) {
    return request.stream(MediaKind.BYTES_MAX + FORM_BYTES_MAX, WITHIN);
  }

  /// Too large is one more fault of the file here; the others are the connection's. Source:
  /// reference, observed.md §2 (400 with code 100, not 413).
  private static Refused refusedBody(BodyRefused refused) {
    return switch (refused.reason()) {
      case TOO_LARGE -> new Refused(tooLarge(MediaKind.BYTES_MAX));
      case TIMED_OUT, BROKEN -> throw refused;
    };
  }

  static String tooLarge(long bytesMax) {
    return "The file is larger than %d bytes, the most that is allowed for its type"
        .formatted(bytesMax);
  }

  private OutputStream take(Multipart.Part part, Limit limit) throws IOException {
    if (!part.name().equals(FILE)) {
      return part.filename() == null
          ? new FieldBytes(part.name())
          : OutputStream.nullOutputStream();
    }
    if (hasFile) {
      throw new Stopped("The form has two parts named file, one is allowed");
    }
    hasFile = true;
    filename = part.filename();
    contentType = part.contentType();
    return new FileBytes(limit);
  }

  MediaStore.Draft draft() {
    return draft;
  }

  boolean hasFile() {
    return hasFile;
  }

  byte[] head() {
    return head.bytes();
  }

  @Nullable String filename() {
    return filename == null || filename.isBlank() ? null : filename;
  }

  @Nullable String field(String name) {
    return fields.get(name);
  }

  /// What the sender calls it: the part itself first, then the field `type`, where Meta's page has
  /// it. Source: reference, templates-and-media.md §7.
  List<String> said(@Nullable String type) {
    var said = new ArrayList<String>();
    String onPart = contentType;
    if (onPart != null) {
      said.add(onPart);
    }
    if (type != null && type.contains("/")) {
      said.add(type);
    }
    return said;
  }

  @Override
  public void close() throws IOException {
    draft.close();
  }

  /// Ends the reading at once.
  private static final class Stopped extends IOException {
    private static final long serialVersionUID = 1;
    private final String told;

    private Stopped(String told) {
      super(told);
      this.told = told;
    }
  }

  private static final class FirstBytes {
    private final byte[] kept = new byte[FileTypes.HEAD_BYTES];
    private int count;

    void write(byte[] bytes, int offset, int length) {
      int taken = Math.min(length, kept.length - count);
      System.arraycopy(bytes, offset, kept, count, taken);
      count += taken;
    }

    boolean isFull() {
      return count == kept.length;
    }

    byte[] bytes() {
      return Arrays.copyOf(kept, count);
    }
  }

  private final class FileBytes extends OutputStream {
    private final Limit limit;
    private long bytesMax = MediaKind.BYTES_MAX;
    private boolean judged;

    private FileBytes(Limit limit) {
      this.limit = limit;
    }

    @Override
    public void write(int one) throws IOException {
      write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      head.write(bytes, offset, length);
      if (!judged && head.isFull()) {
        judged = true;
        bytesMax = limit.bytesMax(head.bytes());
      }
      if (draft.size() + length > bytesMax) {
        throw new Stopped(tooLarge(bytesMax));
      }
      draft.write(bytes, offset, length);
    }
  }

  private final class FieldBytes extends OutputStream {
    private final String name;
    private final ByteArrayOutputStream text = new ByteArrayOutputStream();

    private FieldBytes(String name) {
      this.name = name;
    }

    @Override
    public void write(int one) throws IOException {
      write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      if (text.size() + length > FIELD_BYTES_MAX) {
        throw new Stopped("The field %s is longer than %d bytes".formatted(name, FIELD_BYTES_MAX));
      }
      text.write(bytes, offset, length);
    }

    @Override
    public void close() {
      fields.putIfAbsent(name, text.toString(StandardCharsets.UTF_8).strip());
    }
  }
}
