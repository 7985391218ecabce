package dev.parley.server.http;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A running web server: HTTP/1.1 and HTTP/1.0, each request on a virtual thread.
public final class HttpServer {
  private static final Logger LOG = LoggerFactory.getLogger(HttpServer.class);

  /// Request line and headers together. More are refused with 414 or 431.
  public static final int HEAD_BYTES_MAX = 16 * 1024;

  /// Connections that the system keeps for us before we take them.
  private static final int BACKLOG = 512;

  /// Event streams have so long to say goodbye when the server stops.
  private static final Duration STREAMS_END_WITHIN = Duration.ofMillis(500);

  /// A connection on which nothing moves for so long does not hold up the stop. Requests whose
  /// handler runs are still waited for.
  private static final Duration IDLE_WHEN_STOPPING = Duration.ofMillis(200);

  private final Server server;
  private final ServerConnector connector;
  private final OpenStreams streams;
  private final AtomicBoolean stopping;

  private HttpServer(
      Server server, ServerConnector connector, OpenStreams streams, AtomicBoolean stopping) {
    this.server = server;
    this.connector = connector;
    this.streams = streams;
    this.stopping = stopping;
  }

  /// Listens from the moment it returns.
  ///
  /// @param traceIds a new id for each call, from any thread; it ties an error answer to its line
  ///   in the log
  /// @throws IOException names address and port when they are taken or not ours
  public static HttpServer start(
      HttpConfig config, Handler handler, ErrorAnswer errors, Supplier<String> traceIds)
      throws IOException {
    var limits = config.limits();
    var failures = new Failures(errors, traceIds);
    var streams = new OpenStreams(limits.streams());

    var threads = new QueuedThreadPool(64, 4);
    threads.setName("http");
    threads.setVirtualThreadsExecutor(Executors.newVirtualThreadPerTaskExecutor());

    var server = new Server(threads);
    var connector = new ServerConnector(server, new HttpConnectionFactory(http()));
    connector.setHost(config.bind());
    connector.setPort(config.port());
    connector.setAcceptQueueSize(BACKLOG);
    connector.setIdleTimeout(limits.idleMax().toMillis());
    connector.setShutdownIdleTimeout(IDLE_WHEN_STOPPING.toMillis());
    var stopping = new AtomicBoolean();
    connector.addBean(new LateConnections(stopping));
    server.addConnector(connector);
    server.addBean(new NetworkConnectionLimit(limits.connectionsMax(), connector));
    server.setErrorHandler(new EarlyErrors(failures));
    var graceful = new GracefulHandler(new JettyHandler(handler, failures, streams, limits));
    graceful.setShutdownIdleTimeout(IDLE_WHEN_STOPPING.toMillis());
    server.setHandler(graceful);
    try {
      server.start();
    } catch (Exception e) {
      stopQuietly(server);
      throw new IOException(
          "cannot listen on %s port %d".formatted(config.bind(), config.port()), e);
    }
    return new HttpServer(server, connector, streams, stopping);
  }

  private static HttpConfiguration http() {
    var http = new HttpConfiguration();
    http.setRequestHeaderSize(HEAD_BYTES_MAX);
    http.setSendServerVersion(false);
    http.setSendDateHeader(false);
    // We split the raw path ourselves, so nothing in it is ambiguous to us.
    http.setUriCompliance(UriCompliance.UNSAFE);
    return http;
  }

  /// The port listened on, also where the configuration left the choice to the system.
  public int port() {
    return connector.getLocalPort();
  }

  /// Takes no more connections, ends the event streams, lets running requests finish within the
  /// time and cuts the rest.
  public void stop(Duration within) throws InterruptedException {
    streams.endAll(within.compareTo(STREAMS_END_WITHIN) < 0 ? within : STREAMS_END_WITHIN);
    stopping.set(true);
    server.setStopTimeout(within.toMillis());
    try {
      server.stop();
    } catch (InterruptedException e) {
      throw e;
    } catch (TimeoutException _) {
      LOG.warn("requests were still running after {} ms and were cut", within.toMillis());
    } catch (Exception e) {
      LOG.warn("the web server did not stop cleanly", e);
    }
  }

  /// Jetty shortens the idle time of the connections that are open when a stop begins. One that is
  /// opened just then would keep its usual one, and the stop would wait for it.
  private record LateConnections(AtomicBoolean stopping) implements Connection.Listener {
    @Override
    public void onOpened(Connection connection) {
      if (stopping.get()) {
        connection.getEndPoint().setIdleTimeout(IDLE_WHEN_STOPPING.toMillis());
      }
    }
  }

  private static void stopQuietly(Server server) {
    try {
      server.stop();
    } catch (Exception e) {
      LOG.debug("stopping a server that did not start", e);
    }
  }
}
