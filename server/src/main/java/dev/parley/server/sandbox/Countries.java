package dev.parley.server.sandbox;

import dev.parley.account.PhoneNumber;
import dev.parley.protocol.api.WaId;
import java.util.Map;
import java.util.Set;

/// Where a phone number is from, by its calling code: enough for made-up people. Numbers of Canada
/// and the Caribbean count as American, and the parts of Ukraine that no message may reach can't be
/// told from the countries around them.
final class Countries {
  /// Longest match first.
  private static final Map<String, String> BY_CALLING_CODE =
      Map.ofEntries(
          Map.entry("1", "US"),
          Map.entry("7", "RU"),
          Map.entry("27", "ZA"),
          Map.entry("31", "NL"),
          Map.entry("33", "FR"),
          Map.entry("34", "ES"),
          Map.entry("39", "IT"),
          Map.entry("41", "CH"),
          Map.entry("43", "AT"),
          Map.entry("44", "GB"),
          Map.entry("49", "DE"),
          Map.entry("52", "MX"),
          Map.entry("53", "CU"),
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
          Map.entry("98", "IR"),
          Map.entry("234", "NG"),
          Map.entry("254", "KE"),
          Map.entry("351", "PT"),
          Map.entry("850", "KP"),
          Map.entry("963", "SY"),
          Map.entry("971", "AE"),
          Map.entry("972", "IL"));

  private static final int CALLING_CODE_MAX_DIGITS = 3;

  static final String INDIA = "IN";
  static final String UNITED_STATES = "US";

  /// Where no business may write to. Source: messages.md §18, country rules.
  static final Set<String> SANCTIONED = Set.of("CU", "IR", "KP", "SY");

  /// Where a bill can be paid in a chat, and in which currency. Source: messages.md §15 and §18.
  static final Map<String, String> CURRENCIES_OF_BILLS =
      Map.of(INDIA, "INR", "BR", "BRL", "SG", "SGD");

  private Countries() {}

  /// ISO 3166 code; `ZZ`, the code for "unknown", for all others.
  static String of(WaId waId) {
    String digits = waId.value();
    for (int length = CALLING_CODE_MAX_DIGITS; length > 0; length--) {
      String country =
          digits.length() > length ? BY_CALLING_CODE.get(digits.substring(0, length)) : null;
      if (country != null) {
        return country;
      }
    }
    return "ZZ";
  }

  /// The country whose rules hold for a business's number.
  static String of(PhoneNumber number) {
    String set = number.rules().country();
    return set == null ? of(number.waId()) : set;
  }
}
