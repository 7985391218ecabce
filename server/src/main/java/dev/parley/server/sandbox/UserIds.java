package dev.parley.server.sandbox;

import dev.parley.account.PhoneNumber;
import dev.parley.account.Portfolio;
import dev.parley.protocol.api.Identity;
import dev.parley.protocol.api.UserId;
import dev.parley.protocol.api.WaId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// User ids of the sandbox: the same person has another one towards each portfolio, and always the
/// same towards one. Source: `verified.md` §6.
final class UserIds {
  /// An id begins with its user's country.
  static final int COUNTRY_CHARS = 2;

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
    return new UserId(Countries.of(waId) + "." + sixteenDigits);
  }

  /// All that a number's portfolio could know of this user.
  static Identity identity(PhoneNumber number, WaId waId) {
    return Identity.of(waId, of(number.business().portfolio(), waId));
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
