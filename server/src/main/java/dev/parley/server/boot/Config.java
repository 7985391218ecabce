package dev.parley.server.boot;

import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// All that can be configured, read once.
///
/// @param bind address to listen on
/// @param port 0 takes any free one
/// @param database where the world is kept
/// @param seed a file that describes the first world; null for the built-in one
/// @param wiring what fits the first world to a bot that exists already
/// @param tokens which Bearer tokens Graph paths take
/// @param handsets what happens to a number that the sandbox does not know
/// @param publicUrl base of links that bots get; null for the address listened on
/// @param adminKey needed for the sandbox's own API when not bound to loopback
public record Config(
    String bind,
    int port,
    Database database,
    @Nullable Path seed,
    Wiring wiring,
    Tokens tokens,
    UnknownHandsets handsets,
    @Nullable URI publicUrl,
    @Nullable String adminKey) {

  public static final String DEFAULT_BIND = "127.0.0.1";
  public static final int DEFAULT_PORT = 8360;
  public static final String DEFAULT_DATA = "parley-data";

  /// Where everything is kept.
  public sealed interface Database {
    /// One file in this directory.
    record Sqlite(Path directory) implements Database {}

    /// @param url `jdbc:postgresql://…`
    record Postgres(String url) implements Database {
      /// The URL may hold a password.
      @Override
      public String toString() {
        return "Postgres[•••]";
      }
    }
  }

  /// Values of a bot's own configuration that the first world takes over; null keeps ours.
  ///
  /// @param webhook set, and verified by the handshake, at start
  public record Wiring(
      @Nullable URI webhook,
      @Nullable String number,
      @Nullable String waba,
      @Nullable String key,
      @Nullable String appSecret,
      @Nullable String verifyToken) {
    public static final Wiring NONE = new Wiring(null, null, null, null, null, null);
  }

  /// Which Bearer tokens Graph paths take.
  public enum Tokens {
    /// Those of the world's numbers.
    KNOWN,
    /// Any: the number in the path decides.
    ANY
  }

  /// What happens to a number that the sandbox does not know.
  public enum UnknownHandsets {
    /// It becomes a handset when it is first written to.
    APPEAR,
    /// It is not on WhatsApp: 131026.
    STRICT
  }

  /// The built-in world, in this directory, on any free port.
  public static Config inDirectory(Path directory) {
    return new Config(
        DEFAULT_BIND,
        0,
        new Database.Sqlite(directory),
        null,
        Wiring.NONE,
        Tokens.KNOWN,
        UnknownHandsets.APPEAR,
        null,
        null);
  }
}
