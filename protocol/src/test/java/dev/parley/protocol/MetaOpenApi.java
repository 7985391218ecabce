package dev.parley.protocol;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.yaml.snakeyaml.LoaderOptions;

/// Meta's OpenAPI document v23 as a judge of what we write: `shared/reference`, with the changes
/// that `MetaDeviations` lists.
public final class MetaOpenApi {

  private static final String FILE = "reference/meta-business-messaging-v23.yaml";

  private final ObjectNode schemas;
  private final SchemaRegistry registry =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
  private final Map<String, Schema> compiled = new ConcurrentHashMap<>();

  private MetaOpenApi(ObjectNode schemas) {
    this.schemas = schemas;
  }

  /// The document, if there is a shared folder that holds it.
  public static Optional<MetaOpenApi> load() {
    return SharedFolder.find()
        .map(shared -> shared.resolve(FILE))
        .filter(Files::exists)
        .map(MetaOpenApi::read);
  }

  private static MetaOpenApi read(Path file) {
    var limits = new LoaderOptions();
    limits.setCodePointLimit(16 << 20);
    var yaml = new ObjectMapper(YAMLFactory.builder().loaderOptions(limits).build());
    try {
      var document = yaml.readTree(file.toFile());
      var schemas = (ObjectNode) document.at("/components/schemas");
      MetaDeviations.applyTo(schemas);
      return new MetaOpenApi(schemas);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /// What this schema finds wrong with the JSON text; nothing when it is right.
  public List<String> problems(String schema, String json) {
    return compiled.computeIfAbsent(schema, this::compile).validate(json, InputFormat.JSON).stream()
        .map(error -> error.getInstanceLocation() + ": " + error.getMessage())
        .toList();
  }

  private Schema compile(String name) {
    if (!schemas.has(name)) {
      throw new IllegalArgumentException("the document has no schema " + name);
    }
    var root = schemas.objectNode();
    root.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    root.put("$ref", "#/components/schemas/" + name);
    root.putObject("components").set("schemas", schemas);
    return registry.getSchema(
        SchemaLocation.of("https://meta.example/" + name), root.toString(), InputFormat.JSON);
  }
}
