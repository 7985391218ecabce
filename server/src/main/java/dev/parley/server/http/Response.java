package dev.parley.server.http;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// How a request is answered.
public sealed interface Response {

  static Answer json(int status, byte[] utf8) {
    return bytes(status, "application/json", utf8);
  }

  static Answer text(int status, String text) {
    return bytes(status, "text/plain; charset=utf-8", text.getBytes(StandardCharsets.UTF_8));
  }

  static Answer bytes(int status, String contentType, byte[] body) {
    return new Answer(status, List.of(new Header("Content-Type", contentType)), body);
  }

  static Answer empty(int status) {
    return new Answer(status, List.of(), new byte[0]);
  }

  static Failure failure(int status, String message) {
    return new Failure(status, message, List.of());
  }

  /// All of it known at once. The bytes are handed over, not copied: do not change them afterwards.
  @SuppressWarnings("ArrayRecordComponent")
  record Answer(int status, List<Header> headers, byte[] body) implements Response {
    public Answer {
      headers = List.copyOf(headers);
    }

    public Answer with(String name, String value) {
      return new Answer(status, and(headers, new Header(name, value)), body);
    }
  }

  /// An error that the server words with its [ErrorAnswer]. The message is for the caller to see.
  record Failure(int status, String message, List<Header> headers) implements Response {
    public Failure {
      headers = List.copyOf(headers);
    }

    public Failure with(String name, String value) {
      return new Failure(status, message, and(headers, new Header(name, value)));
    }
  }

  /// A body of known length that is read while it is sent. [Ranges] makes one of a file.
  ///
  /// @param length of what is sent, which may be a part
  record Download(int status, List<Header> headers, long length, Opener opener)
      implements Response {
    public Download {
      headers = List.copyOf(headers);
    }

    public Download with(String name, String value) {
      return new Download(status, and(headers, new Header(name, value)), length, opener);
    }

    /// Where the bytes come from.
    @FunctionalInterface
    public interface Opener {
      /// Called once, before the head of the answer is sent, and not for HEAD. What it throws ends
      /// as a 500.
      InputStream open() throws IOException;
    }
  }

  /// Server-sent events, for as long as both sides stay.
  record EventStream(Source source) implements Response {

    /// Where the events come from.
    @FunctionalInterface
    public interface Source {
      /// Called once, on the request's thread, when the head of the answer has been sent. Keeps the
      /// sink for whoever has events, and returns at once with what to run when the stream has
      /// ended, whichever side ended it.
      Runnable open(EventSink sink);
    }
  }

  private static List<Header> and(List<Header> headers, Header one) {
    var all = new ArrayList<>(headers);
    all.add(one);
    return all;
  }
}
