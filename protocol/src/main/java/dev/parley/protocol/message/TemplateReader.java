package dev.parley.protocol.message;

import dev.parley.protocol.json.Fields;
import org.jspecify.annotations.Nullable;

/// Reads `template`: name, language and the shape of the components. Whether they fit the template
/// is asked where the template is known.
final class TemplateReader {
  private TemplateReader() {}

  static @Nullable Template read(Fields body) {
    var template = body.object("template");
    if (template == null) {
      return null;
    }
    var name = template.text("name", Template.NAME_MAX_CHARS);
    var language = template.object("language");
    var code = language == null ? null : language.text("code");
    var components = template.optionalObjects("components");
    for (var component : components) {
      component.text("type");
      for (var parameter : component.optionalObjects("parameters")) {
        parameter.text("type");
      }
    }
    return name == null || code == null
        ? null
        : new Template(name, code, components.stream().map(Fields::json).toList());
  }
}
