package dev.parley.protocol.template;

import dev.parley.protocol.json.JsonArray;
import dev.parley.protocol.json.JsonObject;
import dev.parley.protocol.json.JsonReader;
import dev.parley.protocol.json.JsonString;
import dev.parley.protocol.json.Reading;
import dev.parley.protocol.message.TemplateParameter;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One button as the phone shows it.
final class ButtonRendering {
  private static final String THUMBNAIL = "thumbnail_product_retailer_id";
  private static final JsonObject NOTHING = JsonObject.empty();

  private ButtonRendering() {}

  static ShownButton of(DefinedButton defined, List<TemplateParameter> values) {
    return switch (defined) {
      case DefinedButton.QuickReply(var text) -> {
        var payload = first(values, TemplateParameter.Payload.class);
        var said = payload == null ? text : payload.payload();
        yield new ShownButton.Reply(said, text, said);
      }
      case DefinedButton.Url(var text, var url, var variable) ->
          new ShownButton.Link(text, variable == null ? url : ended(url, variable, values));
      case DefinedButton.PhoneNumber(var text, var number) -> new ShownButton.Phone(text, number);
      case DefinedButton.CopyCode button ->
          new ShownButton.Code(button.type(), button.text(), words(values, button.example()));
      case DefinedButton.Otp button ->
          new ShownButton.Code(button.type(), button.text(), words(values, ""));
      case DefinedButton.Catalog button ->
          new ShownButton.Catalog(button.text(), text(action(values), THUMBNAIL));
      case DefinedButton.MultiProduct button ->
          new ShownButton.Items(
              button.text(),
              text(action(values), THUMBNAIL),
              action(values).get("sections") instanceof JsonArray sections
                  ? sections
                  : JsonArray.of());
      case DefinedButton.SingleProduct button -> new ShownButton.View(button.text());
      case DefinedButton.Flow button -> flow(button, action(values));
      case DefinedButton.VoiceCall button -> call(button, values);
      case DefinedButton.RequestContactInfo button -> new ShownButton.ShareContact(button.text());
      case DefinedButton.OrderDetails button ->
          new ShownButton.Order(button.text(), object(action(values), "order_details"));
      case DefinedButton.PaymentRequest button -> payment(button, action(values));
    };
  }

  /// The one value belongs to the one variable, whether it names it or not.
  private static String ended(
      String url, TemplateText.Variable variable, List<TemplateParameter> values) {
    return Filling.of(List.of(variable), values, ParameterFormat.POSITIONAL).in(url);
  }

  private static ShownButton flow(DefinedButton.Flow button, JsonObject action) {
    var token = text(action, "flow_token");
    return new ShownButton.Flow(
        button.text(),
        button.by(),
        button.flow(),
        token == null ? ShownButton.Flow.UNUSED_TOKEN : token,
        button.action(),
        button.navigateScreen(),
        object(action, "flow_action_data"));
  }

  /// The template's own time stands where the message says none; ours where neither does. Source:
  /// reference, call-buttons.md §1.2.
  private static ShownButton call(DefinedButton.VoiceCall button, List<TemplateParameter> values) {
    var sent = first(values, TemplateParameter.TtlMinutes.class);
    var payload = first(values, TemplateParameter.Payload.class);
    var defined = button.ttlMinutes();
    int minutes = defined == null ? ShownButton.VoiceCall.TTL_DEFAULT_MINUTES : defined;
    return new ShownButton.VoiceCall(
        button.text(),
        sent == null ? minutes : sent.minutes(),
        payload == null ? null : payload.payload());
  }

  /// A code or a link, by the type of the setting. Source: reference, template-kinds.md §6.3.
  private static ShownButton payment(DefinedButton.PaymentRequest button, JsonObject action) {
    var request = object(action, "payment_request");
    var sent = request == null ? null : object(request, "payment_setting");
    var setting = sent == null ? button.setting() : sent;
    var link = inside(setting, "payment_link", "uri");
    if (link != null) {
      return new ShownButton.Link(button.text(), link);
    }
    var code =
        Stream.of(
                inside(setting, "pix_dynamic_code", "code"),
                inside(setting, "boleto", "digitable_line"))
            .flatMap(Stream::ofNullable)
            .findFirst();
    return new ShownButton.Code(button.type(), button.text(), code.orElse(""));
  }

  private static @Nullable String inside(JsonObject setting, String kind, String member) {
    var object = object(setting, kind);
    return object == null ? null : text(object, member);
  }

  private static JsonObject action(List<TemplateParameter> values) {
    var action = first(values, TemplateParameter.Action.class);
    return action == null ? NOTHING : action.action();
  }

  private static String words(List<TemplateParameter> values, String without) {
    var words = values.isEmpty() ? null : Filling.words(values.getFirst());
    return words == null ? without : words;
  }

  private static <P> @Nullable P first(List<TemplateParameter> values, Class<P> kind) {
    return values.stream().filter(kind::isInstance).map(kind::cast).findFirst().orElse(null);
  }

  private static @Nullable String text(JsonObject object, String name) {
    return object.get(name) instanceof JsonString(var text) ? text : null;
  }

  /// Data of a Flow's screen may be an object, or JSON in a string.
  private static @Nullable JsonObject object(JsonObject object, String name) {
    return switch (object.get(name)) {
      case JsonObject inner -> inner;
      case JsonString(var text) ->
          JsonReader.read(text) instanceof Reading.Ok<?>(JsonObject inner) ? inner : null;
      case null, default -> null;
    };
  }
}
