package dev.parley.server.sql;

import dev.parley.View;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A few platform threads that answer questions, first come, first served. Platform threads, since
/// a database in native code holds the carrier of a virtual one (measured: an unrelated virtual
/// thread stood for 1.7 s).
final class ReaderPool {
  /// Questions that wait for a reader. The asker of one more waits until there is room.
  static final int WAITING_MAX = 4_096;

  private final Dialect dialect;
  private final StoreHealth health;
  private final BlockingQueue<Question<?>> waiting = new ArrayBlockingQueue<>(WAITING_MAX);
  private final List<Reader> readers = new ArrayList<>();
  private volatile boolean closed;

  /// @param connections one per reader, without auto-commit; the pool's user closes them
  ReaderPool(List<Connection> connections, Dialect dialect, StoreHealth health) {
    this.dialect = dialect;
    this.health = health;
    for (Connection connection : connections) {
      readers.add(new Reader(new Statements(connection), readers.size() + 1));
    }
  }

  void start() {
    readers.forEach(reader -> reader.thread.start());
  }

  <R> R ask(Function<View, R> question) {
    health.check();
    if (closed) {
      throw new IllegalStateException("the store is closed");
    }
    SqlView own = viewOf(Thread.currentThread());
    if (own != null) {
      return question.apply(own);
    }
    var asked = new Question<>(question);
    put(asked);
    if (closed) {
      refuseWaiting();
    }
    return asked.pending.await();
  }

  /// Ends after the questions that are being answered.
  void close() {
    closed = true;
    refuseWaiting();
    for (Reader reader : readers) {
      reader.thread.interrupt();
      Threads.joinUninterruptibly(reader.thread);
    }
    refuseWaiting();
  }

  private record Question<R>(Function<View, R> asked, Pending<R> pending) {
    Question(Function<View, R> asked) {
      this(asked, new Pending<>());
    }

    void answer(View view) {
      pending.answer(asked.apply(view));
    }
  }

  private void put(Question<?> question) {
    boolean interrupted = false;
    while (true) {
      try {
        waiting.put(question);
        break;
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void refuseWaiting() {
    for (Question<?> question; (question = waiting.poll()) != null; ) {
      question.pending.fail(new IllegalStateException("the store is closed"));
      question.pending.release();
    }
  }

  /// A question within a question is answered on the spot.
  private @Nullable SqlView viewOf(Thread thread) {
    for (Reader reader : readers) {
      if (reader.thread == thread) {
        return reader.view;
      }
    }
    return null;
  }

  private final class Reader {
    final Statements statements;
    final SqlView view;
    final Thread thread;

    Reader(Statements statements, int number) {
      this.statements = statements;
      this.view = new SqlView(statements);
      this.thread =
          Thread.ofPlatform().daemon().name("parley-reader-" + number).unstarted(this::run);
    }

    private void run() {
      while (!closed) {
        try {
          Question<?> question = waiting.take();
          answer(question);
          question.pending.release();
        } catch (InterruptedException e) {
          // Closed, or not meant for us.
        }
      }
    }

    /// Each question sees one state of the database.
    private void answer(Question<?> question) {
      try {
        try {
          question.answer(view);
        } finally {
          statements.rollback();
        }
      } catch (SqlFailure e) {
        question.pending.fail(
            dialect.isOwnFault(e.failure())
                ? e
                : StoreHealth.again(health.breakDown("reading from", e)));
      } catch (RuntimeException | Error e) {
        question.pending.fail(e);
      }
    }
  }
}
