package dev.parley.testkit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The server in a process of its own, so that it can be killed.
final class ServerProcess implements AutoCloseable {
  private static final Pattern URL = Pattern.compile("(http://127\\.0\\.0\\.1:\\d+)");
  private static final long START_SECONDS_MAX = 60;

  private final Process process;
  private final URI url;

  private ServerProcess(Process process, URI url) {
    this.process = process;
    this.url = url;
  }

  /// Returns once it listens.
  static ServerProcess start(Path data, String... options) throws Exception {
    return start(List.of(), data, options);
  }

  /// The same with so much heap and no more.
  static ServerProcess startWithHeap(int mebibytes, Path data, String... options) throws Exception {
    return start(
        List.of("-Xmx" + mebibytes + "m", "-XX:MaxDirectMemorySize=" + mebibytes + "m"),
        data,
        options);
  }

  private static ServerProcess start(List<String> jvm, Path data, String... options)
      throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED"));
    command.addAll(jvm);
    command.addAll(List.of("-cp", classPath(), "dev.parley.server.boot.Main", "serve"));
    command.addAll(List.of("--port", "0", "--data", data.toString()));
    command.addAll(List.of(options));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    var found = new CompletableFuture<URI>();
    Thread.ofVirtual().start(() -> readOutput(process, found));
    try {
      return new ServerProcess(process, found.get(START_SECONDS_MAX, TimeUnit.SECONDS));
    } catch (ExecutionException | TimeoutException e) {
      process.destroyForcibly();
      throw new AssertionError("the server did not start", e);
    }
  }

  private static void readOutput(Process process, CompletableFuture<URI> found) {
    var said = new StringBuilder();
    try (var lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        said.append(line).append('\n');
        Matcher url = URL.matcher(line);
        if (line.contains("is running") && url.find()) {
          found.complete(URI.create(url.group(1)));
        }
      }
    } catch (IOException gone) {
      // The process was killed.
    }
    found.completeExceptionally(new IOException("it said: " + said));
  }

  private static String classPath() {
    return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
  }

  URI url() {
    return url;
  }

  /// SIGKILL: no shutdown hook runs, no buffer is written.
  void kill() {
    process.destroyForcibly().onExit().join();
  }

  /// SIGTERM; true when it ended by itself within the seconds.
  boolean terminate(long seconds) throws InterruptedException {
    process.destroy();
    return process.waitFor(seconds, TimeUnit.SECONDS);
  }

  int exitValue() {
    return process.exitValue();
  }

  @Override
  public void close() {
    kill();
  }
}
