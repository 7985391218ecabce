package dev.parley.protocol.message;

import dev.parley.protocol.json.Json;
import dev.parley.protocol.message.TemplateComponent.Button;
import dev.parley.protocol.message.TemplateComponent.Card;
import dev.parley.protocol.message.TemplateComponent.Carousel;
import dev.parley.protocol.message.TemplateComponent.Part;
import dev.parley.protocol.message.TemplateParameter.Action;
import dev.parley.protocol.message.TemplateParameter.CouponCode;
import dev.parley.protocol.message.TemplateParameter.Currency;
import dev.parley.protocol.message.TemplateParameter.DateTime;
import dev.parley.protocol.message.TemplateParameter.Item;
import dev.parley.protocol.message.TemplateParameter.Kind;
import dev.parley.protocol.message.TemplateParameter.Media;
import dev.parley.protocol.message.TemplateParameter.Offer;
import dev.parley.protocol.message.TemplateParameter.OrderUpdate;
import dev.parley.protocol.message.TemplateParameter.Payload;
import dev.parley.protocol.message.TemplateParameter.Place;
import dev.parley.protocol.message.TemplateParameter.TapTargets;
import dev.parley.protocol.message.TemplateParameter.Target;
import dev.parley.protocol.message.TemplateParameter.TtlMinutes;
import dev.parley.protocol.message.TemplateParameter.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/// Template messages with any components and any parameters that these take.
final class TemplateMessages {
  private TemplateMessages() {}

  static Arbitrary<Message> any() {
    var parts =
        Arbitraries.of(TemplateComponent.Place.values())
            .list()
            .uniqueElements()
            .ofMaxSize(4)
            .flatMap(TemplateMessages::parts);
    return Combinators.combine(
            Arbitraries.of("hello_world", "order_ready"),
            Arbitraries.of("en_US", "de"),
            parts,
            buttons(),
            carousel().injectNull(0.7))
        .as((name, language, all, buttons, carousel) -> {
          var components = new ArrayList<TemplateComponent>(all);
          components.addAll(buttons);
          if (carousel != null) {
            components.add(carousel);
          }
          return new Template(name, language, components);
        });
  }

  private static Arbitrary<List<TemplateComponent>> parts(List<TemplateComponent.Place> places) {
    var parts = new ArrayList<Arbitrary<TemplateComponent>>();
    for (var place : places) {
      parts.add(parameters(place.parameterTypes()).map(values -> new Part(place, values)));
    }
    return parts.isEmpty()
        ? Arbitraries.just(List.of())
        : Combinators.combine(parts).as(each -> each);
  }

  private static Arbitrary<List<TemplateComponent>> buttons() {
    return Arbitraries.of(TemplateButton.values())
        .flatMap(kind -> parameters(kind.parameterTypes()).map(values -> button(kind, values)))
        .list()
        .ofMaxSize(4)
        .map(TemplateMessages::numbered);
  }

  private static Button button(TemplateButton kind, List<TemplateParameter> values) {
    return new Button(kind, null, values);
  }

  /// Call buttons may go without an index.
  private static List<TemplateComponent> numbered(List<Button> buttons) {
    var numbered = new ArrayList<TemplateComponent>();
    for (int i = 0; i < buttons.size(); i++) {
      var button = buttons.get(i);
      boolean without = button.kind() == TemplateButton.VOICE_CALL;
      numbered.add(new Button(button.kind(), without ? null : i, button.parameters()));
    }
    return numbered;
  }

  private static Arbitrary<TemplateComponent> carousel() {
    var card =
        Combinators.combine(
            parts(List.of(TemplateComponent.Place.HEADER, TemplateComponent.Place.BODY)),
            buttons());
    return card.as(
            (parts, buttons) -> {
              var components = new ArrayList<>(parts);
              components.addAll(buttons);
              return components;
            })
        .list()
        .ofMinSize(1)
        .ofMaxSize(3)
        .map(cards -> {
          var numbered = new ArrayList<Card>();
          for (var components : cards) {
            numbered.add(new Card(numbered.size(), components));
          }
          return new Carousel(numbered);
        });
  }

  private static Arbitrary<List<TemplateParameter>> parameters(Set<String> types) {
    if (types.isEmpty()) {
      return Arbitraries.just(List.of());
    }
    return Arbitraries.of(types)
        .flatMap(TemplateMessages::parameter)
        .list()
        .ofMaxSize(3)
        .map(TemplateMessages::namedOnce);
  }

  /// A name occurs once within a component.
  private static List<TemplateParameter> namedOnce(List<TemplateParameter> values) {
    var named = new ArrayList<TemplateParameter>();
    for (var value : values) {
      named.add(
          value instanceof Words(var name, var text, var preview) && name != null
              ? new Words(name + "_" + named.size(), text, preview)
              : value);
    }
    return named;
  }

  private static Arbitrary<TemplateParameter> parameter(String type) {
    return switch (type) {
      case "text" ->
          Combinators.combine(
                  Arbitraries.of("who", "what").injectNull(0.5),
                  line(),
                  Arbitraries.of(true, false))
              .as(Words::new);
      case "currency" ->
          Arbitraries.longs().map(amount -> new Currency(null, "$100.99", "USD", amount));
      case "date_time" ->
          Arbitraries.of(Json.object(), Json.object("year", 1977, "calendar", "GREGORIAN"))
              .map(calendar -> new DateTime(null, "25 February 1977", calendar));
      case "location" -> Messages.location().map(place -> new Place((Location) place));
      case "product" -> Arbitraries.just(new Item("sku-01", "300000000000001"));
      case "payload" -> Messages.words(Payload.PAYLOAD_MAX_CHARS).map(Payload::new);
      case "coupon_code" -> Arbitraries.of("25OFF", "CARIBE25").map(CouponCode::new);
      case "action" ->
          Arbitraries.of(
                  Json.object("flow_token", "t", "flow_action_data", Json.object("a", true)),
                  Json.object("thumbnail_product_retailer_id", "sku-01"))
              .map(Action::new);
      case "limited_time_offer" -> Arbitraries.longs().between(1, Long.MAX_VALUE).map(Offer::new);
      case "ttl_minutes" -> Arbitraries.integers().between(1, 43_200).map(TtlMinutes::new);
      case "order_status" ->
          Arbitraries.just(
              new OrderUpdate(
                  Json.object("reference_id", "o-1", "order", Json.object("status", "shipped"))));
      case "tap_target_configuration" ->
          Arbitraries.just(
              new TapTargets(List.of(new Target("https://olive.example/", "Offer details"))));
      default ->
          Combinators.combine(Messages.source(), Messages.words(40).injectNull(0.3))
              .as((source, name) -> {
                var kind = Kind.valueOf(type.toUpperCase(java.util.Locale.ROOT));
                return new Media(kind, source, kind == Kind.DOCUMENT ? name : null);
              });
    };
  }

  /// Words without line breaks.
  private static Arbitrary<String> line() {
    return Messages.words(100).map(words -> words.replace('\n', '-').replaceAll(" +", " "));
  }
}
