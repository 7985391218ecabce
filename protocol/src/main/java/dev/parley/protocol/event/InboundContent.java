package dev.parley.protocol.event;

import dev.parley.protocol.api.Wamid;
import dev.parley.protocol.message.Contact;
import java.math.BigDecimal;
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
  record Contacts(List<Contact> contacts) implements InboundContent {
    public Contacts {
      contacts = List.copyOf(contacts);
    }

    @Override
    public String type() {
      return "contacts";
    }
  }
}
