package dev.parley.server.http;

import dev.parley.server.http.BodyRefused.Reason;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.util.thread.Invocable;
import org.eclipse.jetty.util.thread.Invocable.InvocationType;
import org.jspecify.annotations.Nullable;

/// Reads the body of one request, blocking, with a limit for its size and one for the whole time it
/// takes. Not safe for several threads.
final class RequestBody {

  /// Trust in an announced length: no more is set aside before the bytes are there.
  private static final int RESERVED_BYTES_MAX = 64 * 1024;

  private final org.eclipse.jetty.server.Request request;
  private final long startedNanos = System.nanoTime();
  private final Duration within;
  private final boolean asksFirst;
  private boolean begun;
  private boolean complete;
  private boolean broken;
  private byte @Nullable [] whole;

  RequestBody(org.eclipse.jetty.server.Request request, Duration within) {
    this.request = request;
    this.within = within;
    this.asksFirst = request.getHeaders().contains(HttpHeader.EXPECT);
    this.complete =
        request.getLength() == 0
            || (request.getLength() < 0
                && !request.getHeaders().contains(HttpHeader.TRANSFER_ENCODING));
  }

  /// The whole body; each call gives the same array.
  byte[] bytes(int bytesMax) {
    var known = whole;
    if (known == null) {
      known = read(bytesMax);
      whole = known;
    }
    if (known.length > bytesMax) {
      throw tooLarge(bytesMax);
    }
    return known;
  }

  /// The body if somebody has read it whole already; waits for nothing.
  byte @Nullable [] ifRead() {
    return whole;
  }

  private byte[] read(int bytesMax) {
    refuseAnnounced(bytesMax);
    long announced = request.getLength();
    if (announced > RESERVED_BYTES_MAX || announced < 0) {
      return readUnknown(bytesMax);
    }
    byte[] bytes = new byte[(int) announced];
    int filled = 0;
    for (var chunk = next(within); chunk != null; chunk = next(within)) {
      int length = chunk.remaining();
      chunk.get(bytes, filled, length);
      chunk.release();
      filled += length;
      if (filled == bytes.length) {
        complete = true;
      }
    }
    return bytes;
  }

  private byte[] readUnknown(int bytesMax) {
    var bytes = new ByteArrayOutputStream();
    for (var chunk = next(within); chunk != null; chunk = next(within)) {
      try {
        if (chunk.remaining() > bytesMax - bytes.size()) {
          throw tooLarge(bytesMax);
        }
        byte[] part = new byte[chunk.remaining()];
        chunk.get(part, 0, part.length);
        bytes.writeBytes(part);
      } finally {
        chunk.release();
      }
    }
    return bytes.toByteArray();
  }

  /// The body bit by bit; its reads throw [BodyRefused].
  InputStream stream(long bytesMax, Duration within) {
    refuseAnnounced(bytesMax);
    return new Stream(bytesMax, within);
  }

  private void refuseAnnounced(long bytesMax) {
    if (request.getLength() > bytesMax) {
      throw tooLarge(bytesMax);
    }
  }

  /// Something of the body is still to come, or lies unread.
  boolean isUnread() {
    return !complete && !broken;
  }

  /// The client waits for our "100 Continue", and sends nothing before.
  boolean isHeldBack() {
    return asksFirst && !begun;
  }

  /// Reads on and throws away, up to these limits, so that a client still sending gets to reading
  /// its answer.
  void discard(long bytesMax, Duration atMost) {
    Duration until = Duration.ofNanos(System.nanoTime() - startedNanos).plus(atMost);
    try {
      long discarded = 0;
      for (var chunk = next(until); chunk != null && discarded < bytesMax; chunk = next(until)) {
        discarded += chunk.remaining();
        chunk.release();
      }
    } catch (BodyRefused _) {
      broken = true;
    }
  }

  /// Waits for the next piece; null at the end. The caller releases it.
  private Content.@Nullable Chunk next(Duration until) {
    if (complete) {
      return null;
    }
    begun = true;
    var chunk = request.read();
    while (chunk == null) {
      await(until);
      chunk = request.read();
    }
    if (Content.Chunk.isFailure(chunk)) {
      throw failed(chunk.getFailure());
    }
    if (chunk.isLast()) {
      complete = true;
    } else if (remaining(until) <= 0) {
      chunk.release();
      throw late(until);
    }
    if (chunk.isLast() && !chunk.hasRemaining()) {
      chunk.release();
      return null;
    }
    return chunk;
  }

  private void await(Duration until) {
    var arrived = new Semaphore(0);
    request.demand(Invocable.from(InvocationType.NON_BLOCKING, arrived::release));
    try {
      if (arrived.tryAcquire(remaining(until), TimeUnit.NANOSECONDS)) {
        return;
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    request.fail(new TimeoutException("body")); // Takes the demand back.
    throw late(until);
  }

  private long remaining(Duration until) {
    return until.toNanos() - (System.nanoTime() - startedNanos);
  }

  private BodyRefused failed(Throwable failure) {
    broken = true;
    return failure instanceof TimeoutException
        ? new BodyRefused(Reason.TIMED_OUT, "the body stopped arriving")
        : new BodyRefused(Reason.BROKEN, "the body broke off or its chunks are malformed");
  }

  private BodyRefused late(Duration until) {
    broken = true;
    return new BodyRefused(
        Reason.TIMED_OUT, "the body did not arrive within %d ms".formatted(until.toMillis()));
  }

  private static BodyRefused tooLarge(long bytesMax) {
    return new BodyRefused(
        Reason.TOO_LARGE, "the body is larger than %d bytes".formatted(bytesMax));
  }

  private final class Stream extends InputStream {
    private final long bytesMax;
    private final Duration within;
    private ByteBuffer piece = ByteBuffer.allocate(0);
    private Content.@Nullable Chunk held;
    private long taken;

    private Stream(long bytesMax, Duration within) {
      this.bytesMax = bytesMax;
      this.within = within;
    }

    @Override
    public int read() {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) {
      while (!piece.hasRemaining()) {
        close();
        var chunk = next(within);
        if (chunk == null) {
          return -1;
        }
        held = chunk;
        piece = chunk.getByteBuffer();
        taken += piece.remaining();
        if (taken > bytesMax) {
          close();
          throw tooLarge(bytesMax);
        }
      }
      int count = Math.min(length, piece.remaining());
      piece.get(into, offset, count);
      return count;
    }

    /// Gives the held piece back; what follows stays unread.
    @Override
    public void close() {
      var chunk = held;
      if (chunk != null) {
        held = null;
        piece = ByteBuffer.allocate(0);
        chunk.release();
      }
    }
  }
}
