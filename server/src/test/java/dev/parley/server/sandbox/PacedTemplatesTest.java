package dev.parley.server.sandbox;

import static dev.parley.server.sandbox.Scene.ADA;
import static dev.parley.server.sandbox.Scene.GRACE;
import static dev.parley.server.sandbox.Scene.object;
import static dev.parley.server.sandbox.Scene.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.SendOutcome;
import dev.parley.chat.Progress;
import dev.parley.journal.Event;
import dev.parley.journal.EventBody;
import dev.parley.protocol.json.Json;
import dev.parley.protocol.json.JsonObject;
import dev.parley.protocol.template.TemplateDefinitionReader;
import dev.parley.server.sandbox.Scene.Sent;
import dev.parley.template.SentTemplates;
import dev.parley.template.StoredTemplate;
import dev.parley.template.TemplateStatus;
import dev.parley.template.Templates;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Messages of a template that is paced, and of one that is deleted under them. Source: reference,
/// template-kinds.md §9; templates-and-media.md §5.
class PacedTemplatesTest {
  private static final String OFFER =
      "\"type\":\"template\",\"template\":{\"name\":\"offer\",\"language\":{\"code\":\"en_US\"}}";

  /// The documents of templates.
  private static final String KIND = "template_definition";

  private final Scene scene = new Scene();
  private final SentTemplates sent = scene.network.sentTemplates();

  @BeforeEach
  void create() {
    Templates.Creation created =
        scene.templates.create(
            scene.number.business(),
            TemplateDefinitionReader.read(
                    object(
                        """
                        {"name":"offer","language":"en_US","category":"MARKETING",
                        "components":[{"type":"BODY","text":"Soup is half the price."}]}
                        """))
                .orThrow());
    assertThat(created).isInstanceOf(Templates.Creation.Created.class);
  }

  @AfterEach
  void close() {
    scene.close();
  }

  private StoredTemplate offer() {
    return scene.templates.find(scene.number.business(), "offer", "en_US").orElseThrow();
  }

  private void hold() {
    scene.templates.save(offer().held());
  }

  private void release() {
    scene.templates.save(offer().released());
    sent.letGo(offer());
  }

  private String answered() {
    var accepted = (SendOutcome.Accepted) scene.offer(scene.number, ADA, OFFER);
    scene.carry(new Sent(accepted.receipt().id(), scene.number, accepted.seq()));
    return Objects.requireNonNull(accepted.receipt().messageStatus());
  }

  @Test
  void a_held_message_says_so_and_lets_others_pass() {
    hold();
    assertThat(answered()).isEqualTo("held_for_quality_assessment");
    scene.write(ADA, "Hi");
    Sent other = scene.send(ADA, text("Hello"));
    assertThat(scene.statuses(other)).containsExactly("sent", "delivered");
    assertThat(sent.held(offer())).isEqualTo(1);
    release();
    assertThat(sent.held(offer())).isZero();
    assertThat(answered()).isEqualTo("accepted");
  }

  @Test
  void what_was_held_goes_out_in_order_and_is_read() {
    scene.change(ADA, "{\"auto_read\":true}");
    hold();
    Sent first = scene.send(ADA, OFFER);
    Sent second = scene.send(GRACE, OFFER);
    Sent third = scene.send(ADA, OFFER);
    scene.write(ADA, "Hi");
    scene.send(ADA, text("Hello"));
    assertThat(scene.statuses(first)).isEmpty();
    release();
    assertThat(
            scene.events(scene.number).stream()
                .map(Event::body)
                .filter(EventBody.StatusReported.class::isInstance)
                .map(EventBody.StatusReported.class::cast)
                .filter(told -> told.report().progress() == Progress.DELIVERED)
                .map(EventBody.StatusReported::message))
        .endsWith(first.seq(), second.seq(), third.seq());
    assertThat(scene.statuses(first)).containsExactly("sent", "delivered", "read");
    assertThat(scene.screen(ADA).toString()).contains("Soup is half the price.");
  }

  @Test
  void what_was_accepted_before_goes_on() {
    Sent before = scene.accept(ADA, OFFER);
    hold();
    assertThat(scene.statuses(scene.carry(before))).startsWith("sent", "delivered");
  }

  @Test
  void a_message_that_was_held_is_carried_at_once_where_it_comes_after_the_release() {
    hold();
    Sent late = scene.accept(ADA, OFFER);
    release();
    assertThat(scene.statuses(late)).isEmpty();
    assertThat(scene.statuses(scene.carry(late))).startsWith("sent", "delivered");
  }

  @Test
  void a_drop_pauses_the_template_and_fails_what_was_held() {
    hold();
    Sent held = scene.send(ADA, OFFER);
    Sent late = scene.accept(ADA, OFFER);
    scene.templates.save(offer().dropped(scene.clock.instant()));
    sent.letGo(offer());
    assertThat(scene.statuses(held)).containsExactly("failed 132015");
    assertThat(scene.statuses(scene.carry(late))).containsExactly("failed 132015");
    assertThat(offer().status()).isEqualTo(TemplateStatus.PAUSED);
    scene.later(Duration.ofDays(20));
    assertThat(offer().status()).isEqualTo(TemplateStatus.PAUSED);
    scene.templates.unpause(offer());
    assertThat(scene.statuses(scene.send(ADA, OFFER))).startsWith("sent", "delivered");
  }

  @Test
  void a_released_message_reaches_a_phone_that_was_offline_behind_younger_ones() {
    hold();
    Sent held = scene.send(ADA, OFFER);
    scene.write(ADA, "Hi");
    Sent younger = scene.send(ADA, text("Hello"));
    scene.change(ADA, "{\"online\":false,\"auto_read\":false}");
    release();
    assertThat(scene.statuses(held)).containsExactly("sent");
    scene.change(ADA, "{\"online\":true}");
    assertThat(scene.statuses(held)).containsExactly("sent", "delivered");
    scene.chat(ADA).read(younger.id());
    assertThat(scene.statuses(held)).containsExactly("sent", "delivered", "read");
    assertThat(scene.statuses(younger)).containsExactly("sent", "delivered", "read");
  }

  @Test
  void what_a_crash_left_is_done_at_the_next_start() {
    hold();
    Sent held = scene.send(ADA, OFFER);
    Templates kept = Templates.load(scene.store, scene.accounts, scene.clock);
    open(kept);
    assertThat(scene.statuses(held)).isEmpty();
    kept.save(kept.byId(offer().id()).orElseThrow().released());
    open(Templates.load(scene.store, scene.accounts, scene.clock));
    assertThat(scene.statuses(held)).startsWith("sent", "delivered");
  }

  @Test
  void a_stored_template_that_breaks_a_rule_of_today_is_left_out_and_not_lost() {
    StoredTemplate offer = offer();
    scene.store.write(
        scene.number.business().stream(),
        tx -> {
          JsonObject stored = tx.documents(tx.stream(), KIND).get(offer.id());
          JsonObject broken = Objects.requireNonNull(stored).with("definition", Json.object());
          tx.putDocument(KIND, offer.id(), broken);
          return offer;
        });
    Templates loaded = Templates.load(scene.store, scene.accounts, scene.clock);
    assertThat(loaded.byId(offer.id())).isEmpty();
    assertThat(loaded.byId("600000000000001")).isPresent();
    var kept = scene.store.read(view -> view.documents(scene.number.business().stream(), KIND));
    assertThat(kept).containsKey(offer.id());
  }

  private void open(Templates templates) {
    SandboxNetwork.open(
        scene.store,
        scene.accounts,
        scene.mint,
        scene.clock,
        UnknownNumbers.BECOME_HANDSETS,
        templates,
        (number, id) -> Optional.empty(),
        LinkFetches.trusting());
  }

  private void delete() {
    scene.templates.delete(List.of(offer()), sent::underWay);
  }

  private boolean isGone() {
    return scene.templates.find(scene.number.business(), "offer", "en_US").isEmpty();
  }

  @Test
  void a_deletion_waits_for_a_phone_that_is_offline() {
    scene.change(ADA, "{\"online\":false}");
    Sent waiting = scene.send(ADA, OFFER);
    scene.send(ADA, text("Behind it"));
    delete();
    assertThat(offer().status()).isEqualTo(TemplateStatus.PENDING_DELETION);
    scene.change(ADA, "{\"online\":true}");
    assertThat(scene.statuses(waiting)).startsWith("sent", "delivered");
    assertThat(isGone()).isTrue();
  }

  @Test
  void a_deletion_waits_for_what_is_not_carried_yet() {
    Sent waiting = scene.accept(ADA, OFFER);
    delete();
    assertThat(offer().status()).isEqualTo(TemplateStatus.PENDING_DELETION);
    scene.carry(waiting);
    assertThat(scene.statuses(waiting)).startsWith("sent", "delivered");
    assertThat(isGone()).isTrue();
  }

  @Test
  void a_deletion_waits_for_what_is_held_and_no_longer_than_thirty_days() {
    hold();
    Sent held = scene.send(ADA, OFFER);
    delete();
    scene.later(Duration.ofDays(29));
    assertThat(isGone()).isFalse();
    scene.later(Duration.ofDays(1));
    assertThat(isGone()).isTrue();
    assertThat(scene.statuses(held)).isEmpty();
  }

  @Test
  void a_template_whose_messages_were_delivered_is_gone_at_once() {
    scene.send(ADA, OFFER);
    delete();
    assertThat(isGone()).isTrue();
  }

  @Test
  void a_template_that_nobody_uses_for_a_year_is_archived_and_deleted_later() {
    scene.later(Duration.ofDays(200));
    scene.send(ADA, OFFER);
    scene.later(Duration.ofDays(364));
    assertThat(offer().status()).isEqualTo(TemplateStatus.APPROVED);
    scene.later(Duration.ofDays(3));
    assertThat(offer().status()).isEqualTo(TemplateStatus.ARCHIVED);
    assertThat(scene.refused(ADA, OFFER).code().number()).isEqualTo(132001);
    scene.later(Duration.ofDays(28));
    assertThat(isGone()).isTrue();
  }
}
