package dev.parley.server.sandbox;

import dev.parley.Tx;
import dev.parley.chat.Chat;
import dev.parley.chat.StoredMessage;
import dev.parley.protocol.api.WaId;
import dev.parley.protocol.event.Status.Pricing;
import dev.parley.protocol.message.Message;
import dev.parley.protocol.message.Template;

/// What messages cost. Source: messages.md §18, Pricing.
final class Prices {
  private final SeededWorld world;

  Prices(SeededWorld world) {
    this.world = world;
  }

  /// Within the transaction that sends it. The windows are those of the time when it was accepted.
  Pricing of(Tx tx, Chat chat, WaId user, StoredMessage stored, Message message) {
    if (FreeEntryPoints.isFree(tx, user, stored.at())) {
      return new Pricing(false, "PMP", "free_entry_point", "referral_conversion");
    }
    if (!(message instanceof Template template)) {
      return Pricing.freeService();
    }
    String category =
        world
            .template(template.name(), template.language())
            .map(SandboxTemplate::category)
            .orElse("utility");
    boolean free = category.equals("utility") && chat.window().isOpen(stored.at());
    return free ? Pricing.freeUtility() : Pricing.regular(category);
  }
}
