package dev.parley.server.delivery;

import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/// What all streams of one endpoint share: its requests in flight and its lanes.
final class EndpointShare {
  private final Semaphore inFlight;
  private final AtomicInteger lanes = new AtomicInteger();
  private final int lanesMax;

  EndpointShare(Limits limits) {
    this.inFlight = new Semaphore(limits.inFlight(), true);
    this.lanesMax = limits.lanes();
  }

  /// Waits for its turn, first come first served.
  void enter() {
    inFlight.acquireUninterruptibly();
  }

  void leave() {
    inFlight.release();
  }

  /// False at the limit.
  boolean takeLane() {
    return lanes.getAndUpdate(taken -> taken < lanesMax ? taken + 1 : taken) < lanesMax;
  }

  /// Counts a lane that was taken before a restart, even beyond the limit of today.
  void reclaimLane() {
    lanes.incrementAndGet();
  }

  void giveLaneBack() {
    lanes.decrementAndGet();
  }
}
