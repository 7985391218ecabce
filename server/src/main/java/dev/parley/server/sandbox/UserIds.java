package dev.parley.server.sandbox;

import dev.parley.account.Portfolio;
import dev.parley.protocol.api.UserId;
import dev.parley.protocol.api.WaId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Map;

/// User ids of the sandbox: the same person has another one towards each portfolio, and always the
/// same towards one. Source: `verified.md` §6.
final class UserIds {
  /// Countries whose calling code a user's number may start with; longest match first. Enough for
  /// made-up people: everybody else is from `ZZ`, the code for "unknown".
  private static final Map<String, String> COUNTRIES =
      Map.ofEntries(
          Map.entry("1", "US"),
          Map.entry("7", "RU"),
          Map.entry("27", "ZA"),
          Map.entry("31", "NL"),
          Map.entry("33", "FR"),
          Map.entry("34", "ES"),
          Map.entry("39", "IT"),
          Map.entry("43", "AT"),
          Map.entry("41", "CH"),
          Map.entry("44", "GB"),
          Map.entry("49", "DE"),
          Map.entry("52", "MX"),
          Map.entry("54", "AR"),
          Map.entry("55", "BR"),
          Map.entry("57", "CO"),
          Map.entry("60", "MY"),
          Map.entry("62", "ID"),
          Map.entry("65", "SG"),
          Map.entry("81", "JP"),
          Map.entry("90", "TR"),
          Map.entry("91", "IN"),
          Map.entry("92", "PK"),
          Map.entry("234", "NG"),
          Map.entry("254", "KE"),
          Map.entry("351", "PT"),
          Map.entry("971", "AE"),
          Map.entry("972", "IL"));

  private static final int CALLING_CODE_MAX_DIGITS = 3;

  /// Of numbers with 16 digits.
  private static final long SMALLEST = 1_000_000_000_000_000L;

  private UserIds() {}

  static UserId of(Portfolio portfolio, WaId waId) {
    byte[] hash = sha256(portfolio.id() + "/" + waId.value());
    long digits = 0;
    for (int i = 0; i < Long.BYTES; i++) {
      digits = (digits << 8) | (hash[i] & 0xff);
    }
    long sixteenDigits = SMALLEST + Long.remainderUnsigned(digits, 9 * SMALLEST);
    return new UserId(country(waId) + "." + sixteenDigits);
  }

  private static String country(WaId waId) {
    for (int length = CALLING_CODE_MAX_DIGITS; length > 0; length--) {
      if (waId.value().length() > length) {
        String country = COUNTRIES.get(waId.value().substring(0, length));
        if (country != null) {
          return country;
        }
      }
    }
    return "ZZ";
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
