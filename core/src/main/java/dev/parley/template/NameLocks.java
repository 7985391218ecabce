package dev.parley.template;

import dev.parley.Tx;
import dev.parley.View;
import dev.parley.account.Business;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Names that can't be used for a while, since an approved template that had one was deleted.
final class NameLocks {
  /// Source: reference, templates-and-media.md §1.
  static final Duration LENGTH = Duration.ofDays(30);

  private final Map<String, Instant> until = new ConcurrentHashMap<>();

  void read(View view, Business business) {
    view.documents(business.stream(), TemplateDocuments.NAME_LOCK)
        .forEach((key, document) ->
            until.put(business.id() + "/" + key, TemplateDocuments.lockedUntil(document)));
  }

  /// Until when a name is locked; empty where it is free.
  Optional<Instant> of(Business business, String name, String language, Instant now) {
    return Optional.ofNullable(until.get(business.id() + "/" + key(name, language)))
        .filter(now::isBefore);
  }

  /// Whether the deletion of a template locks its name.
  static boolean isDue(StoredTemplate template) {
    return template.status() == TemplateStatus.APPROVED
        || template.life().beforeArchive() == TemplateStatus.APPROVED;
  }

  static void write(Tx tx, StoredTemplate template, Instant now) {
    tx.putDocument(
        TemplateDocuments.NAME_LOCK,
        key(template.name(), template.language()),
        TemplateDocuments.lock(now.plus(LENGTH)));
  }

  /// It was written.
  void remember(StoredTemplate template, Instant now) {
    until.put(
        template.business() + "/" + key(template.name(), template.language()), now.plus(LENGTH));
  }

  private static String key(String name, String language) {
    return name + "/" + language;
  }
}
