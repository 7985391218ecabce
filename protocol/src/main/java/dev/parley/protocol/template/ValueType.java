package dev.parley.protocol.template;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/// What the value of a library template's variable must be. Source: reference,
/// templates-and-media.md §4. That each is restricted in length is said there, but to which is not:
/// the text as a whole has its limit.
public enum ValueType {
  ADDRESS("a postal address: letters and digits, and no link"),
  TEXT("plain text"),
  AMOUNT("an amount such as 42.50, $42.50 or USD 1,200"),
  DATE("a date such as 2021-04-19, 13/03/2021 or 5th January 1982"),
  PHONE_NUMBER("a phone number: digits, blanks, -, ( ) and +"),
  EMAIL("an e-mail address"),
  NUMBER("a number without blanks");

  private static final Pattern LINK = Pattern.compile("(?i)https?://|www\\.|@");
  private static final Pattern LETTER = Pattern.compile("\\p{L}");

  /// A currency's symbol or letters may stand before or behind the figure, never twice.
  private static final String CURRENCY = "(?:\\p{Sc}|\\p{L}{1,3}\\.?\\p{Sc}?)";

  private static final String FIGURE = "[+-]?\\d+(?:[.,'’  ]\\d+)*";
  private static final Pattern MONEY =
      Pattern.compile(
          "%2$s|%1$s\\s?%2$s|%2$s\\s?%1$s|[+-]%1$s\\s?%2$s".formatted(CURRENCY, FIGURE));
  private static final Pattern PHONE = Pattern.compile("[0-9 ()+-]*[0-9][0-9 ()+-]*");
  private static final Pattern MAIL =
      Pattern.compile(
          "[\\p{L}\\p{N}.!#$%&'*+/=?^_`{|}~-]+@[\\p{L}\\p{N}-]+(?:\\.[\\p{L}\\p{N}-]+)+");
  private static final Pattern FIGURES = Pattern.compile("[+-]?\\d+(?:[.,]\\d+)*");

  private final String wanted;

  ValueType(String wanted) {
    this.wanted = wanted;
  }

  /// As it stands in `body_param_types`.
  public String wire() {
    return name().replace('_', ' ');
  }

  static Optional<ValueType> of(String wire) {
    return Arrays.stream(values()).filter(type -> type.wire().equals(wire)).findFirst();
  }

  /// What would fit, in the words of a sentence.
  String wanted() {
    return wanted;
  }

  boolean fits(String value) {
    var text = value.strip();
    return switch (this) {
      case ADDRESS -> LETTER.matcher(text).find() && !LINK.matcher(text).find();
      case TEXT -> !text.isEmpty();
      case AMOUNT -> MONEY.matcher(text).matches();
      case DATE -> CalendarDate.isOne(text);
      case PHONE_NUMBER -> PHONE.matcher(text).matches();
      case EMAIL -> MAIL.matcher(text).matches();
      case NUMBER -> FIGURES.matcher(value).matches();
    };
  }
}
