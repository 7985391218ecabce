package dev.parley;

import dev.parley.account.Numbering;
import dev.parley.account.PhoneNumber;
import dev.parley.account.Sender;
import dev.parley.carrier.Carrier;
import dev.parley.carrier.Outgoing;
import dev.parley.chat.Chat;
import dev.parley.chat.Direction;
import dev.parley.chat.StatusReport;
import dev.parley.chat.StoredMessage;
import dev.parley.chat.StoredMessage.Kind;
import dev.parley.chat.WamidMint;
import dev.parley.journal.EventBody.MessageAccepted;
import dev.parley.journal.StoredJson;
import dev.parley.protocol.api.ApiError;
import dev.parley.protocol.api.Identity;
import dev.parley.protocol.api.Recipient;
import dev.parley.protocol.api.SendReceipt;
import dev.parley.protocol.api.SendRequest;
import dev.parley.protocol.api.SendRequest.MarkRead;
import dev.parley.protocol.api.SendRequest.SendMessage;
import dev.parley.protocol.api.WaId;
import dev.parley.protocol.api.Wamid;
import dev.parley.protocol.json.Fields;
import dev.parley.protocol.json.Path;
import dev.parley.protocol.json.Problem;
import dev.parley.protocol.message.Message;
import dev.parley.protocol.message.Reaction;
import dev.parley.protocol.message.SendRequestReader;
import dev.parley.protocol.message.Template;
import dev.parley.protocol.template.TemplateDefinitionWriter;
import dev.parley.template.StoredTemplate;
import dev.parley.template.Templates;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The hub: takes what businesses ask for, and writes it down before it answers.
public final class Hub {
  private final Store store;
  private final WamidMint mint;
  private final Carrier carrier;
  private final Templates templates;

  public Hub(Store store, WamidMint mint, Carrier carrier, Templates templates) {
    this.store = store;
    this.mint = mint;
    this.carrier = carrier;
    this.templates = templates;
  }

  /// @param body the request's JSON, as it goes into the journal
  public SendOutcome send(Sender sender, SendRequest request, StoredJson body) {
    return switch (request) {
      case SendMessage message -> send(sender.number(), message, body);
      case MarkRead read -> markRead(sender.number(), read);
    };
  }

  private SendOutcome send(PhoneNumber number, SendMessage asWritten, StoredJson body) {
    Recipient to = dialled(number, asWritten).orElse(null);
    if (to == null) {
      return new SendOutcome.Refused(notDiallable(asWritten));
    }
    SendMessage request = asWritten.to(to);
    Optional<ApiError> refusal = carrier.refusesAtOnce(number, request);
    if (refusal.isPresent()) {
      return new SendOutcome.Refused(refusal.get());
    }
    Identity user = carrier.identify(number, to).orElse(null);
    if (user == null) {
      return new SendOutcome.Refused(nobody(request));
    }
    StoredTemplate template = templateOf(number, request.message()).orElse(null);
    MessageAccepted accepted = accepted(body, template);
    Placed placed =
        store.write(
            number.stream(),
            tx -> {
              Chat chat = tx.openChat(user);
              return new Placed(
                  new Ledger(tx).accept(chat, kindOf(request.message()), accepted), chat.address());
            });
    StoredMessage message = placed.message();
    Wamid id = mint.mint(message.stream(), message.seq(), Direction.OUT, placed.address());
    if (template != null) {
      templates.sent(template);
    }
    String status =
        request.message() instanceof Template
            ? accepted.held() ? SendReceipt.HELD : SendReceipt.ACCEPTED
            : null;
    return new SendOutcome.Accepted(
        new SendReceipt(request.input(), shown(to, user), id, status),
        message.stream(),
        message.seq());
  }

  /// With the template as it is now, which the phone goes on to show however it changes.
  private static MessageAccepted accepted(StoredJson body, @Nullable StoredTemplate template) {
    return template == null
        ? new MessageAccepted(body)
        : new MessageAccepted(
            body,
            StoredJson.of(TemplateDefinitionWriter.write(template.definition())),
            template.holds());
  }

  /// Empty where the message is made from none, or from one that is not known here.
  private Optional<StoredTemplate> templateOf(PhoneNumber number, Message message) {
    return message instanceof Template(var name, var language, var components)
        ? templates.find(number.business(), name, language)
        : Optional.empty();
  }

  /// A message that was accepted, and what its id carries of the user.
  private record Placed(StoredMessage message, String address) {}

  /// The number that the caller means. An id is what it is. Of a strict number the documented
  /// reading and the one of live practice must name the same.
  private static Optional<Recipient> dialled(PhoneNumber from, SendMessage request) {
    return switch (request.to()) {
      case Recipient.User user -> Optional.of(user);
      case Recipient.Phone typed ->
          Numbering.asDialled(request.input(), from.waId())
              .filter(dialled ->
                  !from.rules().strict()
                      || Numbering.asDocumented(request.input(), from.waId())
                          .filter(dialled::equals)
                          .isPresent())
              .map(Recipient.Phone::new);
    };
  }

  private static ApiError notDiallable(SendMessage request) {
    return ApiError.of(
        List.of(
            Problem.badValue(
                Path.root().field("to"),
                "is %s, must be a phone number of at most %d digits with + and its country code"
                    .formatted(Fields.quoted(request.input()), WaId.DIGITS_MAX))));
  }

  /// Source: `observed.md` §7: an unknown id invents no contact.
  private static ApiError nobody(SendMessage request) {
    return ApiError.noSuchObject(
        "post",
        request.input(),
        Problem.of(
            Path.root().field("recipient"),
            "is %s, the id of no user that this business knows"
                .formatted(Fields.quoted(request.input())),
            Problem.INVALID));
  }

  /// A number is answered with that of the account, an id with itself (`verified.md` §6).
  private static Recipient shown(Recipient to, Identity user) {
    WaId waId = user.waId();
    return to instanceof Recipient.Phone && waId != null ? new Recipient.Phone(waId) : to;
  }

  private SendOutcome markRead(PhoneNumber number, MarkRead request) {
    Optional<StoredMessage> target =
        mint.find(request.message())
            .filter(place -> place.stream().equals(number.stream()))
            .flatMap(place -> store.read(view -> view.message(place.stream(), place.seq())))
            .filter(message -> message.direction() == Direction.IN);
    if (target.isEmpty()) {
      return new SendOutcome.Refused(
          ApiError.of(
              List.of(
                  Problem.badValue(
                      Path.root().field("message_id"),
                      "is no message that number "
                          + number.id()
                          + " received; only a user's message can be marked as read"))));
    }
    StoredMessage message = target.get();
    store.write(
        number.stream(),
        tx -> {
          new Ledger(tx).readByBusiness(message, request.typing());
          return message;
        });
    carrier.showRead(number, message.seq(), request.typing());
    return new SendOutcome.MarkedRead();
  }

  /// The carrier refused a message for good.
  void fail(Outgoing outgoing, StoredMessage.Failure failure) {
    StoredMessage message = outgoing.message();
    store.write(
        message.stream(),
        tx -> {
          StoredMessage now = tx.message(message.stream(), message.seq()).orElseThrow();
          return new Ledger(tx)
              .report(now, StatusReport.failed(failure, outgoing.request().callbackData()));
        });
  }

  /// What an accepted message says. It was checked before it was stored.
  static SendMessage readAccepted(StoredJson request) {
    return switch (SendRequestReader.read(request.read()).orThrow()) {
      case SendMessage message -> message;
      case MarkRead read -> throw new IllegalStateException("a read receipt is no message");
    };
  }

  private static Kind kindOf(Message message) {
    if (message instanceof Reaction) {
      return Kind.REACTION;
    }
    return message instanceof Template ? Kind.TEMPLATE : Kind.PLAIN;
  }
}
