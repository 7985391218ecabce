package dev.parley.protocol.message;

/// A message that a business sends. A new kind is a record here, a reader and a writer: the
/// compiler then names every place that must think about it.
public sealed interface Message
    permits Text, MediaMessage, Interactive, Reaction, Location, Contacts, Template {

  /// The word in the body's `type`.
  String type();
}
