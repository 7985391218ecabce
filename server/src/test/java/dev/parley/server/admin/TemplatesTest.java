package dev.parley.server.admin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.protocol.json.JsonArray;
import dev.parley.protocol.json.JsonObject;
import dev.parley.protocol.json.JsonString;
import dev.parley.server.corpus.Answer;
import dev.parley.server.corpus.Running;
import dev.parley.server.corpus.Sandbox;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Templates as they are managed on Graph paths. Source: reference, platform.md §2;
/// templates-and-media.md §1, §5; observed.md §1, §3.
class TemplatesTest extends Running {
  private static final String LIST = "/v25.0/" + Sandbox.WABA + "/message_templates";
  private static final String HELLO = "600000000000001";

  private Answer create(String name, String components) {
    return sandbox()
        .post(LIST)
        .bearer()
        .json(
            """
            {"name":"%s","language":"en_US","category":"UTILITY","components":[%s]}\
            """
                .formatted(name, components));
  }

  private String created(String name) {
    return created(name, "Your table is ready.");
  }

  private String created(String name, String body) {
    return create(name, "{\"type\":\"BODY\",\"text\":\"%s\"}".formatted(body)).member("id");
  }

  private List<String> names(Answer answer) {
    var names = new ArrayList<String>();
    for (var item : ((JsonArray) Objects.requireNonNull(answer.json().get("data"))).items()) {
      names.add(((JsonString) Objects.requireNonNull(((JsonObject) item).get("name"))).value());
    }
    return names;
  }

  private Answer read(String id, String fields) {
    return sandbox().get("/v25.0/" + id + "?fields=" + fields);
  }

  private Answer drive(String id, String body) {
    return sandbox().post("/sandbox/templates/" + id).json(body);
  }

  @Test
  void the_first_world_has_hello_world_and_one_of_each_kind() {
    assertThat(sandbox().get("/v25.0/" + HELLO).body())
        .isEqualTo(
            """
            {"name":"hello_world","parameter_format":"POSITIONAL","components":[\
            {"type":"HEADER","format":"TEXT","text":"Hello World"},\
            {"type":"BODY","text":"Welcome and congratulations!! This message demonstrates your\
             ability to send a message notification from the Cloud API, hosted by Meta. Thank you\
             for taking the time to test with us."},\
            {"type":"FOOTER","text":"WhatsApp Business Platform sample message"}],\
            "language":"en_US","status":"APPROVED","category":"UTILITY","id":"600000000000001"}\
            """);
    assertThat(names(sandbox().get(LIST + "?limit=100")))
        .contains("order_update", "login_code", "lunch_coupon", "dishes", "our_menu", "call_us");
  }

  @Test
  void a_template_is_created_pending_and_approved_at_once() {
    Answer answer = create("at_once", "{\"type\":\"BODY\",\"text\":\"Your table is ready.\"}");
    String id = answer.member("id");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body())
        .isEqualTo("{\"id\":\"%s\",\"status\":\"PENDING\",\"category\":\"UTILITY\"}".formatted(id));
    assertThat(read(id, "status,rejected_reason,quality_score").body())
        .matches(
            """
            \\{"status":"APPROVED","rejected_reason":"NONE","quality_score":\\{"score":"UNKNOWN",\
            "date":\\d{10}},"id":"%s"}\
            """
                .formatted(id));
  }

  @Test
  void a_template_that_breaks_a_rule_is_refused_with_its_subcode() {
    Answer answer = create("Big Name", "{\"type\":\"BODY\",\"text\":\"Hi there {{1}}\"}");
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.code()).isEqualTo(100);
    assertThat(answer.problems()).containsExactly("100 $.name", "100 $.components[0].text");
    assertThat(answer.body())
        .contains("\"error_subcode\":2388046")
        .contains("\"error_user_title\":\"Name Format is Incorrect\"");
  }

  @Test
  void a_language_of_a_name_is_there_once() {
    created("once_only");
    Answer again = create("once_only", "{\"type\":\"BODY\",\"text\":\"Your table is ready.\"}");
    assertThat(again.code()).isEqualTo(100);
    assertThat(again.body()).contains("\"error_subcode\":2388024");
    assertThat(again.body()).contains("Content in This Language Already Exists");
  }

  @Test
  void variables_side_by_side_are_rejected_by_the_review() {
    String id =
        create(
                "side_by_side",
                """
                {"type":"BODY","text":"We saw {{1}} {{2}} in the town today.",\
                "example":{"body_text":[["a","b"]]}}\
                """)
            .member("id");
    assertThat(read(id, "status,rejected_reason").body())
        .startsWith("{\"status\":\"REJECTED\",\"rejected_reason\":\"INVALID_FORMAT\"");
  }

  @Test
  void the_handle_of_a_header_comes_from_an_upload_and_is_shown_as_an_address() {
    String header =
        """
        {"type":"HEADER","format":"%s","example":{"header_handle":["%s"]}},\
        {"type":"BODY","text":"Your table is ready."}\
        """;
    Answer unknown = create("no_file", header.formatted("IMAGE", "4::nobody"));
    assertThat(unknown.code()).isEqualTo(100);
    assertThat(unknown.details()).contains("4::nobody");

    String handle = upload();
    Answer wrong = create("wrong_file", header.formatted("VIDEO", handle));
    assertThat(wrong.body()).contains("\"error_subcode\":2388047").contains("image/png");

    String id = create("with_file", header.formatted("IMAGE", handle)).member("id");
    String shown = read(id, "components").member("components.0.example.header_handle.0");
    assertThat(URI.create(shown).getPath()).isEqualTo("/whatsapp_business/attachments/");
    Answer edited =
        sandbox()
            .post("/v25.0/" + id)
            .bearer()
            .json("{\"components\":[%s]}".formatted(header.formatted("IMAGE", shown)));
    assertThat(edited.body()).isEqualTo("{\"success\":true}");
    assertThat(read(id, "components").member("components.0.example.header_handle.0"))
        .isEqualTo(shown);
  }

  private String upload() {
    byte[] png = new byte[64];
    System.arraycopy(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'}, 0, png, 0, 8);
    String session =
        sandbox()
            .post(
                "/v25.0/500000000000001/uploads?file_name=a.png&file_type=image%2Fpng&file_length="
                    + png.length)
            .bearer()
            .empty()
            .member("id");
    return sandbox()
        .post("/v25.0/" + session)
        .bearer()
        .header("file_offset", "0")
        .body(png)
        .member("h");
  }

  @Test
  void filters_combine() {
    created("filter_one", "We bake bread on Mondays.");
    created("filter_two", "We bake cakes on Mondays.");
    assertThat(names(sandbox().get(LIST + "?name=filter_one"))).containsExactly("filter_one");
    assertThat(names(sandbox().get(LIST + "?name_or_content=Mondays")))
        .containsExactly("filter_one", "filter_two");
    assertThat(names(sandbox().get(LIST + "?name_or_content=cakes&status=approved")))
        .containsExactly("filter_two");
    assertThat(names(sandbox().get(LIST + "?name_or_content=cakes&status=rejected"))).isEmpty();
    assertThat(names(sandbox().get(LIST + "?name=filter_one&category=MARKETING"))).isEmpty();
    assertThat(names(sandbox().get(LIST + "?name=filter_one&language=en_US"))).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"status=fine", "category=x", "language=en-US", "fields=colour", "after=*"})
  void a_filter_that_nothing_can_fit_is_refused(String query) {
    Answer answer = sandbox().get(LIST + "?" + query);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.code()).isEqualTo(100);
  }

  @Test
  void pages_go_both_ways_and_keep_the_parameters() {
    created("paged_1");
    created("paged_2");
    created("paged_3");
    Answer first = sandbox().get(LIST + "?fields=name&name_or_content=paged_&limit=2");
    assertThat(names(first)).containsExactly("paged_1", "paged_2");
    assertThat(first.member("paging.previous")).isEmpty();
    String next = first.member("paging.next");
    assertThat(next).contains("fields=name").contains("name_or_content=paged_");
    Answer second = sandbox().get(pathOf(next));
    assertThat(names(second)).containsExactly("paged_3");
    assertThat(second.member("paging.next")).isEmpty();
    assertThat(names(sandbox().get(pathOf(second.member("paging.previous")))))
        .containsExactly("paged_1", "paged_2");
  }

  private static String pathOf(String link) {
    URI uri = URI.create(link);
    return uri.getRawPath() + "?" + uri.getRawQuery();
  }

  @Test
  void an_edit_replaces_the_components_and_is_possible_once_a_day() {
    String id = created("to_edit");
    String body = "{\"components\":[{\"type\":\"BODY\",\"text\":\"It has moved.\"}]}";
    assertThat(sandbox().post("/v25.0/" + id).bearer().json(body).body())
        .isEqualTo("{\"success\":true}");
    assertThat(read(id, "components").member("components.0.text")).isEqualTo("It has moved.");
    Answer again = sandbox().post("/v25.0/" + id).bearer().json(body);
    assertThat(again.code()).isEqualTo(100);
    assertThat(again.details()).contains("once in 24 hours");
    sandbox().post("/sandbox/clock").json("{\"advance\":\"PT24H\"}");
    assertThat(sandbox().post("/v25.0/" + id).bearer().json(body).status()).isEqualTo(200);
  }

  @Test
  void the_category_of_an_approved_template_stays() {
    String id = created("stays");
    String body = "{\"category\":\"MARKETING\"}";
    assertThat(sandbox().post("/v25.0/" + id).bearer().json(body).paths())
        .containsExactly("$.category");
    drive(id, "{\"status\":\"REJECTED\",\"reason\":\"INCORRECT_CATEGORY\"}");
    assertThat(sandbox().post("/v25.0/" + id).bearer().json(body).status()).isEqualTo(200);
    assertThat(read(id, "category,previous_category,status").body())
        .startsWith(
            "{\"category\":\"MARKETING\",\"previous_category\":\"UTILITY\",\"status\":\"APPROVED\"");
  }

  @Test
  void a_pending_template_and_an_empty_edit_are_refused() {
    String id = created("pending_edit");
    assertThat(sandbox().post("/v25.0/" + id).bearer().json("{}").paths())
        .containsExactly("$.components");
    drive(id, "{\"status\":\"PENDING\"}");
    assertThat(sandbox().post("/v25.0/" + id).bearer().json("{\"category\":\"UTILITY\"}").details())
        .contains("is PENDING");
  }

  @Test
  void a_name_is_deleted_in_all_languages_and_locked_for_30_days() {
    String id = created("gone_name");
    assertThat(sandbox().call("DELETE", LIST + "?name=gone_name").bearer().empty().body())
        .isEqualTo("{\"success\":true}");
    Answer gone = sandbox().get("/v25.0/" + id);
    assertThat(gone.status()).isEqualTo(400);
    assertThat(gone.body()).contains("\"error_subcode\":33");
    assertThat(create("gone_name", "{\"type\":\"BODY\",\"text\":\"Hi.\"}").body())
        .contains("\"error_subcode\":2388023");
    sandbox().post("/sandbox/clock").json("{\"advance\":\"P30D\"}");
    assertThat(created("gone_name")).isGreaterThan(id);
  }

  @Test
  void deleting_an_unknown_name_is_the_one_404() {
    Answer answer = sandbox().call("DELETE", LIST + "?name=never_there").bearer().empty();
    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.code()).isEqualTo(100);
  }

  @Test
  void one_or_several_ids_are_deleted_all_or_none() {
    String one = created("by_id_1");
    String two = created("by_id_2");
    Answer mixed =
        sandbox().call("DELETE", LIST + "?hsm_ids=%5B" + one + ",%22123%22%5D").bearer().empty();
    assertThat(mixed.code()).isEqualTo(100);
    assertThat(read(one, "status").status()).isEqualTo(200);
    Answer both =
        sandbox().call("DELETE", LIST + "?hsm_ids=%5B" + one + "%5D&name=by_id_1").bearer().empty();
    assertThat(both.details()).contains("can't come together");
    assertThat(
            sandbox()
                .call("DELETE", LIST + "?hsm_id=" + one + "&name=by_id_2")
                .bearer()
                .empty()
                .details())
        .contains("is called \"by_id_1\"");
    assertThat(
            sandbox()
                .call("DELETE", LIST + "?hsm_id=" + one + "&name=by_id_1")
                .bearer()
                .empty()
                .status())
        .isEqualTo(200);
    assertThat(
            sandbox()
                .call("DELETE", LIST)
                .bearer()
                .json("{\"hsm_ids\":[\"" + two + "\"]}")
                .status())
        .isEqualTo(200);
    assertThat(names(sandbox().get(LIST + "?name_or_content=by_id"))).isEmpty();
    drive(created("by_id_3"), "{\"status\":\"DISABLED\"}");
    assertThat(sandbox().call("DELETE", LIST + "?name=by_id_3").bearer().empty().details())
        .contains("disabled");
  }

  @Test
  void bad_quality_pauses_for_3_and_6_hours_and_disables_the_third_time() {
    String id = created("disliked");
    drive(id, "{\"quality\":\"RED\"}");
    assertThat(read(id, "status").member("status")).isEqualTo("PAUSED");
    sandbox().post("/sandbox/clock").json("{\"advance\":\"PT3H\"}");
    assertThat(read(id, "status,quality_score").body())
        .startsWith("{\"status\":\"APPROVED\",\"quality_score\":{\"score\":\"UNKNOWN\"");
    drive(id, "{\"quality\":\"RED\"}");
    sandbox().post("/sandbox/clock").json("{\"advance\":\"PT5H59M\"}");
    assertThat(read(id, "status").member("status")).isEqualTo("PAUSED");
    sandbox().post("/v25.0/" + id + "/unpause").bearer().empty();
    assertThat(read(id, "status").member("status")).isEqualTo("APPROVED");
    drive(id, "{\"quality\":\"RED\"}");
    assertThat(read(id, "status").member("status")).isEqualTo("DISABLED");
  }

  @Test
  void a_template_waits_for_a_review_by_hand() {
    sandbox().post("/sandbox/templates").json("{\"review\":\"by_hand\"}");
    String id = created("by_hand");
    sandbox().post("/sandbox/templates").json("{\"review\":\"at_once\"}");
    assertThat(read(id, "status").member("status")).isEqualTo("PENDING");
    assertThat(drive(id, "{\"status\":\"APPROVED\"}").member("status")).isEqualTo("APPROVED");
    assertThat(drive(id, "{\"category\":\"MARKETING\"}").member("category")).isEqualTo("MARKETING");
    assertThat(read(id, "correct_category,previous_category").body())
        .startsWith("{\"correct_category\":\"MARKETING\",\"previous_category\":\"UTILITY\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | $.status",
        "{\"status\":\"GOOD\"} | $.status",
        "{\"status\":\"REJECTED\",\"reason\":\"BAD\"} | $.reason",
        "{\"reason\":\"SCAM\"} | $.status",
        "{\"quality\":\"BLUE\"} | $.quality"
      })
  void the_reviewer_is_told_what_is_wrong(String body, String path) {
    assertThat(drive(HELLO, body).paths()).containsExactly(path);
    assertThat(sandbox().post("/sandbox/templates/1").json(body).status()).isEqualTo(404);
  }

  @Test
  void templates_of_360dialog_are_listed_created_and_deleted_with_the_key() {
    Answer created =
        sandbox()
            .post("/v1/configs/templates")
            .d360()
            .body(
                """
                {"name":"d_one","language":"de","category":"MARKETING","components":[
                {"type":"BODY","text":"Guten Tag."}]}
                """
                    .getBytes(StandardCharsets.UTF_8));
    assertThat(created.status()).isEqualTo(201);
    assertThat(created.member("name")).isEqualTo("d_one");
    Answer list =
        sandbox()
            .call(
                "GET",
                "/v1/configs/templates?limit=1&sort=-id&filters=%7B%22status%22%3A%22approved%22%7D")
            .d360()
            .empty();
    assertThat(list.member("waba_templates.0.name")).isEqualTo("d_one");
    assertThat(list.member("waba_templates.0.status")).isEqualTo("approved");
    assertThat(list.body()).contains("\"count\":1,\"total\":").contains("\"limit\":1,\"offset\":0");
    Answer refused = sandbox().post("/v1/configs/templates").d360().json("{\"name\":\"X\"}");
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.body()).contains("\"meta\":{\"success\":false,\"http_code\":400");
    assertThat(sandbox().call("DELETE", "/v1/configs/templates/d_one").d360().empty().status())
        .isEqualTo(200);
    assertThat(sandbox().call("DELETE", "/v1/configs/templates?name=d_one").d360().empty().status())
        .isEqualTo(404);
    assertThat(sandbox().call("GET", "/v1/configs/templates").empty().status()).isEqualTo(401);
  }

  @Test
  void the_calls_of_360dialog_without_a_business_are_those_of_graph() {
    String body =
        """
        {"name":"d_two","language":"en_US","category":"UTILITY",\
        "components":[{"type":"BODY","text":"Your table is ready."}]}\
        """;
    Answer created = sandbox().post("/message_templates").d360().json(body);
    assertThat(created.status()).isEqualTo(200);
    assertThat(created.member("status")).isEqualTo("PENDING");
    Answer listed = sandbox().call("GET", "/message_templates?name=d_two").d360().empty();
    assertThat(listed.body()).contains("\"data\":[{\"name\":\"d_two\"", "\"paging\"");
    Answer gone = sandbox().call("DELETE", "/message_templates?name=d_two").d360().empty();
    assertThat(gone.body()).isEqualTo("{\"success\":true}");
    assertThat(sandbox().call("GET", "/message_templates").empty().status()).isEqualTo(401);
  }
}
