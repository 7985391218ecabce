package dev.parley.server.sandbox;

import dev.parley.Ledger;
import dev.parley.Store;
import dev.parley.Tx;
import dev.parley.View;
import dev.parley.account.PhoneNumber;
import dev.parley.chat.Chat;
import dev.parley.chat.Direction;
import dev.parley.chat.Progress;
import dev.parley.chat.StatusReport;
import dev.parley.chat.StoredMessage;
import dev.parley.journal.Event;
import dev.parley.journal.EventBody.StatusReported;
import dev.parley.protocol.event.Status.Pricing;
import dev.parley.protocol.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Messages of businesses coming onto a phone, and being read there. For whoever holds the phone
/// (see {@link Handsets#oneAtATime}).
final class Arrivals {
  /// Messages that are delivered in one transaction when a phone comes back.
  static final int CAUGHT_UP_PER_WRITE = 200;

  /// A message's `sent` stands this near behind it, unless much happened at the same time.
  private static final int EVENTS_LOOKED_AT = 100;

  private final Store store;

  Arrivals(Store store) {
    this.store = store;
  }

  /// A message that was sent arrives on a phone that is online.
  ///
  /// @param callbackData what its statuses carry
  static void deliver(
      Tx tx,
      Handset handset,
      StoredMessage sent,
      @Nullable String callbackData,
      @Nullable Pricing pricing) {
    new Ledger(tx).report(sent, StatusReport.of(Progress.DELIVERED, callbackData, pricing));
    Chat chat = tx.chat(sent.stream(), sent.chat()).orElseThrow();
    long read = chat.readByUser();
    // One that was held comes after younger ones, which may be read already.
    long after = Math.min(read, sent.seq() - 1);
    if (handset.autoRead()) {
      if (handset.readReceipts()) {
        reportRead(tx, chat, after, sent.seq());
      }
      tx.save(chat.withReadByUser(Math.max(read, sent.seq())));
    } else if (after < read) {
      tx.save(chat.withReadByUser(after));
    }
  }

  /// A message that was held was sent to a phone that is offline: it may stand before such that
  /// have arrived, where nobody would look for it.
  static void noteLate(Tx tx, Handset handset, StoredMessage sent) {
    if (PacedTemplates.wasHeld(tx, sent)) {
      tx.putDocument(late(handset), key(sent.seq()), JsonObject.empty());
    }
  }

  private static String late(Handset handset) {
    return "late/" + handset.waId().value();
  }

  static String key(long seq) {
    return "%016X".formatted(seq);
  }

  static long seq(String key) {
    return Long.parseLong(key, 16);
  }

  /// The phone is back: what was sent meanwhile arrives, oldest first.
  void catchUp(Handset handset, PhoneNumber number) {
    List<Long> waiting = store.read(view -> waiting(view, handset, number));
    for (int from = 0; from < waiting.size(); from += CAUGHT_UP_PER_WRITE) {
      int end = Math.min(from + CAUGHT_UP_PER_WRITE, waiting.size());
      List<Long> page = waiting.subList(from, end);
      store.write(
          number.stream(),
          tx -> {
            for (long seq : page) {
              StoredMessage message = tx.message(number.stream(), seq).orElseThrow();
              String callbackData = ChatHistory.sent(tx, message).callbackData();
              deliver(tx, handset, message, callbackData, pricing(tx, handset, message));
              tx.dropDocument(late(handset), key(seq));
            }
            return page.size();
          });
    }
  }

  /// Seqs of what waits for the phone to come back, oldest first.
  static List<Long> waiting(View view, Handset handset, PhoneNumber number) {
    var waiting = new TreeSet<>(sentBefore(view, handset, number));
    for (String key : view.documents(number.stream(), late(handset)).keySet()) {
      waiting.add(seq(key));
    }
    return List.copyOf(waiting);
  }

  /// Nothing that was sent after a message on the phone can still wait but what was held, so the
  /// search ends there.
  private static List<Long> sentBefore(View view, Handset handset, PhoneNumber number) {
    Chat chat = view.chatWith(number.stream(), handset.identity()).orElse(null);
    if (chat == null) {
      return List.of();
    }
    var waiting = new ArrayList<Long>();
    long seq = chat.lastMessage();
    while (seq != 0) {
      StoredMessage message = view.message(number.stream(), seq).orElseThrow();
      if (message.direction() == Direction.OUT && message.progress().isOnPhone()) {
        break;
      }
      if (message.direction() == Direction.OUT && message.progress() == Progress.SENT) {
        waiting.add(seq);
      }
      seq = message.previous();
    }
    return waiting;
  }

  /// The user read up to this message: statuses for those that were not read before.
  ///
  /// @param after the message up to which everything was read already
  static void reportRead(Tx tx, Chat chat, long after, long upTo) {
    List<StoredMessage> unread =
        ChatHistory.back(tx, chat, upTo, Integer.MAX_VALUE, message -> message.seq() > after);
    var ledger = new Ledger(tx);
    for (StoredMessage message : unread.reversed()) {
      if (message.direction() == Direction.OUT && message.progress() == Progress.DELIVERED) {
        String callbackData = ChatHistory.sent(tx, message).callbackData();
        ledger.report(message, StatusReport.of(Progress.READ, callbackData, null));
      }
    }
  }

  /// The user played a voice note; only the first time counts.
  static void reportPlayed(Tx tx, long seq) {
    StoredMessage message = tx.message(tx.stream(), seq).orElseThrow();
    String callbackData = ChatHistory.sent(tx, message).callbackData();
    new Ledger(tx).report(message, StatusReport.of(Progress.PLAYED, callbackData, null));
  }

  /// What `sent` said that it costs: a window may have opened or closed since.
  private static Pricing pricing(Tx tx, Handset handset, StoredMessage message) {
    boolean template = message.kind() == StoredMessage.Kind.TEMPLATE;
    if (!template && !FreeEntryPoints.isKnown(tx, handset.waId())) {
      return Pricing.freeService();
    }
    long last = tx.lastSeq(message.stream());
    for (Event event :
        tx.events(message.stream(), message.chat(), message.seq(), last, EVENTS_LOOKED_AT)) {
      if (event.body() instanceof StatusReported(long of, var report)
          && of == message.seq()
          && report.pricing() != null) {
        return report.pricing();
      }
    }
    return template ? Pricing.regular("utility") : Pricing.freeService();
  }
}
