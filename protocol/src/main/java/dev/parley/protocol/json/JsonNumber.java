package dev.parley.protocol.json;

import java.math.BigDecimal;
import java.util.OptionalLong;

/// A JSON number as it was written, so that `1.50` stays `1.50` and no digit is lost.
public record JsonNumber(String literal) implements Json {

  /// Digits of a literal that is read; longer ones are refused.
  public static final int LITERAL_MAX_CHARS = 100;

  /// Size of the exponent of a literal that is read: `1e999` is, `1e1000` is not.
  public static final int EXPONENT_MAX = 999;

  private static final int EXPONENT_MAX_DIGITS = 3;

  public JsonNumber {
    if (!isNumber(literal)) {
      throw new IllegalArgumentException("not a JSON number");
    }
  }

  public static JsonNumber of(long value) {
    return new JsonNumber(Long.toString(value));
  }

  /// The shortest literal that reads back as the same `double`; whole numbers without a fraction.
  public static JsonNumber of(double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("JSON has no number for " + value);
    }
    boolean whole = value == Math.rint(value) && Math.abs(value) < 1e15;
    return new JsonNumber(whole ? Long.toString((long) value) : Double.toString(value));
  }

  public static JsonNumber of(BigDecimal value) {
    return new JsonNumber(value.toString());
  }

  /// Whether the text is a JSON number within our limits. Source: RFC 8259 §6.
  public static boolean isNumber(String text) {
    if (text.length() > LITERAL_MAX_CHARS) {
      return false;
    }
    int start = text.startsWith("-") ? 1 : 0;
    int end = digitsEnd(text, start);
    if (end == start || (text.charAt(start) == '0' && end > start + 1)) {
      return false;
    }
    if (end < text.length() && text.charAt(end) == '.') {
      int fraction = end + 1;
      end = digitsEnd(text, fraction);
      if (end == fraction) {
        return false;
      }
    }
    return end == text.length() || isExponent(text, end);
  }

  private static boolean isExponent(String text, int at) {
    if (text.charAt(at) != 'e' && text.charAt(at) != 'E') {
      return false;
    }
    boolean signed =
        at + 1 < text.length() && (text.charAt(at + 1) == '+' || text.charAt(at + 1) == '-');
    int start = at + (signed ? 2 : 1);
    int end = digitsEnd(text, start);
    if (end == start || end != text.length()) {
      return false;
    }
    while (start < end - 1 && text.charAt(start) == '0') {
      start++;
    }
    return end - start <= EXPONENT_MAX_DIGITS;
  }

  private static int digitsEnd(String text, int start) {
    int end = start;
    while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
      end++;
    }
    return end;
  }

  /// The number if it is a whole one that fits into 64 bits; `3.0` and `3e2` are whole.
  public OptionalLong asLong() {
    var value = asBigDecimal();
    if (value.signum() == 0) {
      return OptionalLong.of(0);
    }
    var whole = value.stripTrailingZeros();
    if (whole.scale() > 0 || whole.precision() - whole.scale() > 19) {
      return OptionalLong.empty();
    }
    var integer = whole.toBigIntegerExact();
    return integer.bitLength() < Long.SIZE
        ? OptionalLong.of(integer.longValue())
        : OptionalLong.empty();
  }

  /// The nearest `double`; infinite where the number is beyond its range.
  public double asDouble() {
    return Double.parseDouble(literal);
  }

  public BigDecimal asBigDecimal() {
    return new BigDecimal(literal);
  }

  @Override
  public String kind() {
    return "a number";
  }

  @Override
  public String toString() {
    return literal;
  }
}
