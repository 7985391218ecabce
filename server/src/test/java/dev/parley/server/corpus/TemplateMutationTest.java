package dev.parley.server.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.protocol.json.Json;
import dev.parley.protocol.json.JsonArray;
import dev.parley.protocol.json.JsonBool;
import dev.parley.protocol.json.JsonNull;
import dev.parley.protocol.json.JsonNumber;
import dev.parley.protocol.json.JsonObject;
import dev.parley.protocol.json.JsonString;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Right calls about templates, each with one value replaced by a strange one: taken, or refused
/// with words, never broken; and what was taken can be read again by the next server.
class TemplateMutationTest {
  private static final String WABA = "/v25.0/" + Sandbox.WABA;
  private static final String LIST = WABA + "/message_templates";
  private static final String FIELDS = "name,language,category,parameter_format,components";

  private static final List<Json> STRANGE =
      List.of(
          JsonNull.NULL,
          JsonNumber.of(7),
          new JsonString(""),
          new JsonString("{{1}}"),
          new JsonString("x".repeat(3_000)),
          JsonObject.empty(),
          JsonArray.of(JsonNull.NULL, JsonObject.empty(), new JsonString("a")));

  /// Templates of the first world that another is changed into.
  private static final Set<String> EDITED = Set.of("dishes", "weekend_offer");

  private static final List<String> OTHERS =
      List.of(
          "POST upsert_message_templates {'name':'$','languages':['de','fr'],'category':'AUTHENTICATION','components':[{'type':'BODY','add_security_recommendation':true},{'type':'FOOTER','code_expiration_minutes':5},{'type':'BUTTONS','buttons':[{'type':'OTP','otp_type':'ONE_TAP','supported_apps':[{'package_name':'com.a.b','signature_hash':'K8a/AINcGX7'}]}]}]}",
          "POST message_templates {'name':'$','language':'en_US','category':'UTILITY','message_send_ttl_seconds':60,'library_template_name':'parcel_on_its_way_1','library_template_button_inputs':[{'type':'URL','url':{'base_url':'https://a.example/{{1}}','url_suffix_example':'https://a.example/7'}},{'type':'PHONE_NUMBER','phone_number':'+15550100001'}],'library_template_body_inputs':{'add_contact_number':true}}",
          "POST message_templates/archive {'hsm_ids':['1','2']}",
          "POST message_templates/unarchive {'hsm_ids':['1','2']}",
          "DELETE message_templates {'hsm_ids':['1','2']}",
          "DELETE message_templates {'name':'nobody','hsm_id':'1'}");

  private int calls;

  private static JsonObject read(String text) {
    return Sandbox.object(Sandbox.read(text.replace('\'', '"')));
  }

  /// The value with each of its parts replaced in turn.
  private static void each(Json value, Consumer<Json> then) {
    STRANGE.forEach(then);
    switch (value) {
      case JsonObject object ->
          object.forEach((name, part) ->
              each(
                  part,
                  other ->
                      then.accept(JsonObject.builder().putAll(object).put(name, other).build())));
      case JsonArray(var items) -> {
        for (int i = 0; i < items.size(); i++) {
          int place = i;
          each(
              items.get(i),
              other -> {
                var changed = new ArrayList<>(items);
                changed.set(place, other);
                then.accept(new JsonArray(changed));
              });
        }
      }
      case JsonString _, JsonNumber _, JsonBool _, JsonNull _ -> {}
    }
  }

  private Answer call(Sandbox sandbox, String method, String path, Json body) {
    String text = body.toString().replace("\"$\"", "\"m_" + calls++ + "\"");
    Answer answer = sandbox.call(method, path).bearer().json(text);
    String about = method + " " + path + " " + text + " → " + answer.body();
    assertThat(answer.status()).as(about).isIn(200, 400, 404);
    if (answer.status() != 200) {
      assertThat(answer.code()).as(about).isPositive();
      assertThat(answer.details() + answer.message()).as(about).isNotBlank();
    }
    return answer;
  }

  @Test
  void strange_values_are_refused_or_taken_for_good(@TempDir Path directory) {
    String before;
    try (Sandbox sandbox = Sandbox.start(directory)) {
      sandbox.post("/sandbox/templates").json("{\"creations_limited\":false}");
      JsonObject all = sandbox.get(LIST + "?limit=100&fields=" + FIELDS).json();
      var templates = ((JsonArray) Objects.requireNonNull(all.get("data"))).items();
      for (Json template : templates) {
        create(sandbox, Sandbox.object(template));
      }
      for (String other : OTHERS) {
        String[] parts = other.split(" ", 3);
        each(read(parts[2]), body -> call(sandbox, parts[0], WABA + "/" + parts[1], body));
      }
      before = names(sandbox);
      assertThat(before).contains("\"m_");
    }
    try (Sandbox again = Sandbox.start(directory)) {
      assertThat(names(again)).isEqualTo(before);
    }
  }

  private void create(Sandbox sandbox, JsonObject template) {
    var fresh = JsonObject.builder().putAll(template).put("name", new JsonString("$")).build();
    each(fresh, body -> call(sandbox, "POST", LIST, body));
    if (template.get("name") instanceof JsonString(var name) && EDITED.contains(name)) {
      edit(
          sandbox, JsonObject.builder().putAll(fresh).put("category", new JsonString("MARKETING")));
    }
  }

  /// Of one that is rejected, since such can be edited at any time.
  private void edit(Sandbox sandbox, JsonObject.Builder template) {
    Answer made =
        call(
            sandbox,
            "POST",
            LIST,
            read(
                "{'name':'$','language':'en_US','category':'UTILITY','components':[{'type':'BODY','text':'a'}]}"));
    String id = made.member("id");
    var edit = JsonObject.builder();
    template
        .build()
        .forEach((name, value) -> {
          if (name.equals("category") || name.equals("components")) {
            edit.put(name, value);
          }
        });
    each(
        edit.build(),
        body -> {
          sandbox.post("/sandbox/templates/" + id).json("{\"status\":\"REJECTED\"}");
          call(sandbox, "POST", "/v25.0/" + id, body);
        });
  }

  private static String names(Sandbox sandbox) {
    return sandbox.get(LIST + "?limit=1000&fields=" + FIELDS).body();
  }
}
