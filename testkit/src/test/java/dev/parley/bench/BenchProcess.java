package dev.parley.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A server that is measured, in a process of its own.
final class BenchProcess implements AutoCloseable {
  private static final Pattern PORT = Pattern.compile("(?:port |127\\.0\\.0\\.1:)(\\d+)");

  private final Process process;
  private final int port;

  private BenchProcess(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /// Returns once its output names its port.
  static BenchProcess start(List<String> command) throws IOException {
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    var lines =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      Matcher port = PORT.matcher(line);
      if (port.find()) {
        Thread.ofVirtual().start(() -> drain(lines));
        return new BenchProcess(process, Integer.parseInt(port.group(1)));
      }
    }
    throw new IOException("the server ended before it named its port: " + command);
  }

  private static void drain(BufferedReader lines) {
    try (lines) {
      while (lines.readLine() != null) {
        // Only so that the pipe never fills.
      }
    } catch (IOException gone) {
      // It ended.
    }
  }

  int port() {
    return port;
  }

  /// Resident memory in megabytes; NaN where the system does not tell (anything but Linux).
  double residentMegabytes() {
    try {
      for (String line : Files.readAllLines(Path.of("/proc/" + process.pid() + "/status"))) {
        if (line.startsWith("VmRSS:")) {
          return Double.parseDouble(line.replaceAll("\\D", "")) / 1024;
        }
      }
    } catch (IOException notLinux) {
      return Double.NaN;
    }
    return Double.NaN;
  }

  /// CPU that it has used so far, in milliseconds.
  double cpuMillis() {
    return process.info().totalCpuDuration().map(java.time.Duration::toMillis).orElse(0L);
  }

  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "process %d at port %d", process.pid(), port);
  }
}
