package dev.parley.protocol.message;

import dev.parley.protocol.json.JsonObject;
import java.util.List;

/// A message made from an approved template. Its components are kept as they came: what they must
/// hold depends on the template. Source: `messages.md` §17.
public record Template(String name, String language, List<JsonObject> components)
    implements Message {

  public static final int NAME_MAX_CHARS = 512;

  public Template {
    components = List.copyOf(components);
  }

  @Override
  public String type() {
    return "template";
  }
}
