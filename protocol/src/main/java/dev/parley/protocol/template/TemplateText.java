package dev.parley.protocol.template;

import java.util.List;

/// A text with variables.
///
/// @param text as it was written, with `{{1}}` or `{{first_name}}` in it
/// @param variables each once: by number, or in the order in which names occur first
public record TemplateText(String text, List<Variable> variables) {
  public TemplateText {
    variables = List.copyOf(variables);
  }

  public static TemplateText plain(String text) {
    return new TemplateText(text, List.of());
  }

  /// A place that a message fills in.
  ///
  /// @param name `1` or `first_name`
  /// @param example what the reviewer sees in its place
  public record Variable(String name, String example) {
    /// As it stands in the text: `{{first_name}}`.
    public String token() {
      return "{{" + name + "}}";
    }
  }
}
