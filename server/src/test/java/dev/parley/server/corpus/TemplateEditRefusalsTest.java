package dev.parley.server.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Edits that are refused, over HTTP; the template stays as it is. Source: reference,
/// templates-and-media.md §5, Edit; template-kinds.md §8, §9.
class TemplateEditRefusalsTest extends Running {
  private static final String LIST = "/v25.0/" + Sandbox.WABA + "/message_templates";
  private static final String BODY = "{'components':[{'type':'BODY','text':'It has moved.'}]}";

  private int created;

  private String create() {
    return sandbox()
        .post(LIST)
        .bearer()
        .json(
            """
            {"name":"edit_%d","language":"en_US","category":"UTILITY",
            "components":[{"type":"BODY","text":"Your table is ready."}]}
            """
                .formatted(created++))
        .member("id");
  }

  private Answer edit(String id, String body) {
    return sandbox().post("/v25.0/" + id).bearer().json(body.replace('\'', '"'));
  }

  private void drive(String id, String order) {
    Answer answer = sandbox().post("/sandbox/templates/" + id).json(order.replace('\'', '"'));
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
  }

  private void pass(String time) {
    assertThat(sandbox().post("/sandbox/clock").json("{\"advance\":\"" + time + "\"}").status())
        .isEqualTo(200);
  }

  private String read(String id) {
    return sandbox().get("/v25.0/" + id).body();
  }

  private void done(Answer answer) {
    assertThat(answer.body()).isEqualTo("{\"success\":true}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        // What can be changed.
        "{} | 400 100 | $.components | is missing; category, components and message_send_ttl_seconds can be changed",
        "{'colour':'red'} | 400 100 | $.components | is missing; category, components and message_send_ttl_seconds can be changed",
        "{'name':'other'} | 400 100 | $.components | is missing; category, components and message_send_ttl_seconds can be changed",
        "{'components':null} | 400 100 | $.components | is missing; category, components",
        "{'category':null} | 400 100 | $.components | is missing; category, components",
        "{'name':'other','components':[{'type':'BODY','text':'a'}]} | 400 100 | $.name | is \"other\", that of a template stays \"edit_",
        "{'language':'de','components':[{'type':'BODY','text':'a'}]} | 400 100 | $.language | is \"de\", that of a template stays \"en_US\"; category, components and message_send_ttl_seconds can be changed",
        "{'parameter_format':'named','category':'UTILITY'} | 400 100 | $.parameter_format | is \"named\", that of a template stays \"positional\"; category, components and message_send_ttl_seconds can be changed",
        "[] | 400 100 | ~ | The body is an array, not an object",
        "{ | 400 100 | ~ | The body ends before its JSON is complete",
        // Into what.
        "{'category':'MARKETING'} | 400 100 | $.category | is MARKETING, that of an approved template stays UTILITY",
        "{'category':'GAMES'} | 400 100 | $.category | is \"GAMES\", must be \"authentication\", \"marketing\" or \"utility\"",
        "{'components':[]} | 400 100 | $.components | is empty, at least one item is required",
        "{'components':{}} | 400 100 | $.components | is an object, must be an array",
        "{'components':[7]} | 400 100 | $.components[0] | is the number 7, must be an object",
        "{'components':[{'type':'FOOTER','text':'a'}]} | 400 100 2388072 | $.components | has no BODY, every template has one",
        "{'components':[{'type':'BODY','text':'a*1025'}]} | 400 100 2388040 | $.components[0].text | has 1025 characters, at most 1024 are allowed",
        "{'components':[{'type':'BODY','text':'Hello {{1}}, how are you all today?'}]} | 400 100 | $.components[0].example | is missing",
        "{'components':[{'type':'BODY','text':'a'},{'type':'HEADER','format':'IMAGE','example':{'header_handle':['4::gone']}}]} | 400 100 | $.components[1].example.header_handle | is \"4::gone\"",
        "{'components':[{'type':'BODY','text':'a'},{'type':'LIMITED_TIME_OFFER','limited_time_offer':{'text':'a'}}]} | 400 100 | $.components | of a limited-time offer have a URL button, first or behind the COPY_CODE button",
        "{'message_send_ttl_seconds':29} | 400 100 | $.message_send_ttl_seconds | is 29, must be from 30 to 43200 or -1 for utility templates",
        "{'message_send_ttl_seconds':'soon'} | 400 100 | $.message_send_ttl_seconds | is the string \"soon\", must be a whole number",
      })
  void what_can_not_be_changed_is_refused(String body, String codes, String place, String details) {
    String id = create();
    String before = read(id);
    Refusal.isIn(
        edit(id, Shorthand.components(body)), codes, place.equals("~") ? "" : place, details);
    assertThat(read(id)).isEqualTo(before);
    done(edit(id, BODY));
  }

  @Test
  void what_stays_may_be_said() {
    String id = create();
    String name = sandbox().get("/v25.0/" + id).member("name");
    done(
        edit(
            id,
            """
            {'name':'%s','language':'en_US','parameter_format':'POSITIONAL','category':'utility',
            'components':[{'type':'BODY','text':'It has moved.'}]}
            """
                .formatted(name)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "{'type':'BODY','text':'a'},{'type':'BUTTONS','buttons':[{'type':'COPY_CODE','example':'A'}]} | 43200 | {'category':'UTILITY'}",
        "{'type':'BODY','text':'a'} | 43200 | {'category':'AUTHENTICATION'}",
        "{'type':'BODY','text':'a'} | 43201 | {'category':'UTILITY'}",
        "{'type':'BODY','text':'a'} | 43201 | {'category':'UTILITY','components':[{'type':'BODY','text':'b'}]}",
      })
  void a_rejected_one_does_not_get_a_category_whose_rules_it_breaks(
      String components, int seconds, String body) {
    String id =
        sandbox()
            .post(LIST)
            .bearer()
            .json(
                """
                {'name':'edit_%d','language':'en_US','category':'MARKETING',
                'message_send_ttl_seconds':%d,'components':[%s]}
                """
                    .formatted(created++, seconds, components)
                    .replace('\'', '"'))
            .member("id");
    drive(id, "{'status':'REJECTED','reason':'INCORRECT_CATEGORY'}");
    Refusal.isIn(
        edit(id, body),
        "400 100",
        "$.category",
        "the components or the time to live break rules of that category");
    assertThat(read(id)).contains("MARKETING", "REJECTED");
  }

  @ParameterizedTest
  @CsvSource({
    "PENDING",
    "IN_APPEAL",
    "PENDING_DELETION",
    "ARCHIVED",
    "LIMIT_EXCEEDED",
    "FLAGGED",
    "LOCKED"
  })
  void one_in_another_state_is_not_edited(String status) {
    String id = create();
    drive(id, "{'status':'%s'}".formatted(status));
    Refusal.isIn(
        edit(id, BODY),
        "400 100",
        "",
        "template %s is %s; approved, rejected, paused and disabled ones can be edited"
            .formatted(id, status));
    assertThat(read(id)).contains("Your table is ready.");
  }

  @Test
  void one_that_is_not_there_is_not_edited() {
    String gone = create();
    String name = sandbox().get("/v25.0/" + gone).member("name");
    done(sandbox().call("DELETE", LIST + "?name=" + name).bearer().empty());
    for (String id : new String[] {gone, "600000000099999", "1"}) {
      Answer answer = edit(id, BODY);
      Refusal.isIn(answer, "400 100 33", "", "");
      assertThat(answer.message()).contains("'" + id + "'");
    }
    assertThat(sandbox().post("/v25.0/" + create()).json("{}").status()).isEqualTo(401);
  }

  @Test
  void an_approved_one_is_edited_once_in_24_hours_and_ten_times_in_30_days() {
    String id = create();
    String again = "while it is approved that is possible once in 24 hours";
    for (int i = 0; i < 10; i++) {
      done(edit(id, BODY));
      Refusal.isIn(edit(id, BODY), "400 100", "", i < 9 ? again : "was edited 10 times");
      pass("PT23H59M");
      Refusal.isIn(edit(id, BODY), "400 100", "", i < 9 ? again : "was edited 10 times");
      pass("PT1M");
    }
    Refusal.isIn(
        edit(id, BODY),
        "400 100",
        "",
        "template %s was edited 10 times within 30 days, which is the most while it is approved"
            .formatted(id));
    pass("P19DT23H59M");
    assertThat(edit(id, BODY).status()).isEqualTo(400);
    pass("PT1M");
    done(edit(id, BODY));
  }

  @Test
  void a_rejected_or_paused_one_is_edited_as_often_as_one_likes() {
    String id = create();
    for (String status : new String[] {"REJECTED", "PAUSED", "DISABLED", "REJECTED"}) {
      drive(id, "{'status':'%s'}".formatted(status));
      done(edit(id, BODY));
    }
    assertThat(sandbox().get("/v25.0/" + id).member("status")).isEqualTo("APPROVED");
  }
}
