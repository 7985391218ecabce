package dev.parley.template;

/// What a network still has of messages that were made from templates.
public interface SentTemplates {
  /// Messages that wait until it is known what users think of the template.
  int held(StoredTemplate template);

  /// The template does not hold its messages any more: they go out in order, or fail where it was
  /// dropped. They have when this returns.
  void letGo(StoredTemplate template);

  /// Whether messages of it are neither delivered nor failed.
  boolean underWay(StoredTemplate template);
}
