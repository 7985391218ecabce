package dev.parley.protocol.template;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One of a template's components, as its creator defined it. (What a message fills in is
/// `dev.parley.protocol.message.TemplateComponent`.) Source: reference, templates-and-media.md §2;
/// template-kinds.md §1.
public sealed interface TemplatePart {

  /// On top; at most one.
  sealed interface Header extends TemplatePart {
    int TEXT_MAX_CHARS = 60;

    /// A line with at most one variable.
    record OfText(TemplateText text) implements Header {}

    /// A file.
    ///
    /// @param handle of the example, as a Resumable Upload answered it
    record OfMedia(MediaFormat format, String handle) implements Header {}

    /// A place, given when sending.
    record OfLocation() implements Header {}

    /// A product of the catalog, given when sending.
    record OfProduct() implements Header {}
  }

  /// The kinds of files that a header can be.
  enum MediaFormat {
    IMAGE,
    VIDEO,
    GIF,
    DOCUMENT
  }

  /// Exactly one. That of an authentication template has a fixed text, which is filled in here.
  ///
  /// @param addSecurityRecommendation null but for authentication templates
  record Body(TemplateText text, @Nullable Boolean addSecurityRecommendation)
      implements TemplatePart {
    public static final int TEXT_MAX_CHARS = 1024;

    /// Beside a limited-time offer.
    public static final int BESIDE_OFFER_MAX_CHARS = 600;

    /// Of a card, and of a template that shows a single product.
    public static final int SHORT_MAX_CHARS = 160;
  }

  /// At most one; without variables. That of an authentication template has a fixed text, which is
  /// filled in here.
  ///
  /// @param codeExpirationMinutes null but for authentication templates
  record Footer(String text, @Nullable Integer codeExpirationMinutes) implements TemplatePart {
    public static final int TEXT_MAX_CHARS = 60;
    public static final int CODE_EXPIRATION_MIN_MINUTES = 1;
    public static final int CODE_EXPIRATION_MAX_MINUTES = 90;
  }

  /// At most one such list.
  record Buttons(List<DefinedButton> buttons) implements TemplatePart {
    public static final int BUTTONS_MAX = 10;

    public Buttons {
      buttons = List.copyOf(buttons);
    }
  }

  /// Cards of the same make.
  record Carousel(List<Card> cards) implements TemplatePart {
    public static final int CARDS_MIN = 2;
    public static final int CARDS_MAX = 10;

    public Carousel {
      cards = List.copyOf(cards);
    }
  }

  /// A card of a carousel.
  ///
  /// @param parts header, body where there is one, buttons where there are some
  record Card(List<TemplatePart> parts) {
    /// Of a card that shows a file.
    public static final int BUTTONS_MAX = 2;

    public Card {
      parts = List.copyOf(parts);
    }

    public @Nullable Header header() {
      return first(parts, Header.class);
    }

    public @Nullable Body body() {
      return first(parts, Body.class);
    }

    public List<DefinedButton> buttons() {
      var buttons = first(parts, Buttons.class);
      return buttons == null ? List.of() : buttons.buttons();
    }
  }

  /// An offer that ends.
  ///
  /// @param hasExpiration whether a timer is shown; null where it was not said
  record LimitedTimeOffer(String text, @Nullable Boolean hasExpiration) implements TemplatePart {
    public static final int TEXT_MAX_CHARS = 16;
  }

  /// Asks whether the business may call.
  record CallPermissionRequest() implements TemplatePart {}

  /// The first part of this kind; null where there is none.
  static <P> @Nullable P first(List<TemplatePart> parts, Class<P> kind) {
    for (var part : parts) {
      if (kind.isInstance(part)) {
        return kind.cast(part);
      }
    }
    return null;
  }
}
