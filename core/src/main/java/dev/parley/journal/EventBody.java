package dev.parley.journal;

import dev.parley.chat.StatusReport;
import dev.parley.protocol.event.InboundMessage;
import dev.parley.protocol.json.JsonObject;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The kinds of things that happen. A message is known by the seq of the event that brought it
/// ({@link MessageAccepted} or {@link MessageReceived}) in the same stream.
public sealed interface EventBody {

  /// A business's message was accepted: from here on it must not be lost.
  ///
  /// @param request the body of `POST /messages`, byte for byte
  /// @param template of a template message, the template as it was then: the phone shows the same
  ///   after the template was edited or deleted. Null for all else, and in journals of the time
  ///   before templates were kept
  /// @param held whether it was answered to be held until users are known to like the template
  record MessageAccepted(StoredJson request, @Nullable StoredJson template, boolean held)
      implements EventBody {
    public MessageAccepted {
      if (held && template == null) {
        throw new IllegalArgumentException("only messages made from a template are held");
      }
    }

    /// One that is not held.
    public MessageAccepted(StoredJson request, @Nullable StoredJson template) {
      this(request, template, false);
    }

    /// A message that is not made from a template.
    public MessageAccepted(StoredJson request) {
      this(request, null);
    }
  }

  /// The network told how far a business's message got.
  ///
  /// @param message seq of the {@link MessageAccepted}
  record StatusReported(long message, StatusReport report) implements EventBody {}

  /// A user wrote, tapped, reacted, ordered …
  ///
  /// @param sender as the user was shown at that time
  record MessageReceived(InboundMessage message, ShownUser sender) implements EventBody {}

  /// The business marked the user's messages as read, up to and including this one.
  ///
  /// @param typing whether it asked for the typing indicator too
  record ReadByBusiness(long message, boolean typing) implements EventBody {}

  /// The user deleted a message on the phone. Not reported to the business: `revoke` is for
  /// coexistence numbers only.
  record MessageDeleted(long message) implements EventBody {}

  /// The user opened the link of a `cta_url` message. The network sends no webhook for it.
  record LinkOpened(long message, String url) implements EventBody {}

  /// A template of the business changed.
  ///
  /// @param template its id
  /// @param field of the webhook that tells it
  /// @param value of that webhook
  record TemplateChanged(String template, String field, JsonObject value) implements EventBody {}

  /// The sandbox's clock was moved.
  record ClockMoved(Instant from, Instant to) implements EventBody {}

  /// A handset of the sandbox was added, changed or (null) removed.
  record HandsetChanged(String waId, @Nullable JsonObject handset) implements EventBody {}
}
