package dev.parley.server.sandbox;

import dev.parley.Tx;
import dev.parley.protocol.api.WaId;
import dev.parley.protocol.json.Json;

/// The bills that a number has sent to a user, by the business's reference: what an order's status
/// may refer to. One small document each, on the number's stream. Source: messages.md §15.
final class Bills {
  private Bills() {}

  static boolean has(Tx tx, WaId user, String referenceId) {
    return tx.documents(tx.stream(), kind(user)).containsKey(referenceId);
  }

  /// Within the transaction that sends it.
  static void add(Tx tx, WaId user, long message, String referenceId) {
    tx.putDocument(kind(user), referenceId, Json.object("message", message));
  }

  private static String kind(WaId user) {
    return "bill/" + user.value();
  }
}
