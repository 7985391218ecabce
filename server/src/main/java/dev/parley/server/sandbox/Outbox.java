package dev.parley.server.sandbox;

import dev.parley.Store;
import dev.parley.Tx;
import dev.parley.View;
import dev.parley.account.PhoneNumber;
import dev.parley.chat.WamidMint;
import dev.parley.journal.StreamId;
import dev.parley.protocol.api.WaId;
import dev.parley.protocol.api.Wamid;
import dev.parley.protocol.event.InboundMessage;
import dev.parley.protocol.event.InboundReader;
import dev.parley.protocol.event.InboundWriter;
import dev.parley.protocol.json.Json;
import dev.parley.protocol.json.JsonNumber;
import dev.parley.protocol.json.JsonObject;
import dev.parley.protocol.json.JsonString;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What a phone that is offline keeps for a business until it is back: the user's messages, how far
/// he read, and what he listened to. One document each, on the number's stream, so that sending and
/// forgetting are one transaction. For whoever holds the phone (see {@link Handsets#oneAtATime}).
final class Outbox {
  /// Per phone and number. One more can't be written.
  static final int QUEUED_MAX = 1_000;

  /// As of an Android phone; never an id of ours, which start otherwise. Source:
  /// responses-and-errors.md §2.
  private static final String ANDROID = "3EB0";

  private final Store store;
  private final WamidMint mint;

  Outbox(Store store, WamidMint mint) {
    this.store = store;
    this.mint = mint;
  }

  /// Something that waits.
  sealed interface Entry {
    /// @param id names it while it waits; the message gets its own when it is sent
    record Said(Wamid id, Instant at, InboundMessage message) implements Entry {}

    /// The user read what came after one message, up to another (both by seq).
    record Read(long after, long upTo) implements Entry {}

    /// The user played a voice note (by seq).
    record Played(long message) implements Entry {}
  }

  /// What waits, oldest first, by key.
  Map<String, Entry> entries(View view, WaId user, PhoneNumber number) {
    var entries = new TreeMap<String, Entry>();
    view.documents(number.stream(), kind(user))
        .forEach((key, document) -> entries.put(key, read(document)));
    return entries;
  }

  List<Entry.Said> said(View view, WaId user, PhoneNumber number) {
    var said = new ArrayList<Entry.Said>();
    for (Entry entry : entries(view, user, number).values()) {
      if (entry instanceof Entry.Said each) {
        said.add(each);
      }
    }
    return said;
  }

  boolean isFull(View view, WaId user, PhoneNumber number) {
    return view.documents(number.stream(), kind(user)).size() >= QUEUED_MAX;
  }

  /// @return the id under which it waits
  Wamid put(Handset handset, PhoneNumber number, InboundMessage message) {
    return store.write(
        number.stream(),
        tx -> {
          String key = nextKey(tx, handset.waId());
          Wamid id =
              Wamid.compose(
                  new Wamid.Parts(handset.waId().value(), false, ANDROID + key.replace("-", "")));
          tx.putDocument(kind(handset.waId()), key, write(new Entry.Said(id, tx.now(), message)));
          return id;
        });
  }

  /// Within a transaction of the number: how far the user read is told later.
  static void putRead(Tx tx, Handset handset, long after, long upTo) {
    tx.putDocument(
        kind(handset.waId()), nextKey(tx, handset.waId()), write(new Entry.Read(after, upTo)));
  }

  /// Within a transaction of the number: that a voice note was played is told later, once.
  static void putPlayed(Tx tx, Handset handset, long message) {
    JsonObject played = write(new Entry.Played(message));
    String kind = kind(handset.waId());
    if (!tx.documents(tx.stream(), kind).containsValue(played)) {
      tx.putDocument(kind, nextKey(tx, handset.waId()), played);
    }
  }

  /// The stream's newest seq, which only grows, and how many wait already: in order, never twice.
  private static String nextKey(Tx tx, WaId user) {
    StreamId stream = tx.stream();
    int waiting = tx.documents(stream, kind(user)).size();
    return "%012X-%06X".formatted(tx.lastSeq(stream), waiting);
  }

  /// The phone is back.
  void send(Handset handset, PhoneNumber number) {
    if (store.read(view -> entries(view, handset.waId(), number)).isEmpty()) {
      return;
    }
    store.write(
        number.stream(),
        tx -> {
          entries(tx, handset.waId(), number)
              .forEach((key, entry) -> {
                send(tx, handset, entry);
                tx.dropDocument(kind(handset.waId()), key);
              });
          return number;
        });
  }

  private void send(Tx tx, Handset handset, Entry entry) {
    switch (entry) {
      case Entry.Said said -> Inbound.receive(tx, mint, handset, said.message());
      case Entry.Read(var after, var upTo) ->
          Arrivals.reportRead(
              tx, tx.chatWith(tx.stream(), handset.identity()).orElseThrow(), after, upTo);
      case Entry.Played(var message) -> Arrivals.reportPlayed(tx, message);
    }
  }

  /// Takes a message back that was not sent yet.
  ///
  /// @return whether it waited here
  boolean take(WaId user, PhoneNumber number, Wamid id) {
    for (var entry : store.read(view -> entries(view, user, number)).entrySet()) {
      if (entry.getValue() instanceof Entry.Said said && said.id().equals(id)) {
        drop(user, number, List.of(entry.getKey()));
        return true;
      }
    }
    return false;
  }

  void clear(Handset handset, PhoneNumber number) {
    Map<String, Entry> entries = store.read(view -> entries(view, handset.waId(), number));
    if (!entries.isEmpty()) {
      drop(handset.waId(), number, List.copyOf(entries.keySet()));
    }
  }

  private void drop(WaId user, PhoneNumber number, List<String> keys) {
    store.write(
        number.stream(),
        tx -> {
          keys.forEach(key -> tx.dropDocument(kind(user), key));
          return number;
        });
  }

  private static String kind(WaId user) {
    return "outbox/" + user.value();
  }

  private static JsonObject write(Entry entry) {
    return switch (entry) {
      case Entry.Said(var id, var at, var message) ->
          Json.object(
              "id", id.value(), "at", at.toEpochMilli(), "message", InboundWriter.write(message));
      case Entry.Read(var after, var upTo) -> Json.object("read_after", after, "read_up_to", upTo);
      case Entry.Played(var message) -> Json.object("played", message);
    };
  }

  private static Entry read(JsonObject document) {
    if (document.get("message") instanceof JsonObject message
        && document.get("id") instanceof JsonString(var id)) {
      return new Entry.Said(
          new Wamid(id),
          Instant.ofEpochMilli(number(document, "at")),
          InboundReader.read(message).orThrow());
    }
    return document.has("played")
        ? new Entry.Played(number(document, "played"))
        : new Entry.Read(number(document, "read_after"), number(document, "read_up_to"));
  }

  private static long number(JsonObject document, String name) {
    if (document.get(name) instanceof JsonNumber number) {
      return number.asLong().orElseThrow();
    }
    throw new IllegalStateException("an entry of an outbox lacks its " + name);
  }
}
