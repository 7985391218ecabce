package dev.parley.server.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.parley.server.boot.Config;
import dev.parley.server.media.Samples;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// `docs/openapi.yaml` names the calls that there are, and answers are as it says.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OwnOpenApiTest {
  private static final String WABA = "/v25.0/" + Sandbox.WABA;
  private static final String LIST = "/{version}/{waba_id}/message_templates";
  private static final String HELLO = "600000000000001";
  private static final String CHAT =
      "/sandbox/handsets/" + Sandbox.ADA + "/chats/" + Sandbox.NUMBER;

  /// What stands in place of a name in braces.
  private static final Map<String, String> VALUES =
      Map.ofEntries(
          Map.entry("{version}", "v25.0"),
          Map.entry("{phone_number_id}", Sandbox.NUMBER),
          Map.entry("{number}", Sandbox.NUMBER),
          Map.entry("{waba_id}", Sandbox.WABA),
          Map.entry("{app_id}", "500000000000001"),
          Map.entry("{template_id}", HELLO),
          Map.entry("{template}", HELLO),
          Map.entry("{name}", "some"),
          Map.entry("{wa_id}", Sandbox.ADA),
          Map.entry("{wamid}", "wamid.x"),
          Map.entry("{media_id}", "4503610945933402"));

  /// Objects of the Graph that answer for themselves, whatever the method.
  private static final Set<String> OWN_ANSWER =
      Set.of(
          "/{media_id}",
          "/whatsapp_business/attachments/",
          "/{version}/{app_id}/uploads",
          "/{version}/upload:{session}",
          "/{version}/{phone_number_id}/media");

  private final OwnOpenApi document = OwnOpenApi.load();
  private final HttpServer site = site();
  private @Nullable Sandbox sandbox;

  @BeforeAll
  void start(@TempDir Path directory) {
    sandbox = Sandbox.start(Config.inDirectory(directory).with(Config.Links.FETCH_ANY));
    site.createContext(
        "/",
        exchange -> {
          try (exchange) {
            exchange.getResponseHeaders().set("Content-Type", "image/jpeg");
            exchange.sendResponseHeaders(200, Samples.JPEG.length);
            exchange.getResponseBody().write(Samples.JPEG);
          }
        });
    site.start();
  }

  @AfterAll
  void stop() {
    sandbox().close();
    site.stop(0);
  }

  private Sandbox sandbox() {
    return Objects.requireNonNull(sandbox);
  }

  private static HttpServer site() {
    try {
      return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void fits(Answer answer, String method, String path) {
    assertThat(document.problems(method, path, answer)).as(answer.body()).isEmpty();
  }

  @Test
  void each_reference_leads_somewhere_and_no_description_is_cut_off() {
    assertThat(document.brokenRefs()).isEmpty();
    assertThat(document.cutOff()).isEmpty();
  }

  @TestFactory
  List<DynamicTest> each_path_is_there_with_just_these_methods() {
    return document.calls().entrySet().stream()
        .filter(call -> !OWN_ANSWER.contains(call.getKey()))
        .map(call ->
            DynamicTest.dynamicTest(
                call.getKey(),
                () ->
                    assertThat(methods(call.getKey()))
                        .isEqualTo(
                            call.getKey().equals("/{version}/{phone_number_id}")
                                ? Set.of("GET", "POST") // DELETE is of a file.
                                : call.getValue())))
        .toList();
  }

  private Set<String> methods(String path) {
    String asked = path;
    for (var value : VALUES.entrySet()) {
      asked = asked.replace(value.getKey(), value.getValue());
    }
    Answer answer = sandbox().call("OPTIONS", asked).bearer().empty();
    String allowed = answer.headers().firstValue("Allow").orElse("");
    var methods = new TreeSet<>(Arrays.asList(allowed.split(", ")));
    methods.removeAll(Set.of("OPTIONS", "HEAD"));
    return methods;
  }

  @Test
  void templates_are_answered_as_documented() {
    String all = WABA + "/message_templates";
    Answer made = create(all, "as_documented");
    fits(made, "POST", LIST);
    String id = made.member("id");
    fits(create(all, "As Refused"), "POST", LIST);
    Answer listed = sandbox().get(all + "?limit=100");
    fits(listed, "GET", LIST);
    fits(sandbox().get(all + "?status=no"), "GET", LIST);
    String node = "/{version}/{phone_number_id}";
    fits(sandbox().get("/v25.0/" + id), "GET", node);
    fits(
        sandbox()
            .post("/v25.0/" + id)
            .bearer()
            .json("{\"components\":[{\"type\":\"BODY\",\"text\":\"Your table is free.\"}]}"),
        "POST",
        node);
    String ids = "{\"hsm_ids\":[\"%s\",\"1\"]}".formatted(id);
    fits(sandbox().post(all + "/archive").bearer().json(ids), "POST", LIST + "/archive");
    fits(sandbox().post(all + "/unarchive").bearer().json(ids), "POST", LIST + "/unarchive");
    fits(sandbox().call("DELETE", all + "?name=as_documented").bearer().empty(), "DELETE", LIST);
    fits(sandbox().call("DELETE", all + "?name=nobody").bearer().empty(), "DELETE", LIST);
  }

  private Answer create(String path, String name) {
    return sandbox()
        .post(path)
        .bearer()
        .json(
            """
            {"name":"%s","language":"en_US","category":"UTILITY",\
            "components":[{"type":"BODY","text":"Your table is ready."}]}\
            """
                .formatted(name));
  }

  @Test
  void codes_and_the_library_are_answered_as_documented() {
    fits(
        sandbox()
            .post(WABA + "/upsert_message_templates")
            .bearer()
            .json(
                """
                {"name":"code","languages":["en_US","de"],"category":"AUTHENTICATION",\
                "components":[{"type":"BODY"},\
                {"type":"BUTTONS","buttons":[{"type":"OTP","otp_type":"COPY_CODE"}]}]}\
                """),
        "POST",
        "/{version}/{waba_id}/upsert_message_templates");
    fits(
        sandbox()
            .get(
                WABA
                    + "/message_template_previews?category=AUTHENTICATION&languages=en_US"
                    + "&code_expiration_minutes=5&button_types=OTP"),
        "GET",
        "/{version}/{waba_id}/message_template_previews");
    fits(
        sandbox().get(WABA + "/message_template_library?limit=1000"),
        "GET",
        "/{version}/{waba_id}/message_template_library");
    fits(
        sandbox().get("/v25.0/message_template_library?topic=no"),
        "GET",
        "/{version}/message_template_library");
  }

  @Test
  void templates_of_a_key_are_answered_as_documented() {
    String all = "/v1/configs/templates";
    fits(create(all, "of_key"), "POST", all);
    fits(sandbox().get(all + "?sort=-name&limit=1"), "GET", all);
    fits(sandbox().call("DELETE", all + "/of_key").d360().empty(), "DELETE", all + "/{name}");
    fits(sandbox().call("DELETE", all + "/of_key").d360().empty(), "DELETE", all + "/{name}");
  }

  @Test
  void the_reviewers_calls_are_answered_as_documented() {
    fits(sandbox().get("/sandbox/templates"), "GET", "/sandbox/templates");
    fits(sandbox().get("/sandbox/templates/" + HELLO), "GET", "/sandbox/templates/{template}");
    Pattern.compile("\"id\":\"(\\d+)\"")
        .matcher(sandbox().get("/sandbox/templates").body())
        .results()
        .forEach(id ->
            fits(
                sandbox().get("/sandbox/templates/" + id.group(1) + "/example"),
                "GET",
                "/sandbox/templates/{template}/example"));
  }

  @Test
  void a_profile_with_a_picture_is_answered_as_documented() {
    String handle = sandbox().pictureHandle();
    String edge = "/whatsapp_business_profile";
    String profile = "/v25.0/" + Sandbox.NUMBER + edge;
    String body =
        "{\"messaging_product\":\"whatsapp\",\"profile_picture_handle\":\"%s\"}".formatted(handle);
    fits(
        sandbox().post(profile).bearer().json(body),
        "POST",
        "/{version}/{phone_number_id}/whatsapp_business_profile");
    Answer shown = sandbox().get(profile);
    assertThat(shown.body()).contains("profile_picture_url");
    fits(shown, "GET", "/{version}/{phone_number_id}/whatsapp_business_profile");
    Answer world = sandbox().call("GET", "/sandbox").empty();
    assertThat(world.body()).contains("\"picture\":");
    fits(world, "GET", "/sandbox");
  }

  @Test
  void chats_and_events_are_answered_as_documented() {
    String id =
        sandbox()
            .post("/sandbox/media")
            .header("Content-Type", "image/jpeg")
            .body(Samples.JPEG)
            .member("id");
    fits(
        sandbox()
            .post(CHAT + "/messages")
            .json("{\"type\":\"image\",\"image\":{\"id\":\"%s\"}}".formatted(id)),
        "POST",
        "/sandbox/handsets/{wa_id}/chats/{number}/messages");
    Answer sent =
        sandbox()
            .send(
                """
                {"messaging_product":"whatsapp","to":"%s","type":"image",\
                "image":{"link":"http://127.0.0.1:%d/dish.jpg"}}\
                """
                    .formatted(Sandbox.ADA, site.getAddress().getPort()));
    var _ =
        sandbox()
            .get(
                "/sandbox/events?kind=message.delivered&wait=PT20S&wamid="
                    + URLEncoder.encode(sent.wamid(), StandardCharsets.UTF_8));
    var _ = create(WABA + "/message_templates", "told");
    Answer chat = sandbox().call("GET", CHAT).empty();
    assertThat(chat.body()).contains("\"file\":{\"url\":");
    fits(chat, "GET", "/sandbox/handsets/{wa_id}/chats/{number}");
    Answer events = sandbox().get("/sandbox/events");
    assertThat(events.body()).contains("\"price\":", "\"template.changed\"", "\"sha256\":");
    fits(events, "GET", "/sandbox/events");
  }
}
