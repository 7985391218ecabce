package dev.parley.server.boot;

import dev.parley.price.RateCard;
import dev.parley.server.media.S3Place;
import dev.parley.server.sandbox.Seed;
import dev.parley.server.sandbox.UnknownNumbers;
import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// All that can be configured, read once.
///
/// @param bind address to listen on
/// @param port 0 takes any free one
/// @param database where the world is kept
/// @param seed a file that describes the first world; null for the built-in one
/// @param overrides what fits the first world to a bot that exists already
/// @param webhook of the first business; asked by the handshake and set at start
/// @param tokens which Bearer tokens Graph paths take
/// @param unknownNumbers what happens to a number that the sandbox does not know
/// @param publicUrl base of links that bots get; null for the address listened on
/// @param adminKey needed for the sandbox's own API when not bound to loopback
/// @param links what becomes of files that messages name by link
/// @param bucket where the files of messages lie; null for a directory beside the database
/// @param rateCard what the page says that messages cost
public record Config(
    String bind,
    int port,
    Database database,
    @Nullable Path seed,
    Seed.Overrides overrides,
    @Nullable URI webhook,
    Tokens tokens,
    UnknownNumbers unknownNumbers,
    @Nullable URI publicUrl,
    @Nullable String adminKey,
    Links links,
    @Nullable S3Place bucket,
    RateCard rateCard) {

  public static final String DEFAULT_BIND = "127.0.0.1";
  public static final int DEFAULT_PORT = 8360;
  public static final String DEFAULT_DATA = "parley-data";

  /// Files lie in a directory beside the database; the rate card is the shipped one.
  public Config(
      String bind,
      int port,
      Database database,
      @Nullable Path seed,
      Seed.Overrides overrides,
      @Nullable URI webhook,
      Tokens tokens,
      UnknownNumbers unknownNumbers,
      @Nullable URI publicUrl,
      @Nullable String adminKey,
      Links links) {
    this(
        bind,
        port,
        database,
        seed,
        overrides,
        webhook,
        tokens,
        unknownNumbers,
        publicUrl,
        adminKey,
        links,
        null,
        ShippedRateCard.read());
  }

  /// Where everything is kept.
  public sealed interface Database {
    /// Where the files of messages lie, too.
    Path directory();

    /// One file in this directory.
    record Sqlite(Path directory) implements Database {}

    /// @param url `jdbc:postgresql://…`
    /// @param directory for what is no row: the files of messages
    record Postgres(String url, Path directory) implements Database {
      /// The URL may hold a password.
      @Override
      public String toString() {
        return "Postgres[•••]";
      }
    }
  }

  /// Which Bearer tokens Graph paths take.
  public enum Tokens {
    /// Those of the world's numbers.
    KNOWN,
    /// Any: the number in the path decides.
    ANY
  }

  /// What becomes of files that messages name by link.
  public enum Links {
    /// Fetched, if they lie on the public internet.
    FETCH_PUBLIC,
    /// Fetched wherever they lie, this machine and its networks included.
    FETCH_ANY,
    /// Never asked for: each is taken to be there and to fit.
    TRUST
  }

  /// The built-in world, in this directory, on any free port. Links are trusted: it is for the
  /// process of a test, whose messages name addresses of production and which must not depend on
  /// the internet. A test of linked files says otherwise by {@link #with(Links)}.
  public static Config inDirectory(Path directory) {
    return new Config(
        DEFAULT_BIND,
        0,
        new Database.Sqlite(directory),
        null,
        Seed.Overrides.NONE,
        null,
        Tokens.KNOWN,
        UnknownNumbers.BECOME_HANDSETS,
        null,
        null,
        Links.TRUST);
  }

  /// The same with another way to treat links.
  public Config with(Links other) {
    return new Config(
        bind,
        port,
        database,
        seed,
        overrides,
        webhook,
        tokens,
        unknownNumbers,
        publicUrl,
        adminKey,
        other,
        bucket,
        rateCard);
  }
}
