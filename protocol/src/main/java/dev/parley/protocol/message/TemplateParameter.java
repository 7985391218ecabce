package dev.parley.protocol.message;

import dev.parley.protocol.json.JsonObject;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A value that fills a place of a template. Source: `messages.md` §17, `template-kinds.md`.
public sealed interface TemplateParameter {

  /// The word on the wire: `text`.
  String type();

  /// Words for a variable.
  ///
  /// @param name of the variable, where the template names them
  /// @param linkPreview whether the phone shows a preview of a payment link; of a URL button only
  record Words(@Nullable String name, String text, boolean linkPreview)
      implements TemplateParameter {

    /// Characters of one value. Source: Meta's OpenAPI document.
    public static final int TEXT_MAX_CHARS = 32_768;

    /// Characters of a variable's name. Ours: as long as a template's name.
    public static final int NAME_MAX_CHARS = 512;

    /// Spaces in a row.
    public static final int SPACES_MAX = 4;

    @Override
    public String type() {
      return "text";
    }
  }

  /// An amount of money: a thousandth is the unit.
  record Currency(@Nullable String name, String fallback, String code, long amount1000)
      implements TemplateParameter {
    @Override
    public String type() {
      return "currency";
    }
  }

  /// A date or a time. The cloud always shows the fallback.
  ///
  /// @param calendar the other members, as they came
  record DateTime(@Nullable String name, String fallback, JsonObject calendar)
      implements TemplateParameter {
    @Override
    public String type() {
      return "date_time";
    }
  }

  /// A picture, a film or a file.
  ///
  /// @param filename what a document is called on the phone; the others have none
  record Media(Kind kind, MediaSource source, @Nullable String filename)
      implements TemplateParameter {
    @Override
    public String type() {
      return kind.wire();
    }
  }

  /// A point on the map.
  record Place(Location location) implements TemplateParameter {
    @Override
    public String type() {
      return "location";
    }
  }

  /// A product of a catalog.
  record Item(String retailerId, String catalogId) implements TemplateParameter {

    /// Characters of either id. Ours: Meta's catalogs end at 100.
    public static final int ID_MAX_CHARS = 100;

    @Override
    public String type() {
      return "product";
    }
  }

  /// What comes back when a button is tapped.
  record Payload(String payload) implements TemplateParameter {

    /// Characters of that of a quick reply (unverified); a call button takes more.
    public static final int PAYLOAD_MAX_CHARS = 256;

    @Override
    public String type() {
      return "payload";
    }
  }

  /// A code that the button copies.
  record CouponCode(String code) implements TemplateParameter {

    public static final int CODE_MAX_CHARS = 20;

    /// Characters of the code in a limited-time offer.
    public static final int OFFER_CODE_MAX_CHARS = 15;

    @Override
    public String type() {
      return "coupon_code";
    }
  }

  /// What a button of products, a Flow or an order opens, as it came.
  record Action(JsonObject action) implements TemplateParameter {
    @Override
    public String type() {
      return "action";
    }
  }

  /// When a limited-time offer ends.
  record Offer(long expirationTimeMs) implements TemplateParameter {
    @Override
    public String type() {
      return "limited_time_offer";
    }
  }

  /// How long a call button works.
  record TtlMinutes(int minutes) implements TemplateParameter {
    @Override
    public String type() {
      return "ttl_minutes";
    }
  }

  /// How far an order has come, as it came: `reference_id` and `order`.
  record OrderUpdate(JsonObject orderStatus) implements TemplateParameter {

    /// Characters of `reference_id`.
    public static final int REFERENCE_ID_MAX_CHARS = 35;

    @Override
    public String type() {
      return "order_status";
    }
  }

  /// What a tap on the message opens.
  record TapTargets(List<Target> targets) implements TemplateParameter {
    public TapTargets {
      targets = List.copyOf(targets);
    }

    @Override
    public String type() {
      return "tap_target_configuration";
    }
  }

  record Target(String url, String title) {}

  /// What kind of media.
  enum Kind {
    IMAGE,
    VIDEO,
    GIF,
    DOCUMENT;

    /// The word on the wire.
    public String wire() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
