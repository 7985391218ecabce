package dev.parley;

import dev.parley.account.Business;
import dev.parley.account.PhoneNumber;
import dev.parley.chat.Chat;
import dev.parley.chat.Direction;
import dev.parley.chat.Progress;
import dev.parley.chat.ServiceWindow;
import dev.parley.chat.StatusReport;
import dev.parley.chat.StoredMessage;
import dev.parley.chat.WamidMint;
import dev.parley.journal.Event;
import dev.parley.journal.EventBody.ClockMoved;
import dev.parley.journal.EventBody.HandsetChanged;
import dev.parley.journal.EventBody.LinkOpened;
import dev.parley.journal.EventBody.MessageAccepted;
import dev.parley.journal.EventBody.MessageDeleted;
import dev.parley.journal.EventBody.MessageReceived;
import dev.parley.journal.EventBody.ReadByBusiness;
import dev.parley.journal.EventBody.StatusReported;
import dev.parley.journal.EventBody.TemplateChanged;
import dev.parley.protocol.api.ApiError;
import dev.parley.protocol.api.ErrorCode;
import dev.parley.protocol.api.Identity;
import dev.parley.protocol.api.Wamid;
import dev.parley.protocol.event.BusinessWebhook;
import dev.parley.protocol.event.Metadata;
import dev.parley.protocol.event.ReceivedMessage;
import dev.parley.protocol.event.Status;
import dev.parley.protocol.event.Status.Conversation;
import dev.parley.protocol.event.Status.Pricing;
import dev.parley.protocol.event.WebhookContact;
import dev.parley.protocol.event.WebhookEnvelope;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Turns an event into the webhook that tells the bot of it. The same event always gives the same
/// webhook, whoever asks: delivery, a retry a week later, or the page; but a status tells what was
/// learnt of its recipient since.
public final class WebhookForm {
  /// The window that an answer to a user from an ad opens. Source: reference, messages.md §18.
  private static final Duration FREE_ENTRY = Duration.ofDays(3);

  private final WamidMint mint;

  public WebhookForm(WamidMint mint) {
    this.mint = mint;
  }

  /// Whether the event is told to bots at all.
  public static boolean isTold(Event event) {
    return switch (event.body()) {
      case MessageReceived told -> true;
      case StatusReported told -> true;
      case TemplateChanged told -> true;
      case MessageAccepted silent -> false;
      case ReadByBusiness silent -> false;
      case MessageDeleted silent -> false;
      case LinkOpened silent -> false;
      case ClockMoved silent -> false;
      case HandsetChanged silent -> false;
    };
  }

  /// @param chat the chat of the event
  /// @return empty for an event that bots are not told of
  public Optional<WebhookEnvelope> of(Event event, PhoneNumber number, Chat chat) {
    if (event.body() instanceof MessageReceived(var message, var sender)) {
      Identity shown = sender.identity();
      Identity user = shown == null ? chat.user() : shown;
      var received =
          new ReceivedMessage(user, wamid(event.seq(), Direction.IN, chat), event.at(), message);
      return Optional.of(
          WebhookEnvelope.received(
              number.business().id(),
              metadata(number),
              new WebhookContact(sender.profileName(), user),
              received));
    }
    if (event.body() instanceof StatusReported(long message, var report)) {
      var status =
          new Status(
              wamid(message, Direction.OUT, chat),
              state(report.progress()),
              event.at(),
              chat.user(),
              report.callbackData(),
              report.pricing(),
              conversation(event, message, report),
              null,
              error(report));
      return Optional.of(
          WebhookEnvelope.reported(
              number.business().id(),
              metadata(number),
              new WebhookContact(profileName(chat), chat.user()),
              status));
    }
    return Optional.empty();
  }

  /// The same for an event of a business's own stream.
  public static Optional<BusinessWebhook> of(Event event, Business business) {
    return event.body() instanceof TemplateChanged(var template, var field, var value)
        ? Optional.of(new BusinessWebhook(business.id(), event.at(), field, value))
        : Optional.empty();
  }

  /// The id of the message at a seq of a chat's stream.
  public Wamid wamid(long seq, Direction direction, Chat chat) {
    return mint.mint(chat.stream(), seq, direction, chat.address());
  }

  public Wamid wamid(StoredMessage message, Chat chat) {
    return wamid(message.seq(), message.direction(), chat);
  }

  /// Why a report is a failure, as the error it is told as.
  public static @Nullable ApiError error(StatusReport report) {
    StoredMessage.Failure failure = report.failure();
    return failure == null ? null : error(failure);
  }

  public static ApiError error(StoredMessage.Failure failure) {
    ErrorCode code = ErrorCode.of(failure.code()).orElse(ErrorCode.SOMETHING_WENT_WRONG);
    return ApiError.of(code, failure.details());
  }

  private static String profileName(Chat chat) {
    String name = chat.profileName();
    return name == null ? chat.address() : name;
  }

  /// As long as a window lasts: what `expiration_timestamp` meant went with the pricing of whole
  /// conversations, so its value is ours.
  private @Nullable Conversation conversation(Event event, long message, StatusReport report) {
    Pricing pricing = report.pricing();
    if (pricing == null) {
      return null;
    }
    String origin = pricing.category().replace('-', '_');
    Duration length =
        origin.equals(Conversation.REFERRAL_CONVERSION) ? FREE_ENTRY : ServiceWindow.LENGTH;
    return new Conversation(
        mint.conversation(event.stream(), message),
        report.progress() == Progress.SENT ? event.at().plus(length) : null,
        origin);
  }

  private static Metadata metadata(PhoneNumber number) {
    return Metadata.of(number.display(), number.id());
  }

  private static Status.State state(Progress progress) {
    return switch (progress) {
      case SENT -> Status.State.SENT;
      case DELIVERED -> Status.State.DELIVERED;
      case READ -> Status.State.READ;
      case PLAYED -> Status.State.PLAYED;
      case FAILED -> Status.State.FAILED;
      case ACCEPTED ->
          throw new IllegalStateException("nobody is told that a message was accepted");
    };
  }
}
