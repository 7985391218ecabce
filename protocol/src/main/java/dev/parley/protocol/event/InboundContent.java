package dev.parley.protocol.event;

import dev.parley.protocol.api.ErrorCode;
import dev.parley.protocol.api.UserId;
import dev.parley.protocol.api.WaId;
import dev.parley.protocol.api.Wamid;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a user says. Source: `webhooks.md` §2.
public sealed interface InboundContent {

  /// The word in `messages[].type`.
  String type();

  /// Words that the user typed.
  record Text(String body) implements InboundContent {
    /// Characters (code points). What the app lets a user type.
    public static final int BODY_MAX_CHARS = 65_536;

    @Override
    public String type() {
      return "text";
    }
  }

  /// A row that the user chose in a list; the description only if the row had one.
  record ListReply(String id, String title, @Nullable String description)
      implements InboundContent {
    @Override
    public String type() {
      return "interactive";
    }
  }

  /// A reply button that the user pressed.
  record ButtonReply(String id, String title) implements InboundContent {
    @Override
    public String type() {
      return "interactive";
    }
  }

  /// A quick reply of a template that the user pressed; the payload is its text when the business
  /// sent none.
  record TemplateButton(String payload, String text) implements InboundContent {
    @Override
    public String type() {
      return "button";
    }
  }

  /// Where the user is, or a place that the user chose (it then has a name).
  record Location(
      double latitude,
      double longitude,
      @Nullable String name,
      @Nullable String address,
      @Nullable String url)
      implements InboundContent {

    /// Characters of the address of a place's page. Ours.
    public static final int URL_MAX_CHARS = 2048;

    @Override
    public String type() {
      return "location";
    }
  }

  /// An emoji on a message of the business; `null` when the user took it away.
  record Reaction(Wamid messageId, @Nullable String emoji) implements InboundContent {
    @Override
    public String type() {
      return "reaction";
    }
  }

  /// A cart that the user sent; the text is empty where the user wrote none.
  record Order(String catalogId, String text, List<Item> items) implements InboundContent {

    /// Kinds of products in a cart. Ours.
    public static final int ITEMS_MAX = 500;

    public static final int TEXT_MAX_CHARS = 4096;

    public Order {
      items = List.copyOf(items);
    }

    @Override
    public String type() {
      return "order";
    }

    /// So many of one product, at this price each.
    public record Item(
        String productRetailerId, int quantity, BigDecimal itemPrice, String currency) {
      /// Pieces of one product. Ours.
      public static final int QUANTITY_MAX = 9_999;
    }
  }

  /// Cards of people that the user shared.
  record Contacts(List<SharedContact> contacts) implements InboundContent {
    public Contacts {
      contacts = List.copyOf(contacts);
    }

    @Override
    public String type() {
      return "contacts";
    }
  }

  record Image(InboundFile file, @Nullable String caption) implements InboundContent {
    @Override
    public String type() {
      return "image";
    }
  }

  record Video(InboundFile file, @Nullable String caption) implements InboundContent {
    @Override
    public String type() {
      return "video";
    }
  }

  /// @param voice recorded in the chat, not picked from the phone's files
  record Audio(InboundFile file, boolean voice) implements InboundContent {
    @Override
    public String type() {
      return "audio";
    }
  }

  /// @param filename always told (`webhooks.md` §2), {@link #UNTITLED} where the phone had none
  record Document(InboundFile file, String filename, @Nullable String caption)
      implements InboundContent {
    /// What a file without a name is called. Ours.
    public static final String UNTITLED = "Untitled";

    @Override
    public String type() {
      return "document";
    }
  }

  record Sticker(InboundFile file, boolean animated) implements InboundContent {
    @Override
    public String type() {
      return "sticker";
    }
  }

  /// A form that the user filled in: a flow, an address. Source: `webhooks.md` §2, `nfm_reply`.
  ///
  /// @param name what was answered: `flow`, `address_message`
  /// @param responseJson the answers, a JSON object as a string
  record FormReply(String name, String body, String responseJson) implements InboundContent {

    /// The name and the body of every answer to a flow. Source: `verified.md` §2.
    public static final String FLOW = "flow";

    public static final String FLOW_BODY = "Sent";
    public static final String ADDRESS = "address_message";

    /// Characters of the answers. Ours.
    public static final int RESPONSE_MAX_CHARS = 65_536;

    @Override
    public String type() {
      return "interactive";
    }
  }

  /// Whether the business may call. Source: `call-buttons.md` §2.3, `template-kinds.md` §7.
  ///
  /// @param expiresAt of a permission that is not permanent
  /// @param source `USER_ACTION` or `AUTOMATIC`
  record CallPermissionReply(
      boolean accepted, @Nullable Instant expiresAt, String source, boolean permanent)
      implements InboundContent {

    /// The user chose.
    public static final String USER_ACTION = "user_action";

    /// The user rang, or left four calls unanswered.
    public static final String AUTOMATIC = "automatic";

    public CallPermissionReply {
      if ((!accepted && permanent) || (expiresAt != null && (!accepted || permanent))) {
        throw new IllegalArgumentException("only a permission for a time expires");
      }
    }

    @Override
    public String type() {
      return "interactive";
    }
  }

  /// What the network says about the user, in the chat's own words. Source: `webhooks.md` §2,
  /// `verified.md` §3; who changed the number is the sender under the old one.
  ///
  /// @param waId the new number
  /// @param userId the new id
  /// @param identity the new key's hash; where it stands is unverified
  record SystemNote(
      Kind kind,
      String body,
      @Nullable WaId waId,
      @Nullable UserId userId,
      @Nullable String identity)
      implements InboundContent {

    /// What changed.
    public enum Kind {
      USER_CHANGED_NUMBER,
      USER_CHANGED_USER_ID,
      /// Not on Meta's page any more (`verified.md` §14).
      CUSTOMER_IDENTITY_CHANGED
    }

    /// The user moved to another number. Words of `observed.md` §4.
    public static SystemNote numberChanged(String name, WaId from, WaId to) {
      var words = "User %s changed from %s to %s".formatted(name, from, to);
      return new SystemNote(Kind.USER_CHANGED_NUMBER, words, to, null, null);
    }

    @Override
    public String type() {
      return "system";
    }
  }

  /// Something that the API doesn't hand on. Source: `webhooks.md` §2.
  ///
  /// @param kind what it was: `poll_creation`, `gif`
  record Unsupported(String kind, Cause cause) implements InboundContent {

    /// Why it is not handed on.
    public enum Cause {
      TYPE_UNKNOWN(
          ErrorCode.UNSUPPORTED_TYPE,
          "Message type unknown",
          "Message type is currently not supported."),
      /// The first message to a coexistence number.
      UNAVAILABLE(
          ErrorCode.CURRENTLY_UNAVAILABLE,
          ErrorCode.CURRENTLY_UNAVAILABLE.title(),
          ErrorCode.CURRENTLY_UNAVAILABLE.title());

      private final ErrorCode code;
      private final String title;
      private final String details;

      Cause(ErrorCode code, String title, String details) {
        this.code = code;
        this.title = title;
        this.details = details;
      }

      public ErrorCode code() {
        return code;
      }

      public String title() {
        return title;
      }

      public String details() {
        return details;
      }
    }

    public static Unsupported of(String kind) {
      return new Unsupported(kind, Cause.TYPE_UNKNOWN);
    }

    @Override
    public String type() {
      return "unsupported";
    }
  }

  /// The user opened the chat for the first time, and the number wants to know. Source:
  /// `platform.md` §8.
  record RequestWelcome() implements InboundContent {
    @Override
    public String type() {
      return "request_welcome";
    }
  }

  /// The user changed the words of a message; coexistence numbers only. Source: `verified.md` §7.
  ///
  /// @param message as it is now
  record Edit(Wamid originalMessageId, InboundMessage message) implements InboundContent {
    @Override
    public String type() {
      return "edit";
    }
  }

  /// The user deleted a message for everybody; coexistence numbers only.
  record Revoke(Wamid originalMessageId) implements InboundContent {
    @Override
    public String type() {
      return "revoke";
    }
  }
}
