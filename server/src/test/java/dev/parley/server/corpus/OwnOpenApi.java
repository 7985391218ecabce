package dev.parley.server.corpus;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;

/// `docs/openapi.yaml` as a judge of what the server answers.
final class OwnOpenApi {
  private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

  private final JsonNode document;
  private final SchemaRegistry registry =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
  private final Map<String, Schema> compiled = new ConcurrentHashMap<>();

  private OwnOpenApi(JsonNode document) {
    this.document = document;
  }

  static OwnOpenApi load() {
    var limits = new LoaderOptions();
    limits.setCodePointLimit(16 << 20);
    limits.setAllowDuplicateKeys(false);
    limits.setMaxAliasesForCollections(1_000);
    try {
      // Not Jackson's own reader of YAML, which knows no anchors.
      Object tree = new Yaml(limits).load(Files.readString(file()));
      return new OwnOpenApi(new ObjectMapper().valueToTree(tree));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Path file() {
    for (Path here = Path.of("").toAbsolutePath(); here != null; here = here.getParent()) {
      if (Files.exists(here.resolve("docs/openapi.yaml"))) {
        return here.resolve("docs/openapi.yaml");
      }
    }
    throw new AssertionError("no docs/openapi.yaml above " + Path.of("").toAbsolutePath());
  }

  /// The methods of each path, in capitals.
  Map<String, Set<String>> calls() {
    var calls = new LinkedHashMap<String, Set<String>>();
    document
        .get("paths")
        .properties()
        .forEach(path -> {
          var methods = new TreeSet<String>();
          path.getValue().fieldNames().forEachRemaining(methods::add);
          methods.retainAll(METHODS);
          calls.put(
              path.getKey(),
              new TreeSet<>(methods.stream().map(m -> m.toUpperCase(Locale.ROOT)).toList()));
        });
    return calls;
  }

  /// Names in `$ref` that lead nowhere.
  List<String> brokenRefs() {
    var broken = new ArrayList<String>();
    for (JsonNode ref : document.findValues("$ref")) {
      if (document.at(ref.asText().substring(1)).isMissingNode()) {
        broken.add(ref.asText());
      }
    }
    return broken;
  }

  /// Members without a value: what a comma in a description without quotes makes of its rest.
  Set<String> cutOff() {
    var cut = new TreeSet<String>();
    findCut(document, cut);
    return cut;
  }

  private static void findCut(JsonNode node, Set<String> cut) {
    node.properties().stream()
        .filter(member -> member.getValue().isNull())
        .forEach(member -> cut.add(member.getKey()));
    node.forEach(inner -> findCut(inner, cut));
  }

  /// What is wrong with an answer of this call: a member of the wrong type, one that lacks, or one
  /// on top that is not named. Nothing when it is as documented.
  List<String> problems(String method, String path, Answer answer) {
    String at =
        "/paths/%s/%s/responses/%d"
            .formatted(
                path.replace("~", "~0").replace("/", "~1"),
                method.toLowerCase(Locale.ROOT),
                answer.status());
    JsonNode response = document.at(at);
    if (response.isMissingNode()) {
      return List.of("%s %s may not be answered with %s".formatted(method, path, answer));
    }
    String place = response.has("$ref") ? response.get("$ref").asText().substring(1) : at;
    return compiled
        .computeIfAbsent(place + "/content/application~1json/schema", this::compile)
        .validate(answer.body(), InputFormat.JSON)
        .stream()
        .map(error -> error.getInstanceLocation() + ": " + error.getMessage())
        .toList();
  }

  private Schema compile(String place) {
    if (document.at(place).isMissingNode()) {
      throw new IllegalArgumentException("the document has nothing at " + place);
    }
    ObjectNode root = ((ObjectNode) document).objectNode();
    root.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    root.put("$ref", "#" + place);
    root.put("unevaluatedProperties", false);
    root.set("components", document.get("components"));
    root.set("paths", document.get("paths"));
    return registry.getSchema(
        SchemaLocation.of("https://parley.example" + place.replace("~1", "-")),
        root.toString(),
        InputFormat.JSON);
  }
}
