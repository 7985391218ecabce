package dev.parley.protocol.event;

import dev.parley.protocol.json.JsonObject;
import java.util.List;

/// One POST to an endpoint: what happened on one number. Source: `webhooks.md` §1.
///
/// @param businessId the WABA, never the number
public record WebhookEnvelope(String businessId, Metadata metadata, Change change) {

  /// What happened: messages came in, or messages of the business got further.
  public sealed interface Change {

    /// Users' messages, and who the users are.
    record Received(List<WebhookContact> contacts, List<ReceivedMessage> messages)
        implements Change {
      public Received {
        contacts = List.copyOf(contacts);
        messages = List.copyOf(messages);
      }
    }

    /// Statuses, and who the recipients are; that part is left out where every one failed.
    record Reported(List<WebhookContact> contacts, List<Status> statuses) implements Change {
      public Reported {
        contacts = List.copyOf(contacts);
        statuses = List.copyOf(statuses);
      }
    }
  }

  public static WebhookEnvelope received(
      String businessId, Metadata metadata, WebhookContact contact, ReceivedMessage message) {
    return new WebhookEnvelope(
        businessId, metadata, new Change.Received(List.of(contact), List.of(message)));
  }

  public static WebhookEnvelope reported(
      String businessId, Metadata metadata, WebhookContact contact, Status status) {
    return new WebhookEnvelope(
        businessId, metadata, new Change.Reported(List.of(contact), List.of(status)));
  }

  /// As the newest version has it.
  public JsonObject toJson() {
    return toJson(WebhookVersion.NEWEST);
  }

  public JsonObject toJson(WebhookVersion version) {
    return WebhookWriter.write(this, version);
  }
}
