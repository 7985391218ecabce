package dev.parley.server.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Deletions and archivings that are refused, over HTTP: nothing is gone then. Source: reference,
/// templates-and-media.md §5, Delete; observed.md §1; template-kinds.md §12.
class TemplateRemovalRefusalsTest extends Running {
  private static final String LIST = "/v25.0/" + Sandbox.WABA + "/message_templates";
  private static final String OTHER = "/v25.0/200000000000009/message_templates";

  private int created;

  private Answer created(String name) {
    return sandbox()
        .post(LIST)
        .bearer()
        .json(
            """
            {"name":"%s","language":"en_US","category":"UTILITY",
            "components":[{"type":"BODY","text":"Your table is ready."}]}
            """
                .formatted(name));
  }

  private String create() {
    return created("leave_" + created++).member("id");
  }

  private String nameOf(String id) {
    return sandbox().get("/v25.0/" + id).member("name");
  }

  private Answer delete(String list, String body) {
    return sandbox().call("DELETE", list).bearer().json(body.replace('\'', '"'));
  }

  private void drive(String id, String status) {
    Answer answer =
        sandbox().post("/sandbox/templates/" + id).json("{\"status\":\"" + status + "\"}");
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
  }

  /// `$1` and `$2` are two templates, `$N1` and `$N2` their names, `$101` as many ids.
  private String filled(String body, String one, String two) {
    String many =
        IntStream.range(0, 101)
            .mapToObj(i -> "'" + (1000 + i) + "'")
            .collect(Collectors.joining(","));
    return body.replace("$101", many)
        .replace("$N1", nameOf(one))
        .replace("$N2", nameOf(two))
        .replace("$1", one)
        .replace("$2", two);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "{} | 400 100 | name, hsm_id or hsm_ids must say which template to delete",
        "{'name':''} | 400 100 | name, hsm_id or hsm_ids must say which template to delete",
        "{'name':null,'hsm_id':null} | 400 100 | name, hsm_id or hsm_ids must say",
        "{'name':7} | 404 100 | name is \"7\", there is no template of that name",
        "{'name':['$N1']} | 400 100 | name, hsm_id or hsm_ids must say which template to delete",
        "{'name':'never_there'} | 404 100 | name is \"never_there\", there is no template of that name",
        "{'name':'LEAVE_0'} | 404 100 | name is \"LEAVE_0\", there is no template of that name",
        "{'hsm_id':'1'} | 400 100 33 | ~",
        "{'hsm_id':'1','name':'$N1'} | 400 100 33 | ~",
        "{'hsm_id':'$1','name':'$N2'} | 400 100 | name is \"$N2\", template $1 is called \"$N1\"",
        "{'hsm_id':['$1']} | 400 100 | name, hsm_id or hsm_ids must say which template to delete",
        "{'hsm_ids':['$1'],'name':'$N1'} | 400 100 | hsm_ids can't come together with name or hsm_id",
        "{'hsm_ids':['$1'],'hsm_id':'$2'} | 400 100 | hsm_ids can't come together with name or hsm_id",
        "{'hsm_ids':[]} | 400 100 | hsm_ids must be a list of 1 to 100 ids",
        "{'hsm_ids':'$1'} | 400 100 | hsm_ids must be a list of 1 to 100 ids",
        "{'hsm_ids':null} | 400 100 | hsm_ids must be a list of 1 to 100 ids",
        "{'hsm_ids':[$101]} | 400 100 | hsm_ids must be a list of 1 to 100 ids",
        "{'hsm_ids':['$1','$2','1']} | 400 100 | hsm_ids has \"1\", no template of this business",
        "{'hsm_ids':['$1',{}]} | 400 100 | hsm_ids has {}, no template of this business",
        "{'hsm_ids':['$1',null]} | 400 100 | hsm_ids has null, no template of this business",
      })
  void what_names_no_template_deletes_none(String body, String codes, String details) {
    String one = create();
    String two = create();
    Answer answer = delete(LIST, filled(body, one, two));
    Refusal.isIn(answer, codes, "", details.equals("~") ? "" : filled(details, one, two));
    assertThat(nameOf(one)).isNotEmpty();
    assertThat(nameOf(two)).isNotEmpty();
  }

  @Test
  void a_disabled_one_is_not_deleted_nor_what_was_named_with_it() {
    String kept = create();
    String disabled = create();
    drive(disabled, "DISABLED");
    String why = "template %s is disabled, such can't be deleted".formatted(disabled);
    Refusal.isIn(delete(LIST, "{'name':'%s'}".formatted(nameOf(disabled))), "400 100", "", why);
    Refusal.isIn(delete(LIST, "{'hsm_id':'%s'}".formatted(disabled)), "400 100", "", why);
    Refusal.isIn(
        delete(LIST, "{'hsm_ids':['%s','%s']}".formatted(kept, disabled)), "400 100", "", why);
    assertThat(nameOf(kept)).isNotEmpty();
  }

  @Test
  void nothing_is_deleted_through_another_business() {
    String kept = create();
    for (String body :
        new String[] {
          "{'name':'%s'}".formatted(nameOf(kept)),
          "{'hsm_id':'%s'}".formatted(kept),
          "{'hsm_ids':['%s']}".formatted(kept)
        }) {
      Refusal.isIn(delete(OTHER, body), "400 100 33", "", "");
    }
    assertThat(sandbox().call("DELETE", LIST + "?name=" + nameOf(kept)).empty().status())
        .isEqualTo(401);
    assertThat(nameOf(kept)).isNotEmpty();
  }

  @Test
  void one_that_is_named_twice_is_told_of_once() {
    String id = create();
    assertThat(delete(LIST, "{'hsm_ids':['%s','%s']}".formatted(id, id)).status()).isEqualTo(200);
    String events = sandbox().get("/sandbox/events?kind=template.changed").body();
    String deleted = "\"event\":\"DELETED\",\"message_template_id\":" + id;
    assertThat(events.split(deleted, -1)).as(events).hasSize(2);
  }

  @Test
  void the_name_of_an_approved_one_is_locked_and_that_of_another_is_not() {
    String approved = create();
    String name = nameOf(approved);
    delete(LIST, "{'hsm_id':'%s'}".formatted(approved));
    Refusal.isIn(created(name), "400 100 2388023", "", "it can be used again at 20");
    Refusal.isIn(
        sandbox()
            .post("/v1/configs/templates")
            .d360()
            .json(
                """
                {"name":"%s","language":"en_US","category":"UTILITY",
                "components":[{"type":"BODY","text":"Your table is ready."}]}
                """
                    .formatted(name)),
        "400 100 2388023",
        "",
        "it can be used again at 20");
    String rejected = create();
    String other = nameOf(rejected);
    drive(rejected, "REJECTED");
    delete(LIST, "{'hsm_id':'%s'}".formatted(rejected));
    assertThat(created(other).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "{}",
        "{'hsm_ids':null}",
        "{'hsm_ids':[]}",
        "{'hsm_ids':'$1'}",
        "{'hsm_ids':['$1',{}]}",
        "{'hsm_ids':['$1','']}",
        "{'hsm_ids':['$1',$101]}"
      })
  void no_list_of_ids_is_neither_archived_nor_taken_out(String body) {
    String one = create();
    for (String verb : new String[] {"archive", "unarchive"}) {
      Refusal.isIn(
          move(LIST, verb, filled(body, one, one)),
          "400 100",
          "",
          "hsm_ids must be a list of 1 to 100 ids");
      Refusal.isIn(move(OTHER, verb, "{'hsm_ids':['%s']}".formatted(one)), "400 100 33", "", "");
    }
    assertThat(sandbox().get("/v25.0/" + one).member("status")).isEqualTo("APPROVED");
  }

  private Answer move(String list, String verb, String body) {
    return sandbox().post(list + "/" + verb).bearer().json(body.replace('\'', '"'));
  }

  @ParameterizedTest
  @CsvSource({
    "PENDING",
    "IN_APPEAL",
    "PAUSED",
    "DISABLED",
    "PENDING_DELETION",
    "ARCHIVED",
    "LIMIT_EXCEEDED"
  })
  void only_approved_and_rejected_ones_are_archived(String status) {
    String one = create();
    drive(one, status);
    String ids = "{'hsm_ids':['%s']}".formatted(one);
    assertThat(move(LIST, "archive", ids).body())
        .isEqualTo(
            """
            {"archived_templates":[],"failed_templates":{"%s":\
            "Only approved or rejected templates can be archived"}}\
            """
                .formatted(one));
    if (!status.equals("ARCHIVED")) {
      assertThat(move(LIST, "unarchive", ids).body())
          .isEqualTo(
              """
              {"unarchived_templates":[],"failed_templates":{"%s":"Template is not archived"}}\
              """
                  .formatted(one));
    }
    assertThat(sandbox().get("/v25.0/" + one).member("status")).isEqualTo(status);
  }

  @Test
  void each_id_is_told_of_once() {
    String one = create();
    String ids = String.join("','", Collections.nCopies(2, one)) + "','1";
    assertThat(move(LIST, "archive", "{'hsm_ids':['%s']}".formatted(ids)).body())
        .isEqualTo(
            """
            {"archived_templates":["%s"],"failed_templates":{"1":"Template does not exist"}}\
            """
                .formatted(one));
  }
}
