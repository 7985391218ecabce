package dev.parley.protocol.api;

import java.util.Optional;

/// A user's phone number as WhatsApp names it: the country code and the number, digits only. At
/// most 15 of them (E.164).
public record WaId(String value) {

  /// Digits of a number. Source: ITU-T E.164.
  public static final int DIGITS_MAX = 15;

  /// What a caller may write between the digits. Source: `messages.md` §1; the full stop is ours.
  private static final String SEPARATORS = "+-(). ";

  public WaId {
    if (!isWaId(value)) {
      throw new IllegalArgumentException("not a WhatsApp id: " + value);
    }
  }

  /// The number that a caller means: `+1 (555) 010-0101` is `15550100101`. Empty where something
  /// else than digits and separators is in it, or the digits can't be a number.
  public static Optional<WaId> normalised(String input) {
    var digits = new StringBuilder();
    for (int i = 0; i < input.length(); i++) {
      char c = input.charAt(i);
      if (c >= '0' && c <= '9') {
        digits.append(c);
      } else if (SEPARATORS.indexOf(c) < 0) {
        return Optional.empty();
      }
    }
    return isWaId(digits) ? Optional.of(new WaId(digits.toString())) : Optional.empty();
  }

  /// The same, for a number that may be written the national way: `0151 2345678` is 1512345678,
  /// which whoever knows the country completes.
  public static Optional<WaId> typed(String input) {
    int digit = 0;
    while (digit < input.length() && (input.charAt(digit) == '0' || isSeparator(input, digit))) {
      digit++;
    }
    return normalised(input.indexOf('+') >= 0 ? input : input.substring(digit));
  }

  private static boolean isSeparator(String input, int at) {
    return SEPARATORS.indexOf(input.charAt(at)) >= 0;
  }

  private static boolean isWaId(CharSequence value) {
    return !value.isEmpty()
        && value.length() <= DIGITS_MAX
        && value.charAt(0) != '0'
        && value.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  @Override
  public String toString() {
    return value;
  }
}
