package dev.parley.server.sandbox;

import dev.parley.Store;
import dev.parley.Tx;
import dev.parley.View;
import dev.parley.account.Business;
import dev.parley.protocol.json.Fields;
import dev.parley.protocol.json.JsonObject;
import dev.parley.protocol.json.JsonString;
import dev.parley.protocol.json.Problems;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What a sandbox holds beside accounts and handsets, as its seed had it: catalogs, templates, and
/// the keys in clear, since everybody may know them here.
///
/// @param keys by phone number id
public record SeededWorld(
    Business business,
    List<Catalog> catalogs,
    List<SandboxTemplate> templates,
    Map<String, String> keys) {

  /// Documents of the sandbox itself.
  static final String SANDBOX = "sandbox";

  private static final String PLANTED = "planted";
  private static final String KEYS = "keys";
  private static final String CATALOG = "catalog";
  private static final String TEMPLATE = "template";

  public SeededWorld {
    catalogs = List.copyOf(catalogs);
    templates = List.copyOf(templates);
    keys = Map.copyOf(keys);
  }

  Optional<Catalog> catalog(String id) {
    return catalogs.stream().filter(catalog -> catalog.id().equals(id)).findFirst();
  }

  Optional<SandboxTemplate> template(String name, String language) {
    return templates.stream()
        .filter(template -> template.name().equals(name) && template.language().equals(language))
        .findFirst();
  }

  static boolean isPlanted(View view, Business business) {
    return view.documents(business.stream(), SANDBOX).containsKey(PLANTED);
  }

  static void markPlanted(Tx tx) {
    tx.putDocument(SANDBOX, PLANTED, JsonObject.empty());
  }

  void write(Tx tx) {
    catalogs.forEach(catalog -> tx.putDocument(CATALOG, catalog.id(), catalog.toJson()));
    templates.forEach(template -> tx.putDocument(TEMPLATE, template.key(), template.toJson()));
    var clear = JsonObject.builder();
    new TreeMap<>(keys).forEach(clear::put);
    tx.putDocument(SANDBOX, KEYS, clear.build());
  }

  static SeededWorld load(Store store, Business business) {
    return store.read(view ->
        new SeededWorld(
            business,
            view.documents(business.stream(), CATALOG).values().stream()
                .map(SeededWorld::catalog)
                .toList(),
            view.documents(business.stream(), TEMPLATE).values().stream()
                .map(SeededWorld::template)
                .toList(),
            keys(view.documents(business.stream(), SANDBOX).get(KEYS))));
  }

  private static Catalog catalog(JsonObject document) {
    var problems = new Problems(document);
    return problems.reading(GoodsReader.catalog(fields(document, problems))).orThrow();
  }

  private static SandboxTemplate template(JsonObject document) {
    var problems = new Problems(document);
    return problems.reading(GoodsReader.template(fields(document, problems))).orThrow();
  }

  private static Fields fields(JsonObject document, Problems problems) {
    Fields fields = Fields.of(document, problems);
    if (fields == null) {
      throw new IllegalStateException("a stored document is no object");
    }
    return fields;
  }

  private static Map<String, String> keys(@Nullable JsonObject document) {
    var keys = new TreeMap<String, String>();
    if (document != null) {
      document.forEach((number, key) -> {
        if (key instanceof JsonString(var text)) {
          keys.put(number, text);
        }
      });
    }
    return keys;
  }
}
