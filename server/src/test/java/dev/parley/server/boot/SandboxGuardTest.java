package dev.parley.server.boot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.server.corpus.Sandbox;
import dev.parley.server.sandbox.Seed;
import dev.parley.server.sandbox.UnknownNumbers;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Raw sockets, since a client of Java's sets Host and Origin itself.
class SandboxGuardTest {
  @Test
  void this_machine_may_under_its_own_names(@TempDir Path directory) throws Exception {
    try (Sandbox sandbox = Sandbox.start(Config.inDirectory(directory))) {
      for (String host : new String[] {"localhost", "127.0.0.1:80", "[::1]:80", "a.localhost"}) {
        assertThat(status(sandbox, "Host: " + host)).as(host).isEqualTo(200);
      }
      assertThat(status(sandbox, "Host: localhost\r\nOrigin: http://127.0.0.1:5173"))
          .isEqualTo(200);
    }
  }

  @Test
  void a_page_of_another_site_may_not(@TempDir Path directory) throws Exception {
    try (Sandbox sandbox = Sandbox.start(Config.inDirectory(directory))) {
      assertThat(status(sandbox, "Host: evil.example")).isEqualTo(403);
      assertThat(status(sandbox, "Host: localhost.evil.example")).isEqualTo(403);
      assertThat(status(sandbox, "Host: localhost\r\nOrigin: https://evil.example")).isEqualTo(403);
      assertThat(status(sandbox, "Host: localhost\r\nOrigin: null")).isEqualTo(403);
    }
  }

  @Test
  void with_an_admin_key_only_who_has_it_may(@TempDir Path directory) throws Exception {
    try (Sandbox sandbox = Sandbox.start(withKey(directory, "let me in"))) {
      assertThat(status(sandbox, "Host: parley.example")).isEqualTo(401);
      assertThat(status(sandbox, "Host: parley.example\r\nX-Admin-Key: let me")).isEqualTo(401);
      assertThat(status(sandbox, "Host: parley.example\r\nX-Admin-Key: let me in")).isEqualTo(200);
      assertThat(status(sandbox, "Host: parley.example\r\nAuthorization: " + basic("let me in")))
          .isEqualTo(200);
      assertThat(status(sandbox, "Host: parley.example\r\nAuthorization: Basic %%%"))
          .isEqualTo(401);
    }
  }

  private static String basic(String password) {
    byte[] pair = ("admin:" + password).getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(pair);
  }

  private static Config withKey(Path directory, @Nullable String key) {
    Config plain = Config.inDirectory(directory);
    return new Config(
        plain.bind(),
        0,
        plain.database(),
        null,
        Seed.Overrides.NONE,
        null,
        plain.tokens(),
        UnknownNumbers.BECOME_HANDSETS,
        null,
        key,
        Config.Links.TRUST);
  }

  private static int status(Sandbox sandbox, String headers) throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), sandbox.port())) {
      socket
          .getOutputStream()
          .write(
              ("GET /sandbox HTTP/1.1\r\n" + headers + "\r\nConnection: close\r\n\r\n")
                  .getBytes(StandardCharsets.US_ASCII));
      InputStream in = socket.getInputStream();
      return Integer.parseInt(
          new String(in.readAllBytes(), StandardCharsets.UTF_8).substring(9, 12));
    }
  }
}
