package dev.parley.protocol.message;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The values for one part of a template. Source: `messages.md` §17, `template-kinds.md`.
public sealed interface TemplateComponent {

  /// The word on the wire: `body`.
  String type();

  /// A part that a template has once.
  record Part(Place place, List<TemplateParameter> parameters) implements TemplateComponent {
    public Part {
      parameters = List.copyOf(parameters);
    }

    @Override
    public String type() {
      return place.wire();
    }
  }

  /// One of the template's buttons.
  ///
  /// @param index its place among the buttons; null where it is left out, which call buttons do
  record Button(TemplateButton kind, @Nullable Integer index, List<TemplateParameter> parameters)
      implements TemplateComponent {

    /// Buttons are counted from 0 to this.
    public static final int INDEX_MAX = 9;

    public Button {
      parameters = List.copyOf(parameters);
    }

    @Override
    public String type() {
      return "button";
    }
  }

  /// Cards side by side.
  record Carousel(List<Card> cards) implements TemplateComponent {

    public static final int CARDS_MAX = 10;

    /// Cards that a carousel is created with at least.
    public static final int CARDS_MIN = 2;

    public Carousel {
      cards = List.copyOf(cards);
    }

    @Override
    public String type() {
      return "carousel";
    }
  }

  /// One card; its parts are a header, a body and buttons.
  record Card(int index, List<TemplateComponent> components) {
    public Card {
      components = List.copyOf(components);
    }
  }

  /// Which part, and the types of the parameters that it takes. The last two are named in Meta's
  /// pages of 2025 and 2026 only.
  enum Place {
    HEADER(
        "text",
        "currency",
        "date_time",
        "image",
        "video",
        "gif",
        "document",
        "location",
        "product"),
    BODY("text", "currency", "date_time"),
    FOOTER("text"),
    LIMITED_TIME_OFFER("limited_time_offer"),
    ORDER_STATUS("order_status"),
    CALL_PERMISSION_REQUEST,
    TAP_TARGET_CONFIGURATION("tap_target_configuration");

    @SuppressWarnings("ImmutableEnumChecker") // a Set.of, which never changes
    private final Set<String> parameterTypes;

    Place(String... parameterTypes) {
      this.parameterTypes = Set.of(parameterTypes);
    }

    /// The word on the wire.
    public String wire() {
      return name().toLowerCase(Locale.ROOT);
    }

    /// The types of its parameters; empty where it takes none.
    public Set<String> parameterTypes() {
      return parameterTypes;
    }
  }
}
