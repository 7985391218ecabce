package dev.parley.protocol.template;

import dev.parley.protocol.message.TemplateParameter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Puts the values of a message where the variables of its template stand. A value is never looked
/// at again, so that one which looks like a variable stays what it is.
final class Filling {
  private static final Pattern TOKEN = Pattern.compile("\\{\\{\\s*([A-Za-z0-9_]+)\\s*}}");

  private final Map<String, String> words;

  private Filling(Map<String, String> words) {
    this.words = words;
  }

  /// Values by name, or each in the place of its variable. Source: reference,
  /// templates-and-media.md §1.
  static Filling of(
      List<TemplateText.Variable> variables,
      List<TemplateParameter> values,
      ParameterFormat format) {
    var words = new HashMap<String, String>();
    for (int i = 0; i < values.size(); i++) {
      var name = nameOf(values.get(i));
      var text = words(values.get(i));
      var at =
          switch (format) {
            case NAMED -> name;
            case POSITIONAL -> i < variables.size() ? variables.get(i).name() : null;
          };
      if (at != null && text != null) {
        words.put(at, text);
      }
    }
    return new Filling(words);
  }

  /// A variable without a value stays as it is written.
  String in(String text) {
    return TOKEN
        .matcher(text)
        .replaceAll(
            token -> Matcher.quoteReplacement(words.getOrDefault(token.group(1), token.group())));
  }

  /// What a value reads like; null where it is none to be read.
  static @Nullable String words(TemplateParameter value) {
    return switch (value) {
      case TemplateParameter.Words(var name, var text, var preview) -> text;
      case TemplateParameter.Currency(var name, var fallback, var code, var amount) -> fallback;
      case TemplateParameter.DateTime(var name, var fallback, var calendar) -> fallback;
      case TemplateParameter.CouponCode(var code) -> code;
      case TemplateParameter.Payload(var payload) -> payload;
      case TemplateParameter.Media none -> null;
      case TemplateParameter.Place none -> null;
      case TemplateParameter.Item none -> null;
      case TemplateParameter.Action none -> null;
      case TemplateParameter.Offer none -> null;
      case TemplateParameter.TtlMinutes none -> null;
      case TemplateParameter.OrderUpdate none -> null;
      case TemplateParameter.TapTargets none -> null;
    };
  }

  /// The variable that a value names; null where it names none.
  static @Nullable String nameOf(TemplateParameter value) {
    return switch (value) {
      case TemplateParameter.Words(var name, var text, var preview) -> name;
      case TemplateParameter.Currency(var name, var fallback, var code, var amount) -> name;
      case TemplateParameter.DateTime(var name, var fallback, var calendar) -> name;
      case TemplateParameter.CouponCode none -> null;
      case TemplateParameter.Payload none -> null;
      case TemplateParameter.Media none -> null;
      case TemplateParameter.Place none -> null;
      case TemplateParameter.Item none -> null;
      case TemplateParameter.Action none -> null;
      case TemplateParameter.Offer none -> null;
      case TemplateParameter.TtlMinutes none -> null;
      case TemplateParameter.OrderUpdate none -> null;
      case TemplateParameter.TapTargets none -> null;
    };
  }
}
