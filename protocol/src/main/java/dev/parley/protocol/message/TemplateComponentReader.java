package dev.parley.protocol.message;

import dev.parley.protocol.json.Fields;
import dev.parley.protocol.json.JsonString;
import dev.parley.protocol.json.Problem;
import dev.parley.protocol.message.TemplateComponent.Button;
import dev.parley.protocol.message.TemplateComponent.Card;
import dev.parley.protocol.message.TemplateComponent.Carousel;
import dev.parley.protocol.message.TemplateComponent.Part;
import dev.parley.protocol.message.TemplateComponent.Place;
import dev.parley.protocol.message.TemplateParameterReader.Taken;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Reads the components of a template message: their types, the places of buttons and cards. What
/// each must hold depends on the template, and is asked where that is known. Source: `messages.md`
/// §17, `template-kinds.md`.
final class TemplateComponentReader {

  private static final Map<String, Place> PLACES =
      Arrays.stream(Place.values()).collect(Collectors.toMap(Place::wire, Function.identity()));

  private static final Map<String, TemplateButton> BUTTONS =
      Arrays.stream(TemplateButton.values())
          .collect(Collectors.toMap(TemplateButton::wire, Function.identity()));

  private static final Pattern DIGIT = Pattern.compile("[0-9]");

  private static final Set<String> ON_A_MESSAGE = words("button", "carousel");

  private static final Set<String> ON_A_CARD = Set.of("header", "body", "button");

  /// What occurs once among the components so far: parts, and the places of buttons.
  private final Set<String> seen = new HashSet<>();

  private final Set<String> types;
  private final int couponMaxChars;

  private TemplateComponentReader(Set<String> types, int couponMaxChars) {
    this.types = types;
    this.couponMaxChars = couponMaxChars;
  }

  private static Set<String> words(String... others) {
    var words = new HashSet<>(PLACES.keySet());
    words.addAll(List.of(others));
    return Set.copyOf(words);
  }

  /// The components of a whole message, which may be absent.
  static List<TemplateComponent> read(Fields template) {
    var items = template.optionalObjects("components");
    int couponMaxChars =
        items.stream().anyMatch(TemplateComponentReader::isOffer)
            ? TemplateParameter.CouponCode.OFFER_CODE_MAX_CHARS
            : TemplateParameter.CouponCode.CODE_MAX_CHARS;
    return new TemplateComponentReader(ON_A_MESSAGE, couponMaxChars).components(items);
  }

  private static boolean isOffer(Fields component) {
    return component.member("type") instanceof JsonString(var type)
        && type.equalsIgnoreCase(Place.LIMITED_TIME_OFFER.wire());
  }

  private List<TemplateComponent> components(List<Fields> items) {
    var components = new ArrayList<TemplateComponent>(items.size());
    for (var item : items) {
      var component = component(item);
      if (component != null) {
        components.add(component);
      }
    }
    return components;
  }

  private @Nullable TemplateComponent component(Fields component) {
    var type = component.word("type", types, Problem.INVALID);
    return switch (type) {
      case null -> null;
      case "button" -> button(component);
      case "carousel" -> {
        once(component, "type", type);
        yield carousel(component);
      }
      default -> {
        once(component, "type", type);
        yield part(component, PLACES.get(type));
      }
    };
  }

  private @Nullable Part part(Fields component, @Nullable Place place) {
    if (place == null) {
      return null;
    }
    var taken =
        new Taken(
            place.parameterTypes(), TemplateParameter.Payload.PAYLOAD_MAX_CHARS, couponMaxChars);
    return new Part(place, TemplateParameterReader.read(component, taken));
  }

  private @Nullable Button button(Fields component) {
    var word = component.word("sub_type", BUTTONS.keySet(), Problem.INVALID);
    var kind = word == null ? null : BUTTONS.get(word);
    var index = index(component, kind);
    if (kind == null) {
      return null;
    }
    var taken = new Taken(kind.parameterTypes(), kind.payloadMaxChars(), couponMaxChars);
    return new Button(kind, index, TemplateParameterReader.read(component, taken));
  }

  /// Numbers and strings are both documented. Call buttons are documented without.
  private @Nullable Integer index(Fields component, @Nullable TemplateButton kind) {
    if (!component.says("index")) {
      if (kind != null && kind != TemplateButton.VOICE_CALL) {
        component.missing("index", component.has("index") ? "is empty" : "is missing");
      }
      return null;
    }
    var index =
        component.member("index") instanceof JsonString(var digit) && DIGIT.matcher(digit).matches()
            ? Long.valueOf(digit)
            : component.whole("index", 0, Button.INDEX_MAX);
    if (index == null) {
      return null;
    }
    once(component, "index", "button " + index);
    return (int) (long) index;
  }

  private @Nullable Carousel carousel(Fields component) {
    var items = component.objects("cards");
    if (items == null) {
      return null;
    }
    int count = component.size("cards");
    int min = component.strict() ? Carousel.CARDS_MIN : 1;
    if (count > Carousel.CARDS_MAX || (count > 0 && count < min)) {
      component.badValue(
          "cards",
          "has %d cards, from %d to %d are allowed".formatted(count, min, Carousel.CARDS_MAX));
    }
    var cards = new ArrayList<Card>(items.size());
    var indexes = new HashSet<Long>();
    for (var item : items) {
      var index = item.whole("card_index", 0, Carousel.CARDS_MAX - 1);
      if (index != null && !indexes.add(index)) {
        item.badValue("card_index", "is %d, as an earlier card's".formatted(index));
      }
      var parts =
          new TemplateComponentReader(ON_A_CARD, couponMaxChars)
              .components(item.optionalObjects("components"));
      if (index != null) {
        cards.add(new Card((int) (long) index, parts));
      }
    }
    return new Carousel(cards);
  }

  private void once(Fields component, String member, String what) {
    if (!seen.add(what)) {
      component.badValue(
          member,
          "is a second %s, at most one is allowed".formatted(what.toLowerCase(Locale.ROOT)));
    }
  }
}
