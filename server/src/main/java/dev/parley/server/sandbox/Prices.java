package dev.parley.server.sandbox;

import dev.parley.Tx;
import dev.parley.chat.Chat;
import dev.parley.chat.StoredMessage;
import dev.parley.protocol.api.WaId;
import dev.parley.protocol.event.Status.Pricing;
import dev.parley.protocol.message.Message;
import dev.parley.protocol.message.Template;
import dev.parley.protocol.template.TemplateCategory;
import dev.parley.protocol.template.TemplateDefinition;

/// What messages cost. Source: messages.md §18, Pricing.
final class Prices {
  private Prices() {}

  /// Within the transaction that sends it. The windows, and a template's category, are those of the
  /// time when it was accepted.
  static Pricing of(Tx tx, Chat chat, WaId user, StoredMessage stored, Message message) {
    if (FreeEntryPoints.isFree(tx, user, stored.at())) {
      return new Pricing(false, "PMP", "free_entry_point", "referral_conversion");
    }
    if (!(message instanceof Template)) {
      return Pricing.freeService();
    }
    TemplateDefinition template = ChatHistory.said(tx, stored).template();
    // One of which nothing is known any more costs least.
    TemplateCategory category = template == null ? TemplateCategory.UTILITY : template.category();
    boolean free = category == TemplateCategory.UTILITY && chat.window().isOpen(stored.at());
    return free ? Pricing.freeUtility() : Pricing.regular(category.lower());
  }
}
