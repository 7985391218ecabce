package dev.parley.server.delivery;

import dev.parley.Tx;
import dev.parley.WorldClock.Alarm;
import dev.parley.chat.ChatId;
import dev.parley.journal.Lane;
import dev.parley.journal.StreamId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// What one endpoint has still to be told of one stream, in memory, and what of it belongs on disk.
/// Everything here happens under one lock and waits for nothing else.
///
/// The disk holds an {@link Image} of it: the cursor, and the lanes of the chats that the cursor has
/// passed. An image is taken and written in one transaction, so the cursor never passes an event
/// whose lane is not on disk. Between two images a crash only costs repetition.
final class Backlog {
  /// From a change until it is written. So much is told twice after a crash, at most.
  static final Duration WRITE_AFTER = Duration.ofMillis(200);

  private final String reader;
  private final StreamId stream;
  private final EndpointShare share;
  private final Limits limits;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Map<ChatId, ChatQueue> chats = new HashMap<>();

  /// Events that the cursor must not pass.
  private final TreeSet<Long> unfinished = new TreeSet<>();

  private final Set<ChatQueue> unwritten = new LinkedHashSet<>();
  private long newest;
  private long readUpTo;
  private long cursor;
  private int active;
  private int pinned;
  private long unwrittenSinceNanos;
  private boolean hasUnwritten;
  private boolean stopped;
  private boolean retired;

  Backlog(
      String reader,
      StreamId stream,
      long cursor,
      List<Lane> lanes,
      EndpointShare share,
      Limits limits) {
    this.reader = reader;
    this.stream = stream;
    this.share = share;
    this.limits = limits;
    this.cursor = cursor;
    this.readUpTo = cursor;
    this.newest = cursor;
    for (Lane lane : lanes) {
      // One that was granted before is granted again, even beyond the limit of today.
      share.reclaimLane();
      chats.put(lane.chat(), ChatQueue.of(lane, cursor));
    }
  }

  /// What the following thread is to do.
  sealed interface Turn {
    record Read(long after, long newest) implements Turn {}

    record Write() implements Turn {}

    record Stop() implements Turn {}
  }

  /// What a thread that works on a chat is to do next.
  sealed interface Step {
    /// @param attempt from 1
    /// @param count whether the attempt must be on disk before it is made
    record Carry(ToldEvent event, int attempt, boolean count) implements Step {}

    record ReadLane(long after, long upTo) implements Step {}

    /// The chat has nothing more to do; the thread must leave it alone from now on.
    record Leave() implements Step {}
  }

  /// @param toStart chats that need a thread
  /// @param behind events whose chat has to deliver an earlier one first
  record Taken(List<ChatQueue> toStart, List<Behind> behind) {}

  /// An event that waits.
  ///
  /// @param first seq of the event it waits for
  record Behind(ToldEvent event, long first, Instant due) {}

  /// A chat that waits for its alarm.
  record Resting(ChatQueue chat, long rest, Instant due, List<Behind> behind) {}

  // The following thread

  void wake(long lastSeq) {
    lock.lock();
    try {
      newest = Math.max(newest, lastSeq);
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  Turn awaitTurn() {
    lock.lock();
    try {
      while (!stopped) {
        noteUnwritten();
        long untilWrite =
            hasUnwritten
                ? WRITE_AFTER.toNanos() - (System.nanoTime() - unwrittenSinceNanos)
                : Long.MAX_VALUE;
        if (untilWrite <= 0) {
          return new Turn.Write();
        }
        if (canRead()) {
          return new Turn.Read(readUpTo, newest);
        }
        await(untilWrite);
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
      var behind = new ArrayList<Behind>();
      for (ToldEvent event : told) {
        ChatQueue chat = chats.computeIfAbsent(event.chat().id(), ChatQueue::new);
        if (chat.laned) {
          // An event before `next` was delivered before a restart.
          if (event.seq() >= chat.next) {
            chat.covered = event.seq();
            noteBehind(chat, event, behind);
          }
        } else {
          noteBehind(chat, event, behind);
          chat.waiting.add(event);
          unfinished.add(event.seq());
          if (chat.state == ChatQueue.State.IDLE) {
            activate(chat);
            toStart.add(chat);
          }
        }
      }
      readUpTo = upTo;
      if (upTo == turn.after() && newest == turn.newest()) {
        newest = upTo;
      }
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

  /// Notes when the attempt that begins would be followed by another.
  void count(ChatQueue chat, Instant due) {
    lock.lock();
    try {
      chat.due = due;
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
        unfinished.remove(first.seq());
        unpin(chat);
      }
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /// The chat's first event failed. The chat rests; it falls behind if there is a lane left.
  Resting fail(ChatQueue chat, Instant due, String error) {
    lock.lock();
    try {
      chat.due = due;
      chat.lastError = error;
      var behind = new ArrayList<Behind>();
      if (!chat.laned) {
        chat.waiting.stream().skip(1).forEach(event -> noteBehind(chat, event, behind));
        if (retired || !share.takeLane()) {
          pin(chat);
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
  Resting putOff(ChatQueue chat, Instant due) {
    lock.lock();
    try {
      chat.due = due;
      return rest(chat, List.of());
    } finally {
      lock.unlock();
    }
  }

  /// Whether the caller is to work on the chat now.
  boolean wakeUp(Resting resting) {
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

  void setAlarm(Resting resting, Alarm alarm) {
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
  List<Resting> resting() {
    lock.lock();
    try {
      return chats.values().stream()
          .filter(chat -> chat.state == ChatQueue.State.RESTING)
          .map(chat -> new Resting(chat, chat.rest, chat.due, List.of()))
          .toList();
    } finally {
      lock.unlock();
    }
  }

  // The disk

  /// What should be on disk of a backlog.
  record Image(String reader, long cursor, Map<ChatQueue, Long> versions, List<Lane> behind,
      List<Lane> caughtUp) {

    void writeTo(Tx tx) {
      if (cursor > 0) {
        tx.moveCursor(reader, cursor);
      }
      behind.forEach(tx::save);
      caughtUp.forEach(tx::drop);
    }
  }

  /// To be called within the transaction that writes it: then images reach the disk in the order
  /// in which they were taken.
  Image image() {
    lock.lock();
    try {
      var versions = new LinkedHashMap<ChatQueue, Long>();
      var behind = new ArrayList<Lane>();
      var caughtUp = new ArrayList<Lane>();
      if (retired) {
        return new Image(reader, 0, versions, behind, caughtUp);
      }
      for (ChatQueue chat : unwritten) {
        versions.put(chat, chat.version);
        (chat.laned ? behind : caughtUp)
            .add(
                new Lane(
                    reader, stream, chat.id, chat.next, chat.attempts, chat.due, chat.lastError));
      }
      return new Image(reader, finished(), versions, behind, caughtUp);
    } finally {
      lock.unlock();
    }
  }

  void written(Image image) {
    lock.lock();
    try {
      cursor = Math.max(cursor, image.cursor());
      image
          .versions()
          .forEach(
              (chat, version) -> {
                if (chat.version == version) {
                  unwritten.remove(chat);
                  if (chat.isDone()) {
                    chats.remove(chat.id, chat);
                  }
                }
              });
      hasUnwritten = false;
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
      stopped = true;
      for (ChatQueue chat : chats.values()) {
        Alarm alarm = chat.alarm;
        if (alarm != null) {
          alarm.cancel();
        }
      }
      changed.signalAll();
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
    } finally {
      lock.unlock();
    }
    stop();
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
      while (!stopped && (active > 0 || canRead()) && left > 0) {
        await(left);
        left = deadlineNanos - System.nanoTime();
      }
      return active == 0 && !canRead();
    } finally {
      lock.unlock();
    }
  }

  // Under the lock

  private boolean canRead() {
    return readUpTo < newest && unfinished.size() < limits.window() && pinned == 0;
  }

  private long finished() {
    return unfinished.isEmpty() ? readUpTo : unfinished.first() - 1;
  }

  private void noteUnwritten() {
    if (!hasUnwritten && !retired && (!unwritten.isEmpty() || finished() > cursor)) {
      hasUnwritten = true;
      unwrittenSinceNanos = System.nanoTime();
    }
  }

  private void change(ChatQueue chat) {
    chat.version++;
    unwritten.add(chat);
    changed.signalAll();
  }

  /// From here on the lane holds the chat's events, and the cursor may pass them.
  private void fallBehind(ChatQueue chat) {
    chat.laned = true;
    chat.next = chat.waiting.getFirst().seq();
    chat.covered = chat.waiting.getLast().seq();
    chat.waiting.forEach(event -> unfinished.remove(event.seq()));
    chat.waiting.clear();
    unpin(chat);
    change(chat);
  }

  private void pin(ChatQueue chat) {
    if (!chat.pinned) {
      chat.pinned = true;
      pinned++;
    }
  }

  private void unpin(ChatQueue chat) {
    if (chat.pinned) {
      chat.pinned = false;
      pinned--;
    }
  }

  private void activate(ChatQueue chat) {
    chat.state = ChatQueue.State.ACTIVE;
    active++;
  }

  private Resting rest(ChatQueue chat, List<Behind> behind) {
    chat.state = ChatQueue.State.RESTING;
    chat.rest++;
    active--;
    changed.signalAll();
    return new Resting(chat, chat.rest, chat.due, behind);
  }

  private Step leave(ChatQueue chat) {
    chat.state = ChatQueue.State.IDLE;
    active--;
    if (chat.isDone() && !unwritten.contains(chat)) {
      chats.remove(chat.id);
    }
    changed.signalAll();
    return new Step.Leave();
  }

  private void noteBehind(ChatQueue chat, ToldEvent event, List<Behind> behind) {
    if (chat.isFailing()) {
      ToldEvent first = chat.waiting.peekFirst();
      long waitsFor = chat.laned || first == null ? chat.next : first.seq();
      behind.add(new Behind(event, waitsFor, chat.due));
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
