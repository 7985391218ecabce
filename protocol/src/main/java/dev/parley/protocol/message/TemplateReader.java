package dev.parley.protocol.message;

import dev.parley.protocol.json.Fields;
import dev.parley.protocol.json.Problem;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads `template`: its name, its language, and the components in `TemplateComponentReader`.
/// Source: `messages.md` §17.
final class TemplateReader {

  private static final Pattern NAME = Pattern.compile("[a-z0-9_]+");

  private static final Set<String> POLICIES = Set.of("deterministic");

  private TemplateReader() {}

  static @Nullable Template read(Fields body) {
    var template = body.object("template");
    if (template == null) {
      return null;
    }
    var name = name(template);
    var language = language(template);
    var components = TemplateComponentReader.read(template);
    return name == null || language == null ? null : new Template(name, language, components);
  }

  /// A name of other characters is no template's, which the network says more clearly than we can
  /// here.
  private static @Nullable String name(Fields template) {
    var name = template.text("name", Template.NAME_MAX_CHARS);
    if (name != null && template.strict() && !NAME.matcher(name).matches()) {
      template.badValue(
          "name",
          "is %s, must be of lower-case letters, digits and underscores"
              .formatted(Fields.quoted(name)));
    }
    return name;
  }

  /// Meta's OpenAPI document requires `policy`, its pages omit it. Source: `sources.md`, "template
  /// language.policy".
  private static @Nullable String language(Fields template) {
    var language = template.object("language");
    if (language == null) {
      return null;
    }
    if (language.strict()) {
      language.word("policy", POLICIES, Problem.INVALID);
    } else {
      language.optionalWord("policy", POLICIES, Problem.INVALID);
    }
    return language.text("code", Template.LANGUAGE_MAX_CHARS);
  }
}
