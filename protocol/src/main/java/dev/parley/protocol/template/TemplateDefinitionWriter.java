package dev.parley.protocol.template;

import dev.parley.protocol.json.Json;
import dev.parley.protocol.json.JsonArray;
import dev.parley.protocol.json.JsonObject;
import dev.parley.protocol.json.JsonString;
import dev.parley.protocol.template.DefinedButton.Otp;
import dev.parley.protocol.template.TemplatePart.Header;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Writes what a template is defined to be: as it was created, or as the API shows it. Source:
/// reference, templates-and-media.md §2, §3; template-kinds.md §2.1 (how an OTP button is shown).
public final class TemplateDefinitionWriter {
  private final TemplateDefinition template;
  private final VariableReader variables;
  private final UnaryOperator<String> links;
  private final boolean shown;

  private TemplateDefinitionWriter(
      TemplateDefinition template, UnaryOperator<String> links, boolean shown) {
    this.template = template;
    this.variables = new VariableReader(template.parameterFormat());
    this.links = links;
    this.shown = shown;
  }

  /// As it was created: reading it again gives the same definition.
  public static JsonObject write(TemplateDefinition template) {
    return Json.object(
        "name", template.name(),
        "language", template.language(),
        "category", template.category().name(),
        "parameter_format", template.parameterFormat().lower(),
        "sub_category", template.subCategory(),
        "display_format", template.displayFormat(),
        "message_send_ttl_seconds", template.sendTtlSeconds(),
        "library_template_name", template.libraryName(),
        "components",
            new TemplateDefinitionWriter(template, UnaryOperator.identity(), false).components());
  }

  /// The components as the API shows them.
  ///
  /// @param links where the file of a handle can be had
  public static JsonArray shown(TemplateDefinition template, UnaryOperator<String> links) {
    return new TemplateDefinitionWriter(template, links, true).components();
  }

  private JsonArray components() {
    return JsonArray.from(template.parts(), this::part);
  }

  private JsonObject part(TemplatePart part) {
    return switch (part) {
      case Header header -> header(header);
      case TemplatePart.Body body -> body(body);
      case TemplatePart.Footer footer ->
          Json.object(
              "type", "FOOTER",
              "text", footer.text(),
              "code_expiration_minutes", footer.codeExpirationMinutes());
      case TemplatePart.Buttons buttons ->
          Json.object(
              "type", "BUTTONS", "buttons", JsonArray.from(buttons.buttons(), this::button));
      case TemplatePart.Carousel carousel ->
          Json.object(
              "type",
              "CAROUSEL",
              "cards",
              JsonArray.from(
                  carousel.cards(),
                  card -> Json.object("components", JsonArray.from(card.parts(), this::part))));
      case TemplatePart.LimitedTimeOffer offer ->
          Json.object(
              "type",
              "LIMITED_TIME_OFFER",
              "limited_time_offer",
              Json.object("text", offer.text(), "has_expiration", offer.hasExpiration()));
      case TemplatePart.CallPermissionRequest request ->
          Json.object("type", "CALL_PERMISSION_REQUEST");
    };
  }

  private JsonObject header(Header header) {
    return switch (header) {
      case Header.OfText(var text) ->
          Json.object(
              "type",
              "HEADER",
              "format",
              "TEXT",
              "text",
              text.text(),
              "example",
              examples(text, VariableReader.Place.HEADER));
      case Header.OfMedia(var format, var handle) ->
          Json.object(
              "type", "HEADER",
              "format", format.name(),
              "example", Json.object("header_handle", list(links.apply(handle))));
      case Header.OfLocation location -> Json.object("type", "HEADER", "format", "LOCATION");
      case Header.OfProduct product -> Json.object("type", "HEADER", "format", "PRODUCT");
    };
  }

  private JsonObject body(TemplatePart.Body body) {
    return Json.object(
        "type", "BODY",
        "text", body.text().text(),
        "add_security_recommendation", body.addSecurityRecommendation(),
        "example", examples(body.text(), VariableReader.Place.BODY));
  }

  private @Nullable JsonObject examples(TemplateText text, VariableReader.Place place) {
    return text.variables().isEmpty() ? null : variables.write(text, place);
  }

  private JsonObject button(DefinedButton button) {
    return switch (button) {
      case DefinedButton.Url(var text, var url, var variable) ->
          Json.object(
              "type",
              "URL",
              "text",
              text,
              "url",
              url,
              "example",
              variable == null ? null : list(variable.example()));
      case DefinedButton.PhoneNumber(var text, var number) ->
          Json.object("type", "PHONE_NUMBER", "text", text, "phone_number", number);
      case DefinedButton.CopyCode(var example) ->
          Json.object("type", "COPY_CODE", "text", button.text(), "example", list(example));
      case Otp otp -> shown ? shownOtp(otp) : otp(otp);
      case DefinedButton.Flow flow ->
          Json.object(
              "type",
              "FLOW",
              "text",
              flow.text(),
              flow.by(),
              flow.flow(),
              "flow_action",
              flow.action().toUpperCase(Locale.ROOT),
              "navigate_screen",
              flow.navigateScreen());
      case DefinedButton.VoiceCall(var text, var minutes) ->
          Json.object("type", "VOICE_CALL", "text", text, "ttl_minutes", minutes);
      case DefinedButton.PaymentRequest(var text, var setting) ->
          Json.object("type", "PAYMENT_REQUEST", "text", text, "payment_setting", setting);
      case DefinedButton.QuickReply plain -> plain(plain);
      case DefinedButton.Catalog plain -> plain(plain);
      case DefinedButton.MultiProduct plain -> plain(plain);
      case DefinedButton.SingleProduct plain -> plain(plain);
      case DefinedButton.OrderDetails plain -> plain(plain);
      case DefinedButton.RequestContactInfo plain -> plain(plain);
    };
  }

  private static JsonObject plain(DefinedButton button) {
    return Json.object("type", button.type(), "text", button.text());
  }

  private static JsonObject otp(Otp otp) {
    return Json.object(
        "type", "OTP",
        "otp_type", otp.handover().name(),
        "text", otp.text(),
        "autofill_text", otp.autofillText(),
        "zero_tap_terms_accepted", otp.handover() == Otp.Handover.ZERO_TAP ? true : null,
        "supported_apps", apps(otp.apps()));
  }

  private JsonObject shownOtp(Otp otp) {
    var footer = template.footer();
    var minutes = footer == null ? null : footer.codeExpirationMinutes();
    var url =
        "https://www.whatsapp.com/otp/code/?otp_type="
            + otp.handover()
            + (minutes == null ? "" : "&code_expiration_minutes=" + minutes)
            + "&code=otp";
    return Json.object(
        "type", "URL",
        "text", otp.text(),
        "url", url + "{{1}}",
        "example", list(url + "123456"),
        "supported_apps", apps(otp.apps()));
  }

  private static @Nullable JsonArray apps(List<Otp.App> apps) {
    return apps.isEmpty()
        ? null
        : JsonArray.from(
            apps,
            app ->
                Json.object(
                    "package_name", app.packageName(), "signature_hash", app.signatureHash()));
  }

  private static JsonArray list(String only) {
    return JsonArray.of(new JsonString(only));
  }
}
