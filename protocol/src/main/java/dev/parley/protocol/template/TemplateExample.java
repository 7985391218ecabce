package dev.parley.protocol.template;

import dev.parley.protocol.message.MediaSource;
import dev.parley.protocol.message.Template;
import dev.parley.protocol.message.TemplateButton;
import dev.parley.protocol.message.TemplateComponent;
import dev.parley.protocol.message.TemplateComponent.Place;
import dev.parley.protocol.message.TemplateParameter;
import dev.parley.protocol.template.TemplatePart.Header;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The message that a reviewer sees: each variable has the example that its creator gave. What only
/// a send can say (a place, a product, the end of an offer) is left out.
public final class TemplateExample {
  private final ParameterFormat format;
  private final Function<String, MediaSource> files;

  private TemplateExample(ParameterFormat format, Function<String, MediaSource> files) {
    this.format = format;
    this.files = files;
  }

  /// @param files where the file of a header's handle is to be had
  public static Template of(TemplateDefinition definition, Function<String, MediaSource> files) {
    var example = new TemplateExample(definition.parameterFormat(), files);
    var components =
        example.components(
            definition.header(), definition.body().text().variables(), definition.buttons());
    var carousel = definition.carousel();
    if (carousel != null) {
      components.add(new TemplateComponent.Carousel(example.cards(carousel.cards())));
    }
    return new Template(definition.name(), definition.language(), components);
  }

  private List<TemplateComponent.Card> cards(List<TemplatePart.Card> cards) {
    return IntStream.range(0, cards.size())
        .mapToObj(i -> new TemplateComponent.Card(i, card(cards.get(i))))
        .toList();
  }

  private List<TemplateComponent> card(TemplatePart.Card card) {
    var body = card.body();
    return components(
        card.header(), body == null ? List.of() : body.text().variables(), card.buttons());
  }

  private List<TemplateComponent> components(
      @Nullable Header header, List<TemplateText.Variable> body, List<DefinedButton> buttons) {
    var components = new ArrayList<TemplateComponent>();
    components.add(new TemplateComponent.Part(Place.HEADER, header(header)));
    components.add(new TemplateComponent.Part(Place.BODY, words(body)));
    for (int i = 0; i < buttons.size(); i++) {
      var words = ofButton(buttons.get(i), body);
      if (!words.isEmpty()) {
        components.add(new TemplateComponent.Button(TemplateButton.URL, i, words));
      }
    }
    return components;
  }

  private List<TemplateParameter> header(@Nullable Header header) {
    return switch (header) {
      case null -> List.of();
      case Header.OfText(var text) -> words(text.variables());
      case Header.OfMedia(var kind, var handle) ->
          List.of(
              new TemplateParameter.Media(
                  TemplateParameter.Kind.valueOf(kind.name()), files.apply(handle), null));
      case Header.OfLocation none -> List.of();
      case Header.OfProduct none -> List.of();
    };
  }

  /// A code stands in the body and on the button.
  private List<TemplateParameter> ofButton(DefinedButton button, List<TemplateText.Variable> body) {
    return switch (button) {
      case DefinedButton.Url(var text, var url, var variable) ->
          variable == null ? List.of() : words(List.of(variable));
      case DefinedButton.Otp code -> words(body);
      case DefinedButton.QuickReply none -> List.of();
      case DefinedButton.PhoneNumber none -> List.of();
      case DefinedButton.CopyCode none -> List.of();
      case DefinedButton.Catalog none -> List.of();
      case DefinedButton.MultiProduct none -> List.of();
      case DefinedButton.SingleProduct none -> List.of();
      case DefinedButton.Flow none -> List.of();
      case DefinedButton.VoiceCall none -> List.of();
      case DefinedButton.RequestContactInfo none -> List.of();
      case DefinedButton.OrderDetails none -> List.of();
      case DefinedButton.PaymentRequest none -> List.of();
    };
  }

  private List<TemplateParameter> words(List<TemplateText.Variable> variables) {
    return variables.stream().map(this::words).toList();
  }

  private TemplateParameter words(TemplateText.Variable variable) {
    var name =
        switch (format) {
          case NAMED -> variable.name();
          case POSITIONAL -> null;
        };
    return new TemplateParameter.Words(name, variable.example(), false);
  }
}
