package dev.parley.testkit;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// A site of the business, with files that its messages link to.
final class FileSite implements AutoCloseable {
  private final HttpServer server;
  private final Map<String, byte[]> files = new ConcurrentHashMap<>();
  private final AtomicInteger asked = new AtomicInteger();
  private final Semaphore arrived = new Semaphore(0);
  private final CountDownLatch opened = new CountDownLatch(1);

  FileSite() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 200);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext(
        "/",
        exchange -> {
          asked.incrementAndGet();
          arrived.release();
          try (exchange) {
            String path = exchange.getRequestURI().getPath();
            if (path.startsWith("/slow/")) {
              opened.await();
            }
            if (path.startsWith("/moved/")) {
              exchange.getResponseHeaders().set("Location", path.substring("/moved".length()));
              exchange.sendResponseHeaders(302, -1);
              return;
            }
            byte[] file = files.get(path.replaceFirst("^/slow", ""));
            exchange.sendResponseHeaders(file == null ? 404 : 200, file == null ? -1 : file.length);
            if (file != null) {
              exchange.getResponseBody().write(file);
            }
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
    server.start();
  }

  /// The address of this file. Below `/slow` it is answered once {@link #open} was called, below
  /// `/moved` by a redirect.
  String put(String path, byte[] bytes) {
    files.put(path, bytes);
    return at(path);
  }

  String at(String path) {
    return "http://127.0.0.1:%d%s".formatted(server.getAddress().getPort(), path);
  }

  void open() {
    opened.countDown();
  }

  /// How often it was asked so far.
  int asked() {
    return asked.get();
  }

  /// Waits until so many more calls have come in.
  void await(int calls) {
    try {
      if (!arrived.tryAcquire(calls, Inbox.WAIT.toSeconds(), TimeUnit.SECONDS)) {
        throw new AssertionError("the site was asked %d times only".formatted(asked()));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    open();
    server.stop(0);
  }
}
