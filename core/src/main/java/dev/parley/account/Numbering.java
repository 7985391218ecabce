package dev.parley.account;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber;
import dev.parley.protocol.api.WaId;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Which number a caller means by `to`. Source: reference, messages.md §1.
///
/// The library that knows the world's numbers takes a while to wake and is slow by our measure, so
/// it is asked only what digits alone don't tell, and about lengths once.
public final class Numbering {

  /// Country calling codes of one and of two digits; all others have three. Source: ITU-T E.164.
  private static final String ONE_DIGIT_CODES = "17";

  private static final String TWO_DIGIT_CODES =
      " 20 27 30 31 32 33 34 36 39 40 41 43 44 45 46 47 48 49 51 52 53 54 55 56 57 58"
          + " 60 61 62 63 64 65 66 81 82 84 86 90 91 92 93 94 95 98 ";

  /// Whether numbers of this calling code can have so many digits after it.
  private static final Map<Shape, Boolean> POSSIBLE = new ConcurrentHashMap<>();

  /// The code for "unknown" of ISO 3166, and of the library.
  public static final String NOWHERE = "ZZ";

  private Numbering() {}

  /// ISO 3166 code of the country that a number is from, by its calling code and what follows it. A
  /// number that nobody has counts for the main country of its calling code.
  public static String country(WaId number) {
    String code = callingCode(number.value());
    String national = number.value().substring(code.length());
    if (national.isEmpty()) {
      return NOWHERE;
    }
    String country = library().getRegionCodeForNumber(parsed(code, national));
    return country == null || !country.matches("[A-Z]{2}")
        ? library().getRegionCodeForCountryCode(Integer.parseInt(code))
        : country;
  }

  private record Shape(int callingCode, int digits) {}

  /// As the API documents it: without `+`, the business's calling code is put before the digits.
  /// Empty where that is no number.
  public static Optional<WaId> asDocumented(String to, WaId business) {
    return isInternational(to)
        ? WaId.normalised(to)
        : WaId.normalised(callingCode(business.value()) + digits(to));
  }

  /// As live practice shows: all digits of an international number are taken as they are, with `+`
  /// or without. Only what is written the national way, with separators or a leading 0, or is no
  /// possible number of any country, gets the business's calling code, and only if it then is a
  /// number of that country.
  public static Optional<WaId> asDialled(String to, WaId business) {
    if (isInternational(to)) {
      return WaId.normalised(to);
    }
    String digits = digits(to);
    boolean plain = digits.length() == to.strip().length();
    if (plain && isLikeOwn(digits, business)) {
      return WaId.normalised(digits);
    }
    boolean international = plain ? isPossible(digits) : isValidInOwnCountry(digits, business);
    Optional<WaId> national = international ? Optional.empty() : national(to, business);
    return national.or(() -> WaId.normalised(digits));
  }

  private static boolean isInternational(String to) {
    return to.strip().startsWith("+");
  }

  private static String digits(String to) {
    var digits = new StringBuilder(to.length());
    to.chars().filter(c -> c >= '0' && c <= '9').forEach(c -> digits.append((char) c));
    return digits.toString();
  }

  /// Same calling code, same length: the library need not be asked. So the sandbox's made-up
  /// numbers stay what they are.
  private static boolean isLikeOwn(String digits, WaId business) {
    String own = business.value();
    return digits.length() == own.length() && digits.startsWith(callingCode(own));
  }

  private static boolean isValidInOwnCountry(String digits, WaId business) {
    String code = callingCode(business.value());
    return digits.length() > code.length()
        && digits.length() <= WaId.DIGITS_MAX
        && digits.startsWith(code)
        && library().isValidNumber(parsed(code, digits.substring(code.length())));
  }

  private static boolean isPossible(String digits) {
    String code = callingCode(digits);
    if (code.length() >= digits.length()
        || digits.length() > WaId.DIGITS_MAX
        || digits.startsWith("0")) {
      return false;
    }
    return POSSIBLE.computeIfAbsent(
        new Shape(Integer.parseInt(code), digits.length() - code.length()),
        shape -> library().isPossibleNumber(parsed(code, digits.substring(code.length()))));
  }

  private static Phonenumber.PhoneNumber parsed(String code, String national) {
    return new Phonenumber.PhoneNumber()
        .setCountryCode(Integer.parseInt(code))
        .setNationalNumber(Long.parseLong(national));
  }

  /// The number in the business's country that is written so, if there is such.
  private static Optional<WaId> national(String to, WaId business) {
    int code = Integer.parseInt(callingCode(business.value()));
    try {
      Phonenumber.PhoneNumber number =
          library().parse(to, library().getRegionCodeForCountryCode(code));
      return library().isValidNumber(number)
          ? WaId.normalised(library().format(number, PhoneNumberFormat.E164))
          : Optional.empty();
    } catch (NumberParseException noNumber) {
      return Optional.empty();
    }
  }

  private static PhoneNumberUtil library() {
    return PhoneNumberUtil.getInstance();
  }

  private static String callingCode(String digits) {
    if (digits.isEmpty() || ONE_DIGIT_CODES.indexOf(digits.charAt(0)) >= 0) {
      return digits.substring(0, Math.min(1, digits.length()));
    }
    String two = digits.substring(0, Math.min(2, digits.length()));
    return TWO_DIGIT_CODES.contains(" " + two + " ")
        ? two
        : digits.substring(0, Math.min(3, digits.length()));
  }
}
