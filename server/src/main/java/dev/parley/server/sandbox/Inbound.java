package dev.parley.server.sandbox;

import dev.parley.Ledger;
import dev.parley.Tx;
import dev.parley.chat.Chat;
import dev.parley.chat.Direction;
import dev.parley.chat.StoredMessage;
import dev.parley.chat.StoredMessage.Kind;
import dev.parley.chat.WamidMint;
import dev.parley.protocol.api.Wamid;
import dev.parley.protocol.event.InboundContent;
import dev.parley.protocol.event.InboundMessage;

/// A user's message reaches the business.
final class Inbound {
  private Inbound() {}

  /// @return its id
  static Wamid receive(Tx tx, WamidMint mint, Handset handset, InboundMessage message) {
    Chat chat = tx.openChat(Acquaintance.shown(tx, handset));
    var ledger = new Ledger(tx);
    if (message.content() instanceof InboundContent.Reaction(var target, var emoji)) {
      StoredMessage received = ledger.receive(chat, Kind.REACTION, message, handset.name());
      long targetSeq = mint.find(target).orElseThrow().seq();
      tx.react(chat.id(), targetSeq, Direction.IN, emoji == null ? "" : emoji);
      return id(mint, chat, received);
    }
    if (message.referral() != null) {
      FreeEntryPoints.refer(tx, handset.waId());
    }
    return id(mint, chat, ledger.receive(chat, Kind.PLAIN, message, handset.name()));
  }

  private static Wamid id(WamidMint mint, Chat chat, StoredMessage received) {
    return mint.mint(received.stream(), received.seq(), Direction.IN, chat.address());
  }
}
