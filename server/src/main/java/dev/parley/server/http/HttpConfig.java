package dev.parley.server.http;

import java.time.Duration;

/// Where to listen, and how much at most.
///
/// @param bind address or host name; "0.0.0.0" or "::" for every interface
/// @param port 0 takes any free one; [HttpServer#port] tells which
public record HttpConfig(String bind, int port, Limits limits) {

  /// How much and how long at most.
  ///
  /// @param connectionsMax open connections. Further ones wait in the system's backlog
  /// @param idleMax a connection on which nothing moves for so long is closed; a body that stalls
  ///   gets 408
  /// @param bodyWithin from the head of a request to the end of its body; then 408
  public record Limits(int connectionsMax, Duration idleMax, Duration bodyWithin, Streams streams) {
    public static final Limits DEFAULT =
        new Limits(4_096, Duration.ofSeconds(30), Duration.ofSeconds(30), Streams.DEFAULT);
  }

  /// Limits of event streams.
  ///
  /// @param openMax event streams of this server. One more closes the oldest
  /// @param waitingMax events that wait in one stream for a slow reader. One more drops the stream
  /// @param heartbeat a comment is sent after so long without an event; a client that has gone
  ///   shows only when we write
  public record Streams(int openMax, int waitingMax, Duration heartbeat) {
    public static final Streams DEFAULT = new Streams(64, 1_024, Duration.ofSeconds(2));
  }
}
