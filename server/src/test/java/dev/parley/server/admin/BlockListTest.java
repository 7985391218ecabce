package dev.parley.server.admin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.server.corpus.Answer;
import dev.parley.server.corpus.Running;
import dev.parley.server.corpus.Sandbox;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The block list, in both dialects. Source: reference, platform.md §6; verified.md §4.
class BlockListTest extends Running {
  private static final String LIST = "/v25.0/" + Sandbox.NUMBER + "/block_users";
  private static final String GRACE = "15550100102";

  @BeforeEach
  void both_write() {
    sandbox().inbound(Sandbox.ADA, "hi");
    sandbox().inbound(GRACE, "hi");
  }

  @AfterEach
  void clear() {
    assertThat(call("DELETE", Sandbox.ADA, GRACE).status()).isEqualTo(200);
  }

  private Answer call(String method, String... users) {
    return sandbox().call(method, LIST).bearer().json(body(users));
  }

  private static String body(String... users) {
    return java.util.Arrays.stream(users)
        .map("{\"user\":\"%s\"}"::formatted)
        .collect(
            Collectors.joining(",", "{\"messaging_product\":\"whatsapp\",\"block_users\":[", "]}"));
  }

  @Test
  void who_is_blocked_stands_on_the_list_until_unblocked() {
    assertThat(call("POST", "+1 555-010-0101", GRACE).body())
        .isEqualTo(
            """
            {"messaging_product":"whatsapp","block_users":{"added_users":[\
            {"input":"+1 555-010-0101","wa_id":"15550100101"},\
            {"input":"15550100102","wa_id":"15550100102"}]}}\
            """);
    String both =
        """
        {"data":[{"messaging_product":"whatsapp","wa_id":"15550100101"},\
        {"messaging_product":"whatsapp","wa_id":"15550100102"}],\
        "paging":{"cursors":{"before":"MTU1NTAxMDAxMDE","after":"MTU1NTAxMDAxMDI"}}}\
        """;
    assertThat(sandbox().get(LIST).body()).isEqualTo(both);
    assertThat(sandbox().call("GET", "/block_users").d360().empty().body()).isEqualTo(both);
    assertThat(sandbox().get("/" + Sandbox.NUMBER_2 + "/block_users").body())
        .isEqualTo("{\"data\":[]}");
    assertThat(sandbox().call("DELETE", "/block_users").d360().json(body(Sandbox.ADA)).body())
        .isEqualTo(
            """
            {"messaging_product":"whatsapp","block_users":{"removed_users":[\
            {"input":"15550100101","wa_id":"15550100101"}]}}\
            """);
    assertThat(sandbox().get(LIST).body()).doesNotContain(Sandbox.ADA).contains(GRACE);
  }

  @Test
  void the_list_comes_in_pages_both_ways() {
    call("POST", Sandbox.ADA, GRACE);
    Answer first = sandbox().get(LIST + "?limit=1");
    assertThat(first.member("data.0.wa_id")).isEqualTo(Sandbox.ADA);
    assertThat(first.member("paging.next")).endsWith("limit=1&after=MTU1NTAxMDAxMDE");
    Answer second = sandbox().get(LIST + "?limit=1&after=" + first.member("paging.cursors.after"));
    assertThat(second.member("data.0.wa_id")).isEqualTo(GRACE);
    assertThat(second.body()).doesNotContain("\"next\"");
    Answer back = sandbox().get(LIST + "?before=" + second.member("paging.cursors.before"));
    assertThat(back.member("data.0.wa_id")).isEqualTo(Sandbox.ADA);
    assertThat(back.body()).doesNotContain("\"previous\"");
  }

  /// Each user is judged alone.
  @Test
  void if_one_can_not_be_blocked_the_others_are_and_the_answer_is_400() {
    Answer answer = call("POST", Sandbox.ADA, "15550100999", Sandbox.SENDER, "nobody");
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body().replace(answer.member("error.fbtrace_id"), "TRACE"))
        .isEqualTo(
            """
            {"messaging_product":"whatsapp","block_users":{\
            "added_users":[{"input":"15550100101","wa_id":"15550100101"}],\
            "failed_users":[\
            {"input":"15550100999","wa_id":"15550100999","errors":[\
            {"message":"Re-engagement required","code":131047,\
            "error_data":{"details":"User has not messaged in the last 24 hours"}}]},\
            {"input":"15550100001","wa_id":"15550100001","errors":[\
            {"message":"Self Block","code":131021,\
            "error_data":{"details":"15550100001 is the number itself"}}]},\
            {"input":"nobody","errors":[\
            {"message":"Re-engagement required","code":131047,\
            "error_data":{"details":"This is no phone number that could have messaged"}}]}]},\
            "error":{"message":"(#139100) Failed to block/unblock users","type":"OAuthException",\
            "code":139100,"error_data":{"messaging_product":"whatsapp","details":\
            "Failed to block some users, see the block_users response list for details"},\
            "fbtrace_id":"TRACE"}}\
            """);
    assertThat(sandbox().get(LIST).member("data.0.wa_id")).isEqualTo(Sandbox.ADA);
    Answer d360 = sandbox().post("/block_users").d360().json(body(Sandbox.SENDER));
    assertThat(d360.status()).isEqualTo(400);
    assertThat(d360.body()).contains("\"failed_users\"").doesNotContain("added_users");
    assertThat(d360.member("meta.360dialog_trace_id")).hasSize(19);
  }

  @Test
  void who_was_silent_for_24_hours_can_not_be_blocked_but_stays_so() {
    call("POST", Sandbox.ADA);
    sandbox().post("/sandbox/clock").json("{\"advance\":\"PT24H\"}");
    assertThat(call("POST", Sandbox.ADA).status()).isEqualTo(200);
    assertThat(call("POST", GRACE).code()).isEqualTo(139100);
    call("DELETE", Sandbox.ADA);
    assertThat(call("POST", Sandbox.ADA).code()).isEqualTo(139100);
  }

  @Test
  void a_thousand_users_are_the_most_in_one_call() {
    String[] thousand =
        IntStream.range(0, 1_000).mapToObj(i -> "1555020" + (1_000 + i)).toArray(String[]::new);
    assertThat(call("DELETE", thousand).status()).isEqualTo(200);
    String[] more = java.util.Arrays.copyOf(thousand, 1_001);
    more[1_000] = Sandbox.ADA;
    for (String method : new String[] {"POST", "DELETE"}) {
      Answer answer = call(method, more);
      assertThat(answer.code()).isEqualTo(130429);
      assertThat(answer.details()).contains("has 1001 users, at most 1000");
    }
    assertThat(sandbox().get(LIST).body()).isEqualTo("{\"data\":[]}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{} | 100 $.messaging_product,100 $.block_users",
        "{'messaging_product':'x','block_users':[]} | 100 $.messaging_product,100 $.block_users",
        "{'messaging_product':'whatsapp','block_users':{}} | 100 $.block_users",
        "{'messaging_product':'whatsapp','block_users':['a']} | 100 $.block_users[0]",
        "{'messaging_product':'whatsapp','block_users':[{},{'user':''}]} | 100 $.block_users[0].user,100 $.block_users[1].user"
      })
  void a_body_that_makes_no_sense_is_refused_with_its_paths(String body, String problems) {
    for (String method : new String[] {"POST", "DELETE"}) {
      Answer answer = sandbox().call(method, LIST).bearer().json(body.replace('\'', '"'));
      assertThat(answer.status()).isEqualTo(400);
      assertThat(String.join(",", answer.problems())).isEqualTo(problems);
    }
  }

  @Test
  void a_form_names_users_as_json_text_and_a_user_may_be_a_json_number() {
    assertThat(
            sandbox()
                .post(LIST)
                .bearer()
                .form("messaging_product=whatsapp&block_users=[{\"user\":15550100101}]")
                .status())
        .isEqualTo(200);
    assertThat(
            sandbox()
                .call("DELETE", LIST)
                .bearer()
                .header("Content-Type", "application/json")
                .body(body(Sandbox.ADA).getBytes(StandardCharsets.UTF_8))
                .body())
        .contains("removed_users");
  }

  @Test
  void nobody_reads_or_changes_it_without_a_key() {
    assertThat(sandbox().call("GET", LIST).empty().code()).isEqualTo(104);
    assertThat(sandbox().post("/block_users").json(body(Sandbox.ADA)).member("error"))
        .isEqualTo("Invalid api_key");
    assertThat(sandbox().call("DELETE", "/block_users").json(body(GRACE)).status()).isEqualTo(401);
  }
}
