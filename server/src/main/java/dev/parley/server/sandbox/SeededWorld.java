package dev.parley.server.sandbox;

import dev.parley.Store;
import dev.parley.Tx;
import dev.parley.View;
import dev.parley.account.Business;
import dev.parley.protocol.json.Fields;
import dev.parley.protocol.json.JsonObject;
import dev.parley.protocol.json.JsonString;
import dev.parley.protocol.json.Problems;
import dev.parley.template.StoredTemplate;
import dev.parley.template.Templates;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What a sandbox holds beside accounts and handsets, as its seed had it: catalogs, and the keys in
/// clear, since everybody may know them here.
///
/// @param keys by phone number id
public record SeededWorld(
    Business business, List<Catalog> catalogs, Templates templates, Map<String, String> keys) {

  /// Documents of the sandbox itself.
  static final String SANDBOX = "sandbox";

  private static final String PLANTED = "planted";
  private static final String KEYS = "keys";
  private static final String CATALOG = "catalog";

  public SeededWorld {
    catalogs = List.copyOf(catalogs);
    keys = Map.copyOf(keys);
  }

  Optional<Catalog> catalog(String id) {
    return catalogs.stream().filter(catalog -> catalog.id().equals(id)).findFirst();
  }

  Optional<StoredTemplate> template(String name, String language) {
    return templates.find(business, name, language);
  }

  static boolean isPlanted(View view, Business business) {
    return view.documents(business.stream(), SANDBOX).containsKey(PLANTED);
  }

  static void markPlanted(Tx tx) {
    tx.putDocument(SANDBOX, PLANTED, JsonObject.empty());
  }

  static void write(Tx tx, List<Catalog> catalogs, Map<String, String> keys) {
    catalogs.forEach(catalog -> tx.putDocument(CATALOG, catalog.id(), catalog.toJson()));
    var clear = JsonObject.builder();
    new TreeMap<>(keys).forEach(clear::put);
    tx.putDocument(SANDBOX, KEYS, clear.build());
  }

  static SeededWorld load(Store store, Business business, Templates templates) {
    return store.read(view ->
        new SeededWorld(
            business,
            view.documents(business.stream(), CATALOG).values().stream()
                .map(SeededWorld::catalog)
                .toList(),
            templates,
            keys(view.documents(business.stream(), SANDBOX).get(KEYS))));
  }

  private static Catalog catalog(JsonObject document) {
    var problems = new Problems(document);
    return problems.reading(GoodsReader.catalog(fields(document, problems))).orThrow();
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
