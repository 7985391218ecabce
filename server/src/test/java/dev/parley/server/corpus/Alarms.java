package dev.parley.server.corpus;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;

/// Hears what the server's log says when something is wrong: exceptions, and what is severe.
final class Alarms extends Handler {
  private final List<String> told = new CopyOnWriteArrayList<>();

  @Override
  public void publish(LogRecord entry) {
    if (entry.getThrown() != null || entry.getLevel().intValue() >= Level.SEVERE.intValue()) {
      told.add(entry.getLoggerName() + ": " + entry.getMessage() + " " + entry.getThrown());
    }
  }

  List<String> told() {
    return List.copyOf(told);
  }

  @Override
  public void flush() {}

  @Override
  public void close() {}
}
