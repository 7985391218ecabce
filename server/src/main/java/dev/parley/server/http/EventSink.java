package dev.parley.server.http;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// The near end of one event stream. Any thread may send; nobody waits for the reader.
public final class EventSink {
  private static final StreamEvent WAKE_UP = StreamEvent.of("", "");

  private final BlockingQueue<StreamEvent> waiting;
  private final Runnable hangUp;
  private volatile boolean ended;

  /// @param hangUp closes the connection, so that a writer stuck in it returns
  EventSink(int waitingMax, Runnable hangUp) {
    this.waiting = new ArrayBlockingQueue<>(waitingMax);
    this.hangUp = hangUp;
  }

  /// Says whether the event is on its way. False: the stream has ended, perhaps just now because
  /// its reader is too slow.
  public boolean send(StreamEvent event) {
    if (ended) {
      return false;
    }
    if (waiting.offer(event)) {
      return true;
    }
    drop();
    return false;
  }

  public boolean send(String name, String data) {
    return send(StreamEvent.of(name, data));
  }

  /// Ends the stream after the events that wait already.
  public void end() {
    ended = true;
    waiting.offer(WAKE_UP); // A full queue needs no waking.
  }

  public boolean hasEnded() {
    return ended;
  }

  /// Ends the stream at once; what waits is lost.
  void drop() {
    ended = true;
    waiting.clear();
    hangUp.run();
    waiting.offer(WAKE_UP);
  }

  /// The next event; null when there is none within the time or the stream has ended.
  @Nullable StreamEvent next(Duration within) throws InterruptedException {
    StreamEvent event =
        ended ? waiting.poll() : waiting.poll(within.toNanos(), TimeUnit.NANOSECONDS);
    return event == WAKE_UP ? null : event;
  }
}
