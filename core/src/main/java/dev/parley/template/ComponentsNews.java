package dev.parley.template;

import dev.parley.protocol.json.JsonArray;
import dev.parley.protocol.json.JsonObject;
import dev.parley.protocol.template.DefinedButton;
import dev.parley.protocol.template.TemplateDefinition;
import dev.parley.protocol.template.TemplatePart.Footer;
import dev.parley.protocol.template.TemplatePart.Header;

/// What a business is told of the components of an edited template: its words. Source: reference,
/// webhooks.md §5, message_template_components_update.
final class ComponentsNews {
  private ComponentsNews() {}

  /// The members beside those that name the template.
  static JsonObject of(TemplateDefinition template) {
    var value = JsonObject.builder();
    if (template.header() instanceof Header.OfText(var title)) {
      value.put("message_template_title", title.text());
    }
    value.put("message_template_element", template.body().text().text());
    Footer footer = template.footer();
    if (footer != null) {
      value.put("message_template_footer", footer.text());
    }
    if (!template.buttons().isEmpty()) {
      value.put(
          "message_template_buttons", JsonArray.from(template.buttons(), ComponentsNews::button));
    }
    return value.build();
  }

  private static JsonObject button(DefinedButton button) {
    var value =
        JsonObject.builder()
            .put("message_template_button_type", button.type())
            .put("message_template_button_text", button.text());
    if (button instanceof DefinedButton.Url url) {
      value.put("message_template_button_url", url.url());
    }
    if (button instanceof DefinedButton.PhoneNumber call) {
      value.put("message_template_button_phone_number", call.phoneNumber());
    }
    return value.build();
  }
}
