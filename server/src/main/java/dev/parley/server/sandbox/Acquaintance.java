package dev.parley.server.sandbox;

import dev.parley.Store;
import dev.parley.View;
import dev.parley.account.AccountNumber;
import dev.parley.chat.Chat;
import dev.parley.journal.StreamInfo;
import dev.parley.protocol.api.Identity;
import dev.parley.protocol.api.Recipient;
import dev.parley.protocol.api.WaId;
import java.util.Optional;

/// Which users a portfolio knows by their phone number. A user with a username hides it; a number
/// that the portfolio has met once, since it was typed or shown, stays known: its contact book is
/// never tidied here. A message to the id alone reveals nothing. Source: `verified.md` §6.
final class Acquaintance {
  private final Store store;
  private final Handsets handsets;

  Acquaintance(Store store, Handsets handsets) {
    this.store = store;
    this.handsets = handsets;
  }

  /// Who is meant: a phone, perhaps under the other spelling of its number; a number that nobody
  /// has yet; for an id, who has it, if anybody does.
  Optional<Identity> identify(Recipient to) {
    return switch (to) {
      case Recipient.Phone(var waId) -> Optional.of(identify(waId));
      case Recipient.User(var userId) ->
          handsets.find(userId).map(handset -> store.read(view -> shown(view, handset)));
    };
  }

  private Identity identify(WaId dialled) {
    return handsets
        .find(dialled)
        .or(() -> AccountNumber.otherSpelling(dialled).flatMap(handsets::find))
        .map(Handset::identity)
        .orElseGet(() -> Identity.of(AccountNumber.usual(dialled)));
  }

  /// What the portfolio is shown of a user.
  static Identity shown(View view, Handset handset) {
    return handset.username() == null || isKnown(view, handset.waId())
        ? handset.identity()
        : new Identity(null, handset.userId(), handset.username());
  }

  /// A world has one portfolio, and a chat under the number only where the number is known.
  private static boolean isKnown(View view, WaId waId) {
    return view.streams().stream()
        .filter(stream -> stream.kind() == StreamInfo.Kind.NUMBER)
        .anyMatch(stream -> view.chatWith(stream.id(), waId).isPresent());
  }

  /// Whose chat this is. Empty where its phone was thrown away and only the id is known.
  Optional<WaId> userOf(Chat chat) {
    WaId waId = chat.user().waId();
    var userId = chat.user().userId();
    if (waId != null || userId == null) {
      return Optional.ofNullable(waId);
    }
    return handsets.find(userId).map(Handset::waId);
  }
}
