package dev.parley.server.delivery;

import dev.parley.WorldClock.Alarm;
import dev.parley.chat.ChatId;
import dev.parley.journal.Lane;
import dev.parley.journal.StreamId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// What one endpoint has still to be told of one stream, in memory, and what of it belongs on disk.
/// Everything here happens under one lock and waits for nothing else.
///
/// The disk holds an {@link Image} of it: the cursor, and the lanes of the chats that the cursor
/// has passed. An image is taken and written in one transaction, so the cursor never passes an
/// event whose lane is not on disk. Between two images a crash only costs repetition.
final class Backlog {
  private final EndpointShare share;
  private final Limits limits;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Map<ChatId, ChatQueue> chats = new HashMap<>();

  private final ReadAhead reading;
  private final Unwritten unwritten;

  /// Chats that a thread works on.
  private int active;

  private boolean stopped;
  private boolean retired;

  Backlog(
      String reader,
      StreamId stream,
      long cursor,
      List<Lane> lanes,
      EndpointShare share,
      Limits limits) {
    this.share = share;
    this.limits = limits;
    this.reading = new ReadAhead(cursor, limits.window());
    this.unwritten = new Unwritten(reader, stream, cursor);
    for (Lane lane : lanes) {
      // One that was granted before is granted again, even beyond the limit of today.
      share.reclaimLane();
      chats.put(lane.chat(), ChatQueue.of(lane, cursor));
    }
  }

  /// @param toStart chats that need a thread
  /// @param behind events whose chat has to deliver an earlier one first
  record Taken(List<ChatQueue> toStart, List<Step.Behind> behind) {}

  // The following thread

  void wake(long lastSeq) {
    lock.lock();
    try {
      reading.announce(lastSeq);
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  Turn awaitTurn() {
    lock.lock();
    try {
      while (!stopped) {
        long nanosLeft = retired ? Long.MAX_VALUE : unwritten.nanosLeft(reading.finished());
        if (nanosLeft <= 0) {
          return new Turn.Write();
        }
        if (reading.canRead()) {
          return reading.next();
        }
        await(nanosLeft);
      }
      return new Turn.Stop();
    } finally {
      lock.unlock();
    }
  }

  /// Takes over what was read.
  ///
  /// @param upTo the last event of the page, told or not; that of `turn` when there was none
  Taken take(Turn.Read turn, List<ToldEvent> told, long upTo) {
    lock.lock();
    try {
      var toStart = new ArrayList<ChatQueue>();
      var behind = new ArrayList<Step.Behind>();
      for (ToldEvent event : told) {
        ChatQueue chat = chats.computeIfAbsent(event.lane(), ChatQueue::new);
        if (chat.laned) {
          // An event before `next` was delivered before a restart.
          if (event.seq() >= chat.next) {
            chat.covered = event.seq();
            noteBehind(chat, event, behind);
          }
        } else {
          noteBehind(chat, event, behind);
          chat.waiting.add(event);
          reading.begin(event);
          if (chat.state == ChatQueue.State.IDLE) {
            activate(chat);
            toStart.add(chat);
          }
        }
      }
      reading.readTo(turn, upTo);
      return new Taken(toStart, behind);
    } finally {
      lock.unlock();
    }
  }

  /// Waits for so long, in real time, unless it is stopped.
  void pause(Duration length) {
    lock.lock();
    try {
      long left = length.toNanos();
      while (!stopped && left > 0) {
        left = await(left);
      }
    } finally {
      lock.unlock();
    }
  }

  // Threads that work on a chat

  Step step(ChatQueue chat) {
    lock.lock();
    try {
      if (stopped) {
        return leave(chat);
      }
      if (!chat.laned && chat.waiting.size() > limits.chatWaiting() && share.takeLane()) {
        fallBehind(chat);
      }
      ToldEvent first = chat.waiting.peekFirst();
      if (first != null) {
        chat.attempts++;
        return new Step.Carry(first, chat.attempts, chat.laned && chat.attempts > 1);
      }
      if (chat.laned && chat.next <= chat.covered) {
        return new Step.ReadLane(chat.next - 1, chat.covered);
      }
      if (chat.laned) {
        chat.laned = false;
        share.giveLaneBack();
        change(chat);
      }
      return leave(chat);
    } finally {
      lock.unlock();
    }
  }

  /// The events of a lane that {@link Step.ReadLane} asked for.
  ///
  /// @param upTo so far all events of the chat are among `told`, or need not be told
  void page(ChatQueue chat, List<ToldEvent> told, long upTo) {
    lock.lock();
    try {
      chat.waiting.addAll(told);
      if (told.isEmpty()) {
        chat.next = upTo + 1;
        change(chat);
      }
    } finally {
      lock.unlock();
    }
  }

  /// Notes that an attempt begins now.
  void count(ChatQueue chat, Instant now) {
    lock.lock();
    try {
      chat.due = now;
      change(chat);
    } finally {
      lock.unlock();
    }
  }

  /// The chat's first event is delivered or given up.
  void settle(ChatQueue chat) {
    lock.lock();
    try {
      ToldEvent first = chat.waiting.removeFirst();
      chat.attempts = 0;
      chat.lastError = null;
      if (chat.laned) {
        chat.next = first.seq() + 1;
        change(chat);
      } else {
        reading.finish(first);
        reading.unpin(chat);
      }
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /// The chat's first event failed. The chat rests; it falls behind if there is a lane left.
  Step.Resting fail(ChatQueue chat, Instant due, String error) {
    lock.lock();
    try {
      chat.due = due;
      chat.lastError = error;
      var behind = new ArrayList<Step.Behind>();
      if (!chat.laned) {
        chat.waiting.stream().skip(1).forEach(event -> noteBehind(chat, event, behind));
        if (retired || !share.takeLane()) {
          reading.pin(chat);
        } else {
          fallBehind(chat);
        }
      } else {
        chat.waiting.clear();
        change(chat);
      }
      return rest(chat, behind);
    } finally {
      lock.unlock();
    }
  }

  /// Nothing could be tried: the chat rests as it is.
  Step.Resting putOff(ChatQueue chat, Instant due) {
    lock.lock();
    try {
      chat.due = due;
      return rest(chat, List.of());
    } finally {
      lock.unlock();
    }
  }

  /// Whether the caller is to work on the chat now.
  boolean wakeUp(Step.Resting resting) {
    lock.lock();
    try {
      ChatQueue chat = resting.chat();
      if (stopped || chat.state != ChatQueue.State.RESTING || chat.rest != resting.rest()) {
        return false;
      }
      activate(chat);
      return true;
    } finally {
      lock.unlock();
    }
  }

  void setAlarm(Step.Resting resting, Alarm alarm) {
    lock.lock();
    try {
      if (resting.chat().rest == resting.rest()) {
        resting.chat().alarm = alarm;
      }
    } finally {
      lock.unlock();
    }
  }

  /// Chats that wait for their alarm now.
  List<Step.Resting> resting() {
    lock.lock();
    try {
      return chats.values().stream()
          .filter(chat -> chat.state == ChatQueue.State.RESTING)
          .map(chat -> new Step.Resting(chat, chat.rest, chat.due, List.of()))
          .toList();
    } finally {
      lock.unlock();
    }
  }

  // The disk

  /// To be called within the transaction that writes it: then images reach the disk in the order in
  /// which they were taken.
  Image image() {
    lock.lock();
    try {
      return retired ? unwritten.nothing() : unwritten.image(reading.finished());
    } finally {
      lock.unlock();
    }
  }

  boolean hasUnwritten() {
    lock.lock();
    try {
      return !retired && unwritten.nanosLeft(reading.finished()) < Long.MAX_VALUE;
    } finally {
      lock.unlock();
    }
  }

  void written(Image image) {
    lock.lock();
    try {
      for (ChatQueue chat : unwritten.written(image)) {
        removeIfDone(chat);
      }
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  // The end

  /// No thread starts anything more.
  void stop() {
    lock.lock();
    try {
      end();
    } finally {
      lock.unlock();
    }
  }

  /// Stops, and writes nothing any more.
  void retire() {
    lock.lock();
    try {
      retired = true;
      chats.values().stream().filter(chat -> chat.laned).forEach(chat -> share.giveLaneBack());
      end();
    } finally {
      lock.unlock();
    }
  }

  /// Waits until no thread works on a chat. Then whatever waits in memory falls behind, beyond the
  /// limit too: else the cursor would stay before it, and what other chats were told since would be
  /// told again after a restart.
  void awaitRest() {
    lock.lock();
    try {
      while (active > 0) {
        changed.awaitUninterruptibly();
      }
      for (ChatQueue chat : chats.values()) {
        if (!chat.laned && !chat.waiting.isEmpty()) {
          share.reclaimLane();
          fallBehind(chat);
        }
      }
    } finally {
      lock.unlock();
    }
  }

  /// Whether everything up to `lastSeq` was read and tried before the time was over.
  boolean awaitIdle(long lastSeq, long deadlineNanos) {
    wake(lastSeq);
    lock.lock();
    try {
      long left = deadlineNanos - System.nanoTime();
      while (!stopped && (active > 0 || reading.canRead()) && left > 0) {
        await(left);
        left = deadlineNanos - System.nanoTime();
      }
      return active == 0 && !reading.canRead();
    } finally {
      lock.unlock();
    }
  }

  // Under the lock

  private void end() {
    stopped = true;
    for (ChatQueue chat : chats.values()) {
      Alarm alarm = chat.alarm;
      if (alarm != null) {
        alarm.cancel();
      }
    }
    changed.signalAll();
  }

  private void change(ChatQueue chat) {
    unwritten.change(chat);
    changed.signalAll();
  }

  /// From here on the lane holds the chat's events, and the cursor may pass them.
  private void fallBehind(ChatQueue chat) {
    chat.laned = true;
    chat.next = chat.waiting.getFirst().seq();
    chat.covered = chat.waiting.getLast().seq();
    chat.waiting.forEach(reading::finish);
    chat.waiting.clear();
    reading.unpin(chat);
    change(chat);
  }

  private void activate(ChatQueue chat) {
    chat.state = ChatQueue.State.ACTIVE;
    active++;
  }

  private Step.Resting rest(ChatQueue chat, List<Step.Behind> behind) {
    chat.state = ChatQueue.State.RESTING;
    chat.rest++;
    active--;
    changed.signalAll();
    return new Step.Resting(chat, chat.rest, chat.due, behind);
  }

  private Step leave(ChatQueue chat) {
    chat.state = ChatQueue.State.IDLE;
    active--;
    removeIfDone(chat);
    changed.signalAll();
    return new Step.Leave();
  }

  /// What is on disk must stay in memory until it is gone from there.
  private void removeIfDone(ChatQueue chat) {
    if (chat.isDone() && !unwritten.contains(chat)) {
      chats.remove(chat.id, chat);
    }
  }

  private void noteBehind(ChatQueue chat, ToldEvent event, List<Step.Behind> behind) {
    if (chat.isFailing()) {
      ToldEvent first = chat.waiting.peekFirst();
      long waitsFor = chat.laned || first == null ? chat.next : first.seq();
      behind.add(new Step.Behind(event, waitsFor, chat.due));
    }
  }

  @SuppressWarnings("WaitNotInLoop") // The callers are the loop.
  private long await(long nanos) {
    try {
      return changed.awaitNanos(nanos);
    } catch (InterruptedException e) {
      // Nobody interrupts these threads; if somebody does, it ends the wait early and no more.
      return nanos;
    }
  }
}
