package dev.parley.protocol.template;

import dev.parley.protocol.json.JsonObject;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The ready-made templates that a business can take over: a small choice in our own words, in
/// `library.json`. Source: reference, templates-and-media.md §4.
public final class TemplateLibrary {
  public static final Set<String> TOPICS =
      Set.of("ACCOUNT_UPDATE", "CUSTOMER_FEEDBACK", "ORDER_MANAGEMENT", "PAYMENTS");

  public static final Set<String> USECASES =
      Set.of(
          "ACCOUNT_CREATION_CONFIRMATION",
          "AUTO_PAY_REMINDER",
          "DELIVERY_CONFIRMATION",
          "DELIVERY_FAILED",
          "DELIVERY_UPDATE",
          "FEEDBACK_SURVEY",
          "FRAUD_ALERT",
          "LOW_BALANCE_WARNING",
          "ORDER_ACTION_NEEDED",
          "ORDER_CONFIRMATION",
          "ORDER_DELAY",
          "ORDER_OR_TRANSACTION_CANCEL",
          "ORDER_PICK_UP",
          "PAYMENT_ACTION_REQUIRED",
          "PAYMENT_CONFIRMATION",
          "PAYMENT_DUE_REMINDER",
          "PAYMENT_OVERDUE",
          "PAYMENT_REJECT_FAIL",
          "PAYMENT_SCHEDULED",
          "RECEIPT_ATTACHMENT",
          "RETURN_CONFIRMATION",
          "SHIPMENT_CONFIRMATION",
          "STATEMENT_ATTACHMENT",
          "STATEMENT_AVAILABLE",
          "TRANSACTION_ALERT");

  public static final Set<String> INDUSTRIES = Set.of("E_COMMERCE", "FINANCIAL_SERVICES");

  /// Names that an answer suggests for one that is not there.
  private static final int NEAR_MAX = 3;

  private static final List<LibraryEntry> ENTRIES =
      DataFile.array("library.json").items().stream()
          .map(entry -> LibraryEntry.read((JsonObject) entry))
          .toList();

  private TemplateLibrary() {}

  /// By id.
  public static List<LibraryEntry> entries() {
    return ENTRIES;
  }

  /// All languages of a name.
  static List<LibraryEntry> named(String name) {
    return ENTRIES.stream().filter(entry -> entry.name().equals(name)).toList();
  }

  static Optional<LibraryEntry> find(String name, String language) {
    return named(name).stream().filter(entry -> entry.language().equals(language)).findFirst();
  }

  /// The names that are most like this one.
  static List<String> near(String name) {
    return ENTRIES.stream()
        .map(LibraryEntry::name)
        .distinct()
        .sorted(Comparator.comparingInt(known -> steps(known, name)))
        .limit(NEAR_MAX)
        .toList();
  }

  /// Letters to add, drop or change until one is the other.
  private static int steps(String one, String other) {
    int[] row = new int[other.length() + 1];
    for (int j = 0; j <= other.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int corner = row[0];
      row[0] = i;
      for (int j = 1; j <= other.length(); j++) {
        int change = corner + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        corner = row[j];
        row[j] = Math.min(change, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[other.length()];
  }
}
