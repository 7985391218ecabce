package dev.parley.protocol.message;

import java.util.List;

/// A message made from an approved template. Whether its values fit is asked where the template is
/// known. Source: `messages.md` §17.
///
/// @param language a code such as `en_US`
/// @param components the values, in the order in which they came
public record Template(String name, String language, List<TemplateComponent> components)
    implements Message {

  /// Characters of a template's name.
  public static final int NAME_MAX_CHARS = 512;

  /// Characters of a language code. Ours: the longest known has 6.
  public static final int LANGUAGE_MAX_CHARS = 64;

  public Template {
    components = List.copyOf(components);
  }

  @Override
  public String type() {
    return "template";
  }
}
