package dev.parley.server.sandbox;

import dev.parley.Tx;
import dev.parley.account.Accounts;
import dev.parley.account.PhoneNumber;
import dev.parley.chat.Chat;
import dev.parley.chat.StoredMessage;
import dev.parley.chat.StoredMessage.Failure;
import dev.parley.chat.StoredMessage.Kind;
import dev.parley.protocol.api.ErrorCode;
import dev.parley.protocol.json.Fields;
import dev.parley.protocol.message.AddressMessage;
import dev.parley.protocol.message.ButtonMessage;
import dev.parley.protocol.message.CallPermissionRequest;
import dev.parley.protocol.message.Carousel;
import dev.parley.protocol.message.CatalogMessage;
import dev.parley.protocol.message.ContactInfoRequest;
import dev.parley.protocol.message.Contacts;
import dev.parley.protocol.message.CtaUrl;
import dev.parley.protocol.message.FlowMessage;
import dev.parley.protocol.message.ListMessage;
import dev.parley.protocol.message.Location;
import dev.parley.protocol.message.LocationRequest;
import dev.parley.protocol.message.MediaMessage;
import dev.parley.protocol.message.Message;
import dev.parley.protocol.message.OrderDetails;
import dev.parley.protocol.message.OrderStatus;
import dev.parley.protocol.message.Product;
import dev.parley.protocol.message.ProductList;
import dev.parley.protocol.message.Reaction;
import dev.parley.protocol.message.Template;
import dev.parley.protocol.message.Text;
import dev.parley.protocol.message.VoiceCall;
import dev.parley.protocol.template.TemplateCategory;
import dev.parley.protocol.template.TemplateDefinition;
import dev.parley.server.sandbox.ReactionRules.Target;
import org.jspecify.annotations.Nullable;

/// Why the network takes a message nowhere that it accepted before: what the chat, the user or the
/// user's country forbids.
final class RefusedAfterwards {
  private final Accounts accounts;
  private final ReactionRules reactions;
  private final SentFiles files;

  RefusedAfterwards(Accounts accounts, ReactionRules reactions, SentFiles files) {
    this.accounts = accounts;
    this.reactions = reactions;
    this.files = files;
  }

  /// Null when it takes it. The window is that of the time when the message was accepted.
  ///
  /// @param ofLinks why its linked files can't be shown; null when they can
  @Nullable Failure check(
      Tx tx,
      Chat chat,
      StoredMessage stored,
      Message message,
      Handset handset,
      @Nullable Failure ofLinks) {
    PhoneNumber from = accounts.numberOf(stored.stream()).orElseThrow();
    if (handset.blocked().contains(from.id())) {
      return FailureWords.undeliverable(handset.name() + " has blocked number " + from.id());
    }
    if (accounts.blockLists().holds(from, handset.waId())) {
      return FailureWords.of(
          ErrorCode.BUSINESS_BLOCKED,
          "number %s has blocked %s".formatted(from.id(), handset.name()));
    }
    if (stored.kind() != Kind.TEMPLATE && !chat.window().isOpen(stored.at())) {
      return FailureWords.windowClosed();
    }
    String misfit = files.misfit(from, message);
    if (misfit != null) {
      return new Failure(ErrorCode.MEDIA_UPLOAD.number(), misfit);
    }
    if (ofLinks != null) {
      return ofLinks;
    }
    return check(tx, chat, stored, from, message, handset);
  }

  private @Nullable Failure check(
      Tx tx, Chat chat, StoredMessage stored, PhoneNumber from, Message message, Handset handset) {
    return switch (message) {
      case Reaction reaction ->
          reactions.target(tx, chat, reaction.messageId(), stored.at())
                  instanceof Target.Wrong(var because)
              ? FailureWords.badValue("$.reaction.message_id " + because)
              : null;
      case Template template -> {
        Failure bill = check(from, template, handset);
        yield bill != null ? bill : check(from, ChatHistory.said(tx, stored).template(), handset);
      }
      case AddressMessage form -> check(form, handset);
      case OrderDetails bill ->
          check(from, bill.currency(), "$.interactive.action.parameters.currency", handset);
      case OrderStatus status ->
          Bills.has(tx, handset.waId(), status.referenceId())
              ? null
              : FailureWords.badValue(
                  "$.interactive.action.parameters.reference_id is %s, no order_details to %s had it"
                      .formatted(Fields.quoted(status.referenceId()), handset.name()));
      case Product _, ProductList _, CatalogMessage _, Carousel _, ListMessage _ -> null;
      case ButtonMessage _, CtaUrl _, LocationRequest _, FlowMessage _, VoiceCall _ -> null;
      case CallPermissionRequest _, ContactInfoRequest _ -> null;
      case MediaMessage _, Text _, Location _, Contacts _ -> null;
    };
  }

  /// Source: messages.md §18, country rules; responses-and-errors.md §5.
  private static @Nullable Failure check(
      PhoneNumber from, @Nullable TemplateDefinition template, Handset handset) {
    if (template == null || template.category() != TemplateCategory.MARKETING) {
      return null;
    }
    if (handset.noMarketing().contains(from.id())) {
      return FailureWords.of(
          ErrorCode.MARKETING_STOPPED,
          "%s wants no marketing messages of number %s".formatted(handset.name(), from.id()));
    }
    boolean american = Countries.of(handset.waId()).equals(Countries.UNITED_STATES);
    return american && from.rules().usMarketingStopped()
        ? FailureWords.of(
            ErrorCode.HEALTHY_ECOSYSTEM,
            handset.waId() + " is a number of the United States, where no marketing is delivered")
        : null;
  }

  /// Source: messages.md §13.
  private static @Nullable Failure check(AddressMessage form, Handset handset) {
    String country = Countries.of(handset.waId());
    return form.country().equals(country)
        ? null
        : FailureWords.badValue(
            "$.interactive.action.parameters.country is %s, the user's number %s is from %s"
                .formatted(Fields.quoted(form.country()), handset.waId(), country));
  }

  private static @Nullable Failure check(PhoneNumber from, Template message, Handset handset) {
    for (TemplateBills.Bill bill : TemplateBills.of(message)) {
      Failure failure = check(from, bill.currency(), "the currency of order_details", handset);
      if (failure != null) {
        return failure;
      }
    }
    return null;
  }

  /// Within one country, in its currency. Source: messages.md §15 and §18.
  ///
  /// @param where the currency stands
  private static @Nullable Failure check(
      PhoneNumber from, String currencyOfBill, String where, Handset handset) {
    String payer = Countries.of(handset.waId());
    String payee = Countries.of(from);
    String currency = Countries.CURRENCIES_OF_BILLS.get(payer);
    if (currency == null || !payer.equals(payee)) {
      return FailureWords.badValue(
          "the message has order_details, which are paid within India, Brazil and Singapore;"
              + " number %s is from %s, the user's number %s from %s"
                  .formatted(from.id(), payee, handset.waId(), payer));
    }
    return currencyOfBill.equalsIgnoreCase(currency)
        ? null
        : FailureWords.badValue(
            "%s is %s, in %s bills are paid in %s"
                .formatted(where, Fields.quoted(currencyOfBill), payer, currency));
  }
}
