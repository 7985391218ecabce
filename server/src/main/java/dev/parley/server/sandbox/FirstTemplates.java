package dev.parley.server.sandbox;

import dev.parley.protocol.json.Json;
import dev.parley.protocol.json.JsonArray;
import dev.parley.protocol.json.JsonObject;
import dev.parley.protocol.json.JsonReader;
import dev.parley.protocol.template.TemplateDefinition;
import dev.parley.protocol.template.TemplateDefinitionReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/// The templates of the first world: `hello_world`, and one of each common kind.
final class FirstTemplates {
  private static final String FILE = "first-templates.json";

  private FirstTemplates() {}

  /// In the order of their ids, which is a contract: a new one comes last.
  static List<TemplateDefinition> read() {
    try (InputStream in = FirstTemplates.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException("no " + FILE + " beside " + FirstTemplates.class);
      }
      Json templates = JsonReader.read(in.readAllBytes()).orThrow();
      return ((JsonArray) templates)
          .items().stream()
              .map(template -> TemplateDefinitionReader.read((JsonObject) template).orThrow())
              .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
