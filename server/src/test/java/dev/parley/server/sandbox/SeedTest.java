package dev.parley.server.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.parley.account.Accounts;
import dev.parley.account.PhoneNumber;
import dev.parley.account.Portfolio;
import dev.parley.protocol.api.WaId;
import dev.parley.protocol.json.Problem;
import dev.parley.protocol.json.Reading;
import dev.parley.server.sql.SqliteStore;
import java.util.List;
import org.junit.jupiter.api.Test;

class SeedTest {
  @Test
  void the_first_world_is_the_documented_one() {
    try (var scene = new Scene()) {
      var business = scene.accounts.business("200000000000001").orElseThrow();
      assertThat(business.portfolio().id()).isEqualTo("400000000000001");
      assertThat(business.app().id()).isEqualTo("500000000000001");
      assertThat(business.app().secret().value()).isEqualTo("parley-secret");
      assertThat(business.app().verifyToken().value()).isEqualTo("parley-verify");
      assertThat(scene.accounts.byKey("parley-sandbox").orElseThrow().number().display())
          .isEqualTo("+1 555 010 0001");
      assertThat(scene.accounts.byKey("parley-sandbox-2").orElseThrow().number().id())
          .isEqualTo("100000000000002");
      assertThat(scene.network.handsets().all())
          .extracting(Handset::name, handset -> handset.waId().value())
          .containsExactly(tuple("Ada", "15550100101"), tuple("Grace", "15550100102"));
      assertThat(scene.network.world().catalog("300000000000001").orElseThrow().products())
          .hasSize(12)
          .first()
          .hasToString(
              "Product[retailerId=sku-01, name=Margherita, description=Tomato, mozzarella, basil,"
                  + " price=12.50, currency=USD, image=assets/products/sku-01.svg,"
                  + " category=Pizzas]");
    }
  }

  @Test
  void user_ids_are_the_same_on_every_machine_and_others_towards_another_portfolio() {
    var portfolio = Seed.first().portfolio();
    var other = new Portfolio("400000000000002", "Another");
    assertThat(UserIds.of(portfolio, Scene.ADA)).hasToString("US.9890761812560013");
    assertThat(UserIds.of(other, Scene.ADA)).isNotEqualTo(UserIds.of(portfolio, Scene.ADA));
    assertThat(UserIds.of(portfolio, new WaId("4915550001")).value()).startsWith("DE.");
  }

  @Test
  void everybody_has_just_written_to_both_numbers() {
    try (var scene = new Scene()) {
      for (PhoneNumber number : List.of(scene.number, scene.second)) {
        for (WaId user : List.of(Scene.ADA, Scene.GRACE)) {
          assertThat(scene.network.view(user, number).show(10).toString())
              .contains("\"open\":true", "\"body\":\"Hi\"");
        }
      }
    }
  }

  @Test
  void a_planted_world_is_left_alone_and_a_half_planted_one_is_finished() {
    var clock = SandboxClock.frozenAt(Scene.START);
    try (var store = SqliteStore.throwAway(clock)) {
      Seed seed = Seed.first();
      // What a crash in the middle may leave.
      Accounts accounts = Accounts.load(store);
      accounts.addBusiness(seed.businessId(), seed.businessName(), seed.portfolio(), seed.app());
      assertThat(seed.plant(store, Accounts.load(store))).isTrue();
      assertThat(seed.plant(store, Accounts.load(store))).isFalse();
      Accounts planted = Accounts.load(store);
      PhoneNumber number = planted.number("100000000000001").orElseThrow();
      long events = store.read(view -> view.lastSeq(number.stream()));
      assertThat(events).isEqualTo(2);
    }
  }

  @Test
  void a_bot_that_exists_brings_its_own_ids_and_keys() {
    var clock = SandboxClock.frozenAt(Scene.START);
    try (var store = SqliteStore.throwAway(clock)) {
      Accounts accounts = Accounts.load(store);
      Seed.first()
          .with(new Seed.Overrides("777", "888", "my-key", "my-secret", null))
          .plant(store, accounts);
      PhoneNumber number = accounts.byKey("my-key").orElseThrow().number();
      assertThat(number.id()).isEqualTo("777");
      assertThat(number.business().id()).isEqualTo("888");
      assertThat(number.business().app().secret().value()).isEqualTo("my-secret");
      assertThat(number.business().app().verifyToken().value()).isEqualTo("parley-verify");
      assertThat(accounts.byKey("parley-sandbox")).isEmpty();
    }
  }

  @Test
  void a_seed_file_says_what_differs_from_the_first_world() {
    Seed seed =
        SeedReader.read(
                """
                # A flower shop.
                business: {id: 222, name: Petals}
                numbers:
                  - {id: 111, display: "+44 20 7946 0000", name: Petals, key: k}
                handsets:
                  - wa_id: 447700900001
                    name: Bo
                    auto_read: true
                    first_words: null
                    places:
                      - {name: Shop, latitude: 51.5, longitude: -0.1}
                catalogs:
                  - id: 300000000000001
                    name: Flowers
                    products:
                      - {retailer_id: rose, name: Rose, price: 2.50, currency: GBP}
                """)
            .orThrow();
    assertThat(seed.businessId()).isEqualTo("222");
    assertThat(seed.app()).isEqualTo(Seed.first().app());
    assertThat(seed.templates()).isEqualTo(Seed.first().templates());
    assertThat(seed.numbers()).singleElement().extracting(Seed.SeededNumber::id).isEqualTo("111");
    assertThat(seed.users().getFirst().firstWords()).isNull();
    assertThat(seed.users().getFirst().handset().autoRead()).isTrue();
    assertThat(seed.catalogs().getFirst().products().getFirst().price()).isEqualTo("2.50");
    assertThat(SeedReader.read("{\"business\":{\"id\":\"222\"}}").orThrow().businessId())
        .isEqualTo("222");
  }

  @Test
  void all_problems_of_a_seed_file_are_told_at_once_with_their_places() {
    Reading<Seed> reading =
        SeedReader.read(
            """
            bussiness: {}
            numbers:
              - {id: 9007199254740993, display: nobody, name: A, key: k}
              - {id: 5, display: "+1 555 010 0001", name: B, key: k, catalog_id: 1}
            handsets:
              - {wa_id: 15550100001, blocked: [77]}
              - {wa_id: 1555019131026, online: "yes"}
            """);
    assertThat(((Reading.Wrong<Seed>) reading).problems())
        .extracting(Problem::path)
        .containsExactly(
            "$.bussiness",
            "$.numbers[0].id",
            "$.numbers[0].display",
            "$.numbers[1].key",
            "$.numbers[1].catalog_id",
            "$.handsets[0].wa_id",
            "$.handsets[0].blocked",
            "$.handsets[1].wa_id",
            "$.handsets[1].online");
  }

  @Test
  void a_hostile_file_is_refused_with_a_sentence() {
    String bomb =
        """
        a: &a [x,x,x,x,x,x,x,x,x,x]
        b: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a,*a]
        c: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b,*b]
        d: &d [*c,*c,*c,*c,*c,*c,*c,*c,*c,*c]
        e: &e [*d,*d,*d,*d,*d,*d,*d,*d,*d,*d]
        f: [*e,*e,*e,*e,*e,*e,*e,*e,*e,*e]
        """;
    for (String text :
        List.of(
            "",
            "a: [",
            "a: 1\na: 2",
            "x",
            "\t- a",
            "&x [*x]",
            bomb,
            "[".repeat(5_000),
            "a: !!java.net.URL [x]")) {
      assertThat(SeedReader.read(text)).isInstanceOf(Reading.Wrong.class);
    }
  }
}
