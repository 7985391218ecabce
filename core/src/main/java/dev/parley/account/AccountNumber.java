package dev.parley.account;

import dev.parley.protocol.api.WaId;
import java.util.Optional;

/// Numbers that WhatsApp may spell otherwise than they are dialled: in Brazil and Mexico a digit
/// that marks mobiles comes or goes, so that `wa_id` differs from `input`. Source: reference,
/// messages.md §1. Which way is the account's own affair; the rules here are what public clients
/// saw, and unverified.
public final class AccountNumber {
  private static final String BRAZIL = "55";
  private static final String MEXICO = "52";
  private static final String MEXICAN_MOBILE = "1";
  private static final String NINTH_DIGIT = "9";

  /// Digits of the area and of the number, without the digit that comes or goes.
  private static final int BRAZIL_SHORT = 10;

  private static final int MEXICO_SHORT = 10;
  private static final int AREA = 2;

  /// Areas below, São Paulo to Espírito Santo, got the ninth digit first and kept it in WhatsApp;
  /// from here on accounts are without it.
  private static final int FIRST_AREA_WITHOUT = 31;

  /// Brazilian mobiles began with these before the ninth digit.
  private static final String BRAZILIAN_MOBILES = "6789";

  private AccountNumber() {}

  /// The same line with the digit more, or less. Empty where there is no other spelling.
  public static Optional<WaId> otherSpelling(WaId number) {
    String digits = number.value();
    if (digits.startsWith(BRAZIL)) {
      return brazil(digits.substring(BRAZIL.length()));
    }
    return digits.startsWith(MEXICO) ? mexico(digits.substring(MEXICO.length())) : Optional.empty();
  }

  /// The spelling that an account has of which nothing is known: Mexican ones with the 1, Brazilian
  /// ones with the 9 in areas below 31 only.
  public static WaId usual(WaId number) {
    WaId other = otherSpelling(number).orElse(number);
    return isUsual(number.value()) ? number : other;
  }

  private static boolean isUsual(String digits) {
    if (digits.startsWith(MEXICO)) {
      return digits.length() != MEXICO.length() + MEXICO_SHORT;
    }
    if (!digits.startsWith(BRAZIL)) {
      return true;
    }
    String national = digits.substring(BRAZIL.length());
    boolean keepsNinth =
        national.length() >= AREA
            && Integer.parseInt(national.substring(0, AREA)) < FIRST_AREA_WITHOUT;
    return keepsNinth ? national.length() != BRAZIL_SHORT : national.length() == BRAZIL_SHORT;
  }

  private static Optional<WaId> brazil(String national) {
    if (national.length() < BRAZIL_SHORT) {
      return Optional.empty();
    }
    String area = national.substring(0, AREA);
    String line = national.substring(AREA);
    if (national.length() == BRAZIL_SHORT && BRAZILIAN_MOBILES.indexOf(line.charAt(0)) >= 0) {
      return Optional.of(new WaId(BRAZIL + area + NINTH_DIGIT + line));
    }
    return national.length() == BRAZIL_SHORT + 1 && line.startsWith(NINTH_DIGIT)
        ? Optional.of(new WaId(BRAZIL + area + line.substring(1)))
        : Optional.empty();
  }

  private static Optional<WaId> mexico(String national) {
    if (national.length() == MEXICO_SHORT) {
      return Optional.of(new WaId(MEXICO + MEXICAN_MOBILE + national));
    }
    return national.length() == MEXICO_SHORT + 1 && national.startsWith(MEXICAN_MOBILE)
        ? Optional.of(new WaId(MEXICO + national.substring(1)))
        : Optional.empty();
  }
}
