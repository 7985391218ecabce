package dev.parley.server.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.Ledger;
import dev.parley.Store;
import dev.parley.Tx;
import dev.parley.View;
import dev.parley.chat.Chat;
import dev.parley.chat.ChatId;
import dev.parley.chat.Direction;
import dev.parley.chat.Progress;
import dev.parley.chat.Reaction;
import dev.parley.chat.StatusReport;
import dev.parley.chat.StoredMessage;
import dev.parley.journal.Cursor;
import dev.parley.journal.Event;
import dev.parley.journal.EventBody.ClockMoved;
import dev.parley.journal.EventBody.LinkOpened;
import dev.parley.journal.EventBody.MessageAccepted;
import dev.parley.journal.Lane;
import dev.parley.journal.StoredJson;
import dev.parley.journal.StreamId;
import dev.parley.journal.StreamInfo;
import dev.parley.protocol.api.Identity;
import dev.parley.protocol.api.UserId;
import dev.parley.protocol.api.WaId;
import dev.parley.protocol.json.Json;
import dev.parley.protocol.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What a store promises, whatever lies below it.
abstract class StoreContract {
  static final Instant NOON = Instant.parse("2026-11-24T12:00:00.123Z");
  static final WaId ADA = new WaId("15550100101");
  static final WaId GRACE = new WaId("15550100102");
  static final UserId ADAS_ID = new UserId("US.13491208655302741918");

  private Store store = closedStore();
  private StreamId stream = new StreamId(1);

  /// Opens the same database each time within a test, an empty one for each test.
  abstract Store open(InstantSource clock);

  /// Before each test: makes the empty database where it must be made.
  void prepare() {}

  private static Store closedStore() {
    var store = SqliteStore.throwAway(() -> NOON);
    store.close();
    return store;
  }

  @BeforeEach
  final void openStore() {
    prepare();
    // A clock finer than a millisecond: the store must cut it.
    store = open(() -> NOON.plusNanos(456));
    stream = store.openStream(StreamInfo.Kind.NUMBER, "100000000000001");
  }

  @AfterEach
  final void closeStore() {
    store.close();
  }

  private void reopen() {
    store.close();
    store = open(() -> NOON);
  }

  static StoredJson text(String body) {
    return StoredJson.ofBytes(
        ("{\"type\":\"text\",\"text\":{\"body\":\"" + body + "\"}}")
            .getBytes(StandardCharsets.UTF_8));
  }

  private StoredMessage accept(WaId user, String body) {
    return store.write(
        stream,
        tx -> new Ledger(tx).accept(Identity.of(user), StoredMessage.Kind.PLAIN, text(body)));
  }

  private List<Event> events() {
    return store.read(view -> view.events(stream, 0, 100_000));
  }

  private Optional<Event> event(StreamId of, long seq) {
    return store.read(view -> view.event(of, seq));
  }

  private List<Event> events(StreamId of, long after, int limit) {
    return store.read(view -> view.events(of, after, limit));
  }

  private List<Event> events(StreamId of, ChatId chat, long after, long upTo, int limit) {
    return store.read(view -> view.events(of, chat, after, upTo, limit));
  }

  private Optional<StoredMessage> message(StreamId of, long seq) {
    return store.read(view -> view.message(of, seq));
  }

  private Optional<Chat> chat(StreamId of, ChatId id) {
    return store.read(view -> view.chat(of, id));
  }

  private Optional<Chat> findChat(StreamId of, WaId user) {
    return store.read(view -> view.chatWith(of, user));
  }

  private Optional<Cursor> cursor(String reader, StreamId of) {
    return store.read(view -> view.cursor(reader, of));
  }

  private List<Lane> lanes(String reader, StreamId of) {
    return store.read(view -> view.lanes(reader, of));
  }

  private List<Reaction> reactions(StreamId of, ChatId chat) {
    return store.read(view -> view.reactions(of, chat));
  }

  private Map<String, JsonObject> documents(StreamId of, String kind) {
    return store.read(view -> view.documents(of, kind));
  }

  private List<StreamInfo> streams() {
    return store.read(View::streams);
  }

  private long lastSeq() {
    return store.read(view -> view.lastSeq(stream));
  }

  private Optional<Chat> findChat(Identity user) {
    return store.read(view -> view.chatWith(stream, user));
  }

  private Chat chatWith(WaId user) {
    return store.read(view -> view.chatWith(stream, user)).orElseThrow();
  }

  @Test
  void an_accepted_message_is_an_event_a_message_and_the_head_of_its_chat() {
    StoredMessage first = accept(ADA, "one");
    StoredMessage second = accept(ADA, "two");

    Chat chat = chatWith(ADA);
    assertThat(chat.lastMessage()).isEqualTo(2);
    assertThat(second.previous()).isEqualTo(1);
    assertThat(events())
        .containsExactly(
            new Event(stream, 1, NOON, chat.id(), new MessageAccepted(text("one"))),
            new Event(stream, 2, NOON, chat.id(), new MessageAccepted(text("two"))));
    assertThat(event(stream, 2))
        .contains(new Event(stream, 2, NOON, chat.id(), new MessageAccepted(text("two"))));
    assertThat(message(stream, 1)).contains(first);
    assertThat(message(stream, 2)).contains(second);
    assertThat(chat(stream, chat.id())).contains(chat);
  }

  @Test
  void what_is_not_there_is_empty_and_a_stream_that_is_not_there_is_refused() {
    assertThat(event(stream, 1)).isEmpty();
    assertThat(message(stream, 1)).isEmpty();
    assertThat(chat(stream, new ChatId(1))).isEmpty();
    assertThat(findChat(stream, ADA)).isEmpty();
    assertThat(cursor("webhook", stream)).isEmpty();
    assertThat(lastSeq()).isZero();
    var nowhere = new StreamId(77);
    assertThatThrownBy(() -> store.write(nowhere, Tx::now)).hasMessageContaining("stream 77");
    assertThatThrownBy(() -> store.read(view -> view.lastSeq(nowhere)))
        .hasMessageContaining("stream 77");
  }

  @Test
  void the_owner_of_a_stream_gets_the_same_stream_again() {
    StreamId business = store.openStream(StreamInfo.Kind.BUSINESS, "200000000000001");
    assertThat(business).isEqualTo(new StreamId(2));
    assertThat(store.openStream(StreamInfo.Kind.NUMBER, "100000000000001")).isEqualTo(stream);
    assertThat(streams())
        .containsExactly(
            new StreamInfo(stream, StreamInfo.Kind.NUMBER, "100000000000001"),
            new StreamInfo(business, StreamInfo.Kind.BUSINESS, "200000000000001"));
  }

  @Test
  void each_stream_counts_for_itself() {
    StreamId other = store.openStream(StreamInfo.Kind.NUMBER, "100000000000002");
    accept(ADA, "one");
    long first = store.write(other, tx -> tx.append(null, new ClockMoved(NOON, NOON)));
    assertThat(first).isEqualTo(1);
    assertThat(findChat(other, ADA)).isEmpty();
  }

  @Test
  void pages_of_events_follow_one_another_and_those_of_a_chat_can_be_had_alone() {
    for (int i = 1; i <= 10; i++) {
      accept(i % 3 == 0 ? GRACE : ADA, "m" + i);
    }
    ChatId grace = chatWith(GRACE).id();
    assertThat(events(stream, 4, 3)).extracting(Event::seq).containsExactly(5L, 6L, 7L);
    assertThat(events(stream, grace, 3, 9, 10)).extracting(Event::seq).containsExactly(6L, 9L);
    assertThat(events(stream, grace, 0, 9, 2)).extracting(Event::seq).containsExactly(3L, 6L);
  }

  @Test
  void a_message_moves_on_and_its_failure_is_kept() {
    StoredMessage sent = accept(ADA, "one");
    var failure = new StoredMessage.Failure(131026, "Message undeliverable – ✉");
    StoredMessage failed =
        store.write(
            stream,
            tx -> {
              var ledger = new Ledger(tx);
              var moved = ledger.report(sent, StatusReport.of(Progress.SENT, "track-1", null));
              return ledger.report(moved, StatusReport.failed(failure, null));
            });
    assertThat(message(stream, 1)).contains(failed);
    assertThat(failed.failure()).isEqualTo(failure);
    assertThat(lastSeq()).isEqualTo(3);

    store.write(stream, tx -> save(tx, failed.asDeleted()));
    assertThat(message(stream, 1)).contains(failed.asDeleted());
  }

  private static StoredMessage save(Tx tx, StoredMessage message) {
    tx.save(message);
    return message;
  }

  @Test
  void a_transaction_sees_its_own_writes() {
    store.write(
        stream,
        tx -> {
          var ledger = new Ledger(tx);
          StoredMessage message =
              ledger.accept(Identity.of(ADA), StoredMessage.Kind.TEMPLATE, text("one"));
          tx.react(message.chat(), 1, Direction.IN, "👍");
          tx.moveCursor("webhook", 1);
          tx.putDocument("handset", "ada", Json.object("name", "Ada"));
          assertThat(tx.lastSeq(stream)).isEqualTo(1);
          assertThat(tx.message(stream, 1)).contains(message);
          assertThat(tx.event(stream, 1)).isPresent();
          assertThat(tx.events(stream, 0, 10)).hasSize(1);
          assertThat(tx.events(stream, message.chat(), 0, 1, 10)).hasSize(1);
          assertThat(tx.chatWith(stream, ADA)).map(Chat::lastMessage).contains(1L);
          assertThat(tx.chat(stream, message.chat())).map(Chat::lastMessage).contains(1L);
          assertThat(tx.reactions(stream, message.chat())).hasSize(1);
          assertThat(tx.cursor("webhook", stream)).map(Cursor::seq).contains(1L);
          assertThat(tx.documents(stream, "handset")).containsOnlyKeys("ada");
          return message;
        });
  }

  @Test
  void one_instant_to_the_millisecond_holds_for_a_whole_transaction() {
    var at = new ConcurrentLinkedQueue<Instant>();
    var ticking = new AtomicInteger();
    store.close();
    store = open(() -> NOON.plusMillis(ticking.incrementAndGet()).plusNanos(999));
    store.write(stream, tx -> at.addAll(List.of(tx.now(), tx.now())));
    store.write(stream, tx -> at.add(tx.now()));
    assertThat(at).containsExactly(NOON.plusMillis(1), NOON.plusMillis(1), NOON.plusMillis(2));
  }

  @Test
  void a_chat_is_found_by_phone_and_by_user_id_and_learns_what_is_new() {
    Chat known = store.write(stream, tx -> tx.openChat(Identity.of(ADA)));
    Chat both = store.write(stream, tx -> tx.openChat(Identity.of(ADA, ADAS_ID)));
    assertThat(both.id()).isEqualTo(known.id());
    assertThat(chatWith(ADA).user()).isEqualTo(Identity.of(ADA, ADAS_ID));

    var onlyId = new Identity(null, ADAS_ID, "ada.l");
    Chat byId = store.write(stream, tx -> tx.openChat(onlyId));
    assertThat(byId.id()).isEqualTo(known.id());
    assertThat(chatWith(ADA).user()).isEqualTo(new Identity(ADA, ADAS_ID, "ada.l"));

    var moved = new WaId("4915550100101");
    store.write(stream, tx -> tx.openChat(Identity.of(moved, ADAS_ID)));
    assertThat(chatWith(moved).id()).isEqualTo(known.id());
    assertThat(findChat(stream, ADA)).isEmpty();

    reopen();
    Chat again = store.write(stream, tx -> tx.openChat(Identity.of(moved)));
    assertThat(again.user()).isEqualTo(new Identity(moved, ADAS_ID, "ada.l"));
    Chat stranger = store.write(stream, tx -> tx.openChat(Identity.of(ADA)));
    assertThat(stranger.id()).isNotEqualTo(known.id());
  }

  @Test
  void a_chat_is_found_by_either_of_what_is_known_and_its_address_never_changes() {
    var hidden = new Identity(null, ADAS_ID, new UserId("US.ENT.7"), "ada.l");
    Chat byId = store.write(stream, tx -> tx.openChat(hidden));
    assertThat(byId.address()).isEqualTo(ADAS_ID.value());
    assertThat(byId.user()).isEqualTo(hidden);
    assertThat(findChat(new Identity(null, ADAS_ID, null))).contains(byId);
    assertThat(findChat(Identity.of(ADA, ADAS_ID))).contains(byId);
    assertThat(findChat(stream, ADA)).isEmpty();

    Chat known =
        store.write(
            stream,
            tx -> {
              assertThat(tx.chatWith(stream, ADAS_ID)).contains(byId);
              return tx.openChat(Identity.of(ADA, ADAS_ID));
            });
    var all = new Identity(ADA, ADAS_ID, hidden.parentUserId(), "ada.l");
    assertThat(known).isEqualTo(byId.withUser(all));
    reopen();
    assertThat(findChat(Identity.of(ADA))).contains(known);
    assertThat(findChat(Identity.of(GRACE))).isEmpty();
  }

  @Test
  void a_user_id_that_has_a_chat_of_its_own_stays_there() {
    Chat phone = store.write(stream, tx -> tx.openChat(Identity.of(ADA)));
    Chat id = store.write(stream, tx -> tx.openChat(new Identity(null, ADAS_ID, null)));
    Chat both = store.write(stream, tx -> tx.openChat(Identity.of(ADA, ADAS_ID)));
    assertThat(both.id()).isEqualTo(phone.id()).isNotEqualTo(id.id());
    assertThat(chatWith(ADA).user()).isEqualTo(Identity.of(ADA));
  }

  @Test
  void all_of_a_chat_is_kept() {
    Chat chat =
        store.write(
            stream,
            tx -> {
              Chat all =
                  tx.openChat(Identity.of(ADA))
                      .withInbound(NOON, "Ada – 🦉")
                      .withLastMessage(7)
                      .withReadByUser(5)
                      .withReadByBusiness(6);
              tx.save(all);
              return all;
            });
    assertThat(chatWith(ADA)).isEqualTo(chat);
    reopen();
    assertThat(chatWith(ADA)).isEqualTo(chat);
  }

  @Test
  void cursors_never_move_back() {
    move("webhook", 5);
    move("webhook", 3);
    move("dispatcher", 2);
    assertThat(cursor("webhook", stream)).contains(new Cursor("webhook", stream, 5));
    assertThat(store.read(view -> view.cursor("dispatcher", stream)).orElseThrow().seq())
        .isEqualTo(2);

    store.write(
        stream,
        tx -> {
          tx.dropCursor("webhook");
          return true;
        });
    assertThat(cursor("webhook", stream)).isEmpty();
  }

  private void move(String reader, long seq) {
    store.write(
        stream,
        tx -> {
          tx.moveCursor(reader, seq);
          return seq;
        });
  }

  @Test
  void lanes_are_kept_per_reader_and_chat() {
    var lane = new Lane("webhook", stream, new ChatId(3), 17, 1, NOON.plusSeconds(5), null);
    var later =
        new Lane("webhook", stream, new ChatId(3), 17, 2, NOON.plusSeconds(30), "503 – später");
    var other = new Lane("webhook", stream, new ChatId(1), 4, 1, NOON, null);
    var foreign = new Lane("other", stream, new ChatId(1), 4, 1, NOON, null);
    save(lane);
    save(later);
    save(other);
    save(foreign);
    assertThat(lanes("webhook", stream)).containsExactly(other, later);

    store.write(
        stream,
        tx -> {
          tx.drop(other);
          return true;
        });
    assertThat(lanes("webhook", stream)).containsExactly(later);
    assertThat(lanes("other", stream)).containsExactly(foreign);
  }

  private void save(Lane lane) {
    store.write(
        stream,
        tx -> {
          tx.save(lane);
          return lane;
        });
  }

  @Test
  void a_side_has_one_reaction_on_a_message_and_can_take_it_back() {
    var chat = new ChatId(1);
    react(chat, 3, Direction.IN, "👍");
    react(chat, 3, Direction.IN, "❤️");
    react(chat, 3, Direction.OUT, "😂");
    react(chat, 1, Direction.IN, "👍");
    react(new ChatId(2), 3, Direction.IN, "👎");
    assertThat(reactions(stream, chat))
        .containsExactly(
            new Reaction(1, Direction.IN, "👍"),
            new Reaction(3, Direction.OUT, "😂"),
            new Reaction(3, Direction.IN, "❤️"));
    react(chat, 3, Direction.IN, "");
    react(chat, 99, Direction.IN, "");
    assertThat(reactions(stream, chat)).hasSize(2);
  }

  private void react(ChatId chat, long target, Direction by, String emoji) {
    store.write(
        stream,
        tx -> {
          tx.react(chat, target, by, emoji);
          return target;
        });
  }

  @Test
  void documents_are_replaced_dropped_and_listed_by_kind() {
    put("handset", "b", "Bea");
    put("handset", "a", "Ada");
    put("handset", "b", "Grace – 🌉");
    put("endpoint", "a", "bot");
    assertThat(documents(stream, "handset"))
        .containsExactly(
            Map.entry("a", Json.object("name", "Ada")),
            Map.entry("b", Json.object("name", "Grace – 🌉")));
    store.write(
        stream,
        tx -> {
          tx.dropDocument("handset", "a");
          return true;
        });
    assertThat(documents(stream, "handset")).containsOnlyKeys("b");
    assertThat(documents(stream, "endpoint")).containsOnlyKeys("a");
  }

  private void put(String kind, String key, String name) {
    store.write(
        stream,
        tx -> {
          tx.putDocument(kind, key, Json.object("name", name));
          return key;
        });
  }

  @Test
  void a_work_that_fails_leaves_nothing_behind() {
    accept(ADA, "one");
    assertThatThrownBy(() ->
            store.write(
                stream,
                tx -> {
                  new Ledger(tx).accept(Identity.of(GRACE), StoredMessage.Kind.PLAIN, text("two"));
                  tx.moveCursor("webhook", 2);
                  throw new IllegalArgumentException("changed my mind");
                }))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("changed my mind");
    assertThat(lastSeq()).isEqualTo(1);
    assertThat(findChat(stream, GRACE)).isEmpty();
    assertThat(cursor("webhook", stream)).isEmpty();
    StoredMessage next = accept(GRACE, "two");
    assertThat(next.seq()).isEqualTo(2);
    assertThat(next.previous()).isZero();
    assertThat(chatWith(GRACE).id()).isEqualTo(new ChatId(2));
  }

  @Test
  void a_promise_of_the_database_that_one_work_breaks_fails_only_that_work() {
    accept(ADA, "one");
    accept(GRACE, "two");
    Chat ada = chatWith(ADA);
    Chat grace = chatWith(GRACE);
    var twin = grace.withUser(ada.user());
    assertThatThrownBy(() ->
            store.write(
                stream,
                tx -> {
                  tx.append(twin.id(), new MessageAccepted(text("secret words")));
                  tx.save(twin);
                  return twin;
                }))
        .isNotInstanceOf(Store.StoreBroken.class)
        .satisfies(StoreContract::assertNoValues);
    assertThat(chatWith(GRACE)).isEqualTo(grace);
    assertThat(accept(GRACE, "three").previous()).isEqualTo(2);
  }

  /// An error may be logged; who writes what to whom may not.
  private static void assertNoValues(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      assertThat(cause.getMessage()).doesNotContain(ADA.value()).doesNotContain("secret words");
    }
  }

  @Test
  void works_that_fail_beside_others_do_not_sink_them() throws Exception {
    int callers = 64;
    int each = 20;
    var kept = ConcurrentHashMap.<Long>newKeySet();
    var failed = new AtomicInteger();
    together(
        callers,
        caller -> {
          for (int i = 0; i < each; i++) {
            boolean fails = (caller + i) % 7 == 0;
            boolean writesFirst = (caller + i) % 2 == 0;
            try {
              kept.add(
                  store.write(
                      stream,
                      tx -> {
                        if (fails && !writesFirst) {
                          throw new IllegalStateException("before");
                        }
                        var user = Identity.of(new WaId("1555010" + (1000 + caller)));
                        long seq =
                            new Ledger(tx).accept(user, StoredMessage.Kind.PLAIN, text("m")).seq();
                        if (fails) {
                          throw new IllegalStateException("after");
                        }
                        return seq;
                      }));
            } catch (IllegalStateException e) {
              failed.incrementAndGet();
            }
          }
        });
    assertThat(kept).hasSize(callers * each - failed.get());
    assertThat(failed.get()).isPositive();
    assertWhole(kept.size());
    assertThat(kept)
        .containsExactlyInAnyOrderElementsOf(
            LongStream.rangeClosed(1, kept.size()).boxed().toList());
  }

  @Test
  void sixty_four_callers_get_an_order_without_gaps() throws Exception {
    int callers = 64;
    int each = 50;
    together(
        callers,
        caller -> {
          var user = new WaId("1555010" + (1000 + caller));
          long before = 0;
          for (int i = 0; i < each; i++) {
            StoredMessage message = accept(user, caller + "/" + i);
            assertThat(message.seq()).isGreaterThan(before);
            assertThat(message.previous()).isEqualTo(before);
            before = message.seq();
            // Visible as soon as it is acknowledged.
            assertThat(message(stream, message.seq())).isPresent();
          }
        });
    assertWhole((long) callers * each);
    assertThat(chat(stream, new ChatId(callers))).isPresent();
    assertThat(chat(stream, new ChatId(callers + 1))).isEmpty();
  }

  private void assertWhole(long size) {
    assertThat(events())
        .extracting(Event::seq)
        .containsExactlyElementsOf(LongStream.rangeClosed(1, size).boxed().toList());
    assertThat(lastSeq()).isEqualTo(size);
  }

  @Test
  void a_reader_never_sees_a_gap_or_half_a_transaction() throws Exception {
    var writing = new AtomicBoolean(true);
    try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<Integer> reading =
          executor.submit(() -> {
            int rounds = 0;
            while (writing.get()) {
              rounds++;
              store.read(view -> {
                long last = view.lastSeq(stream);
                List<Event> events = view.events(stream, Math.max(0, last - 50), 100);
                assertThat(events.isEmpty() ? 0 : events.getLast().seq()).isEqualTo(last);
                assertThat(last % 2).isZero();
                assertThat(last == 0 || view.message(stream, last).isPresent()).isTrue();
                return last;
              });
            }
            return rounds;
          });
      together(
          8,
          caller -> {
            for (int i = 0; i < 50; i++) {
              store.write(
                  stream,
                  tx -> {
                    tx.append(null, new ClockMoved(NOON, NOON));
                    return new Ledger(tx)
                        .accept(Identity.of(ADA), StoredMessage.Kind.PLAIN, text("m"));
                  });
            }
          });
      writing.set(false);
      assertThat(reading.get()).isPositive();
    }
  }

  @Test
  void listeners_hear_of_each_stream_that_grew_after_it_is_visible() throws Exception {
    StreamId other = store.openStream(StreamInfo.Kind.BUSINESS, "200000000000001");
    var heard = new ConcurrentLinkedQueue<StreamHeads.Grown>();
    var both = new CountDownLatch(2);
    store.onCommit((grown, lastSeq) -> {
      heard.add(new StreamHeads.Grown(grown, lastSeq));
      both.countDown();
    });
    move("webhook", 1);
    accept(ADA, "one");
    store.write(other, tx -> tx.append(null, new LinkOpened(1, "https://example.org")));
    both.await();
    assertThat(heard)
        .containsExactly(new StreamHeads.Grown(stream, 1), new StreamHeads.Grown(other, 1));
  }

  @Test
  void a_transaction_writes_to_its_own_stream_only() {
    StreamId other = store.openStream(StreamInfo.Kind.NUMBER, "100000000000002");
    StoredMessage foreign = accept(ADA, "one");
    Chat foreignChat = chatWith(ADA);
    var foreignLane = new Lane("webhook", stream, foreignChat.id(), 1, 1, NOON, null);
    List<Store.Work<Boolean>> works =
        List.of(
            tx -> {
              tx.save(foreign);
              return true;
            },
            tx -> {
              tx.save(foreignChat);
              return true;
            },
            tx -> {
              tx.save(foreignLane);
              return true;
            },
            tx -> {
              tx.drop(foreignLane);
              return true;
            });
    for (Store.Work<Boolean> work : works) {
      assertThatThrownBy(() -> store.write(other, work))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("a transaction on stream 2 can't write to stream 1");
    }
    // Reading is free.
    assertThat(store.write(other, tx -> tx.message(stream, 1)).orElseThrow()).isEqualTo(foreign);
  }

  @Test
  void all_is_there_again_after_reopening() {
    for (int i = 0; i < 100; i++) {
      accept(i % 2 == 0 ? ADA : GRACE, "m" + i);
    }
    put("handset", "a", "Ada");
    react(new ChatId(1), 1, Direction.IN, "👍");
    List<Event> before = events();
    long salt = store.salt();

    reopen();

    assertThat(events()).isEqualTo(before);
    assertThat(store.salt()).isEqualTo(salt);
    assertThat(store.openStream(StreamInfo.Kind.NUMBER, "100000000000001")).isEqualTo(stream);
    assertThat(documents(stream, "handset")).hasSize(1);
    assertThat(reactions(stream, new ChatId(1))).hasSize(1);
    StoredMessage next = accept(ADA, "next");
    assertThat(next.seq()).isEqualTo(101);
    assertThat(next.previous()).isEqualTo(99);
    StoredMessage newcomer = accept(new WaId("15550100103"), "hello");
    assertThat(newcomer.chat()).isEqualTo(new ChatId(3));
  }

  @Test
  void a_wipe_forgets_all_and_changes_the_salt() {
    accept(ADA, "one");
    put("handset", "a", "Ada");
    move("webhook", 1);
    store.openStream(StreamInfo.Kind.NUMBER, "100000000000002");
    long salt = store.salt();

    store.wipe();

    assertThat(store.salt()).isNotEqualTo(salt);
    assertThat(streams()).isEmpty();
    assertThatThrownBy(() -> accept(ADA, "two")).hasMessageContaining("no stream 1");
    StreamId again = store.openStream(StreamInfo.Kind.NUMBER, "100000000000002");
    assertThat(again).isEqualTo(new StreamId(1));
    stream = again;
    assertThat(events()).isEmpty();
    assertThat(documents(stream, "handset")).isEmpty();
    assertThat(cursor("webhook", stream)).isEmpty();
    assertThat(accept(ADA, "two").seq()).isEqualTo(1);
    assertThat(chatWith(ADA).id()).isEqualTo(new ChatId(1));
    long fresh = store.salt();
    reopen();
    assertThat(store.salt()).isEqualTo(fresh);
  }

  @Test
  void a_wipe_forgets_who_listened() throws Exception {
    var old = new AtomicInteger();
    store.onCommit((grown, lastSeq) -> old.incrementAndGet());
    store.wipe();
    var fresh = new CountDownLatch(1);
    store.onCommit((grown, lastSeq) -> fresh.countDown());
    stream = store.openStream(StreamInfo.Kind.NUMBER, "100000000000001");
    accept(ADA, "one");
    fresh.await();
    assertThat(old).hasValue(0);
  }

  @Test
  void a_question_within_a_question_is_answered() {
    accept(ADA, "one");
    long seq = store.read(outer -> store.read(inner -> inner.lastSeq(stream)));
    assertThat(seq).isEqualTo(1);
  }

  @Test
  void a_question_that_fails_harms_no_other() {
    assertThatThrownBy(() ->
            store.read(view -> {
              throw new IllegalArgumentException("no answer");
            }))
        .hasMessage("no answer");
    assertThat(lastSeq()).isZero();
  }

  @Test
  void the_writer_refuses_to_wait_for_itself() {
    assertThatThrownBy(() -> store.write(stream, tx -> store.write(stream, Tx::now)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("can't wait for itself");
  }

  @Test
  void a_caller_that_is_interrupted_still_learns_the_outcome() throws Exception {
    var outcome = new ConcurrentLinkedQueue<Long>();
    Thread caller =
        Thread.ofVirtual()
            .start(() -> {
              Thread.currentThread().interrupt();
              outcome.add(accept(ADA, "one").seq());
              if (Thread.currentThread().isInterrupted()) {
                outcome.add(-1L);
              }
            });
    caller.join();
    assertThat(outcome).containsExactly(1L, -1L);
  }

  @Test
  void a_closed_store_says_so() {
    store.close();
    assertThatThrownBy(() -> accept(ADA, "one")).hasMessage("the store is closed");
    assertThatThrownBy(this::lastSeq).hasMessage("the store is closed");
  }

  /// A step of one of many callers.
  @FunctionalInterface
  interface Caller {
    void run(int number);
  }

  static void together(int callers, Caller caller) throws InterruptedException, ExecutionException {
    try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      var running = new ArrayList<Future<?>>();
      for (int i = 0; i < callers; i++) {
        int number = i;
        running.add(executor.submit(() -> caller.run(number)));
      }
      for (Future<?> one : running) {
        one.get();
      }
    }
  }
}
