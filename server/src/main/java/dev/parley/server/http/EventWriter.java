package dev.parley.server.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import org.eclipse.jetty.io.Content;
import org.jspecify.annotations.Nullable;

/// The far end of one event stream: writes what the sink holds until it ends or the client has
/// gone.
final class EventWriter {

  /// A comment line, which clients skip. Source: WHATWG HTML, 9.2.6.
  private static final byte[] HEARTBEAT = {':', '\n', '\n'};

  /// Events that wait go out in one write of about so many bytes.
  private static final int WRITE_BYTES = 64 * 1024;

  private final EventSink sink;
  private final Content.Sink connection;
  private final Duration heartbeat;

  EventWriter(EventSink sink, Content.Sink connection, Duration heartbeat) {
    this.sink = sink;
    this.connection = connection;
    this.heartbeat = heartbeat;
  }

  /// Sends the head of the answer, so that the client knows that it is connected.
  void begin() throws IOException {
    write(HEARTBEAT);
  }

  void writeUntilEnd() throws IOException, InterruptedException {
    while (true) {
      boolean ending = sink.hasEnded(); // Asked first: what was sent before the end is written.
      var event = sink.next(heartbeat);
      if (event == null && ending) {
        return;
      }
      write(event == null ? HEARTBEAT : withFollowing(event));
    }
  }

  private byte[] withFollowing(StreamEvent first) throws InterruptedException {
    var bytes = new ByteArrayOutputStream();
    @Nullable StreamEvent event = first;
    while (event != null) {
      bytes.writeBytes(event.utf8());
      event = bytes.size() < WRITE_BYTES ? sink.next(Duration.ZERO) : null;
    }
    return bytes.toByteArray();
  }

  private void write(byte[] bytes) throws IOException {
    Content.Sink.write(connection, false, ByteBuffer.wrap(bytes));
  }
}
