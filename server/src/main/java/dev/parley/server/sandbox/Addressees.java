package dev.parley.server.sandbox;

import dev.parley.account.Accounts;
import dev.parley.account.Portfolio;
import dev.parley.chat.StoredMessage.Failure;
import dev.parley.protocol.api.ErrorCode;
import dev.parley.protocol.api.WaId;
import org.jspecify.annotations.Nullable;

/// Who takes messages for a phone number.
final class Addressees {
  private final Accounts accounts;
  private final Portfolio portfolio;
  private final Handsets handsets;
  private final UnknownNumbers unknownNumbers;

  Addressees(
      Accounts accounts, Portfolio portfolio, Handsets handsets, UnknownNumbers unknownNumbers) {
    this.accounts = accounts;
    this.portfolio = portfolio;
    this.handsets = handsets;
    this.unknownNumbers = unknownNumbers;
  }

  sealed interface Addressee {
    record Phone(Handset handset) implements Addressee {}

    /// A phone that nobody has set up yet.
    record NewPhone(Handset handset) implements Addressee {}

    record Nobody(Failure failure) implements Addressee {}
  }

  Addressee of(WaId to) {
    ErrorCode magic = MagicRecipients.of(to).orElse(null);
    if (magic != null) {
      return new Addressee.Nobody(FailureWords.magic(magic, to.value()));
    }
    Handset known = handsets.find(to).orElse(null);
    if (known != null) {
      return new Addressee.Phone(known);
    }
    String unwelcome = whyNoHandset(to);
    return unwelcome == null
        ? new Addressee.NewPhone(fresh(to))
        : new Addressee.Nobody(FailureWords.undeliverable(unwelcome));
  }

  /// A phone out of the box.
  Handset fresh(WaId waId) {
    String digits = waId.value();
    String name = "User " + digits.substring(Math.max(0, digits.length() - 4));
    return Handset.fresh(waId, UserIds.of(portfolio, waId), name).withPlaces(FirstWorld.places());
  }

  private @Nullable String whyNoHandset(WaId to) {
    if (isBusinessNumber(to)) {
      return to + " is a business's number";
    }
    if (handsets.isFull()) {
      return "there are %d handsets, more there can't be".formatted(Handsets.HANDSETS_MAX);
    }
    return switch (unknownNumbers) {
      case BECOME_HANDSETS -> null;
      case ARE_UNDELIVERABLE -> "there is no handset " + to;
    };
  }

  boolean isBusinessNumber(WaId waId) {
    return accounts.numbers().stream().anyMatch(number -> number.waId().equals(waId));
  }
}
