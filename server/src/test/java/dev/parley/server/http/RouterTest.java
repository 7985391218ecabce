package dev.parley.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class RouterTest {
  private static final String CHAT = "/sandbox/handsets/{wa_id}/chats/{number}";

  @Test
  void names_in_the_pattern_stand_for_decoded_segments() {
    Handler names =
        r -> Response.text(200, r.pathParameter("wa_id") + "," + r.pathParameter("number"));
    try (var server = TestServer.of(new Route("GET", CHAT, names))) {
      assertThat(server.get("/sandbox/handsets/1555%2F01/chats/a%20b?x=1").body())
          .isEqualTo("1555/01,a b");
      assertThat(server.get("/sandbox/handsets//chats/1").status()).isEqualTo(404);
      assertThat(server.get("/sandbox/handsets/1/chats/1/").status()).isEqualTo(404);
    }
  }

  @Test
  void a_literal_wins_over_a_name_unless_it_lacks_the_method() {
    try (var server =
        TestServer.of(
            says("GET", "/{version}/{id}"),
            says("POST", "/v1/{id}"),
            says("POST", "/v1/messages"),
            says("GET", "/"))) {
      assertThat(post(server, "/v1/messages").body()).isEqualTo("POST /v1/messages");
      assertThat(post(server, "/v1/other").body()).isEqualTo("POST /v1/{id}");
      assertThat(server.get("/v1/messages").body()).isEqualTo("GET /{version}/{id}");
      assertThat(server.get("/").body()).isEqualTo("GET /");
    }
  }

  @Test
  void another_method_is_answered_405_with_those_allowed() {
    try (var server =
        TestServer.of(
            says("GET", "/a/{x}"),
            says("DELETE", "/a/{x}"),
            says("POST", "/a/b"),
            says("POST", "/c"))) {
      var answer = server.ask("PUT /a/b HTTP/1.1\r\nHost: x\r\n\r\n");
      assertThat(answer.status()).isEqualTo(405);
      assertThat(answer.header("Allow")).isEqualTo("DELETE, GET, HEAD, OPTIONS, POST");
      assertThat(answer.body())
          .isEqualTo(
              "405|PUT is not possible at /a/b, only DELETE, GET, HEAD, OPTIONS, POST"
                  + "|trace-1|/a/b");
      var unknown = server.ask("BREW /c HTTP/1.1\r\nHost: x\r\n\r\n");
      assertThat(unknown.status()).isEqualTo(405);
      assertThat(unknown.header("Allow")).isEqualTo("OPTIONS, POST");
      assertThat(server.ask("BREW /d HTTP/1.1\r\nHost: x\r\n\r\n").status()).isEqualTo(404);
    }
  }

  @Test
  void options_lists_the_methods() {
    try (var server = TestServer.of(says("GET", "/a"))) {
      var answer = server.ask("OPTIONS /a HTTP/1.1\r\nHost: x\r\n\r\n");
      assertThat(answer.status()).isEqualTo(204);
      assertThat(answer.header("Allow")).isEqualTo("GET, HEAD, OPTIONS");
    }
  }

  @Test
  void head_is_answered_by_get_without_its_body() {
    try (var server = TestServer.of(says("GET", "/a"));
        var connection = server.connect()) {
      var answer = connection.send("HEAD /a HTTP/1.1\r\nHost: x\r\n\r\n").answerToHead();
      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.header("Content-Length")).isEqualTo("6");
      var next = connection.send("GET /a HTTP/1.1\r\nHost: x\r\n\r\n").answer();
      assertThat(next.body()).isEqualTo("GET /a");
    }
  }

  @Test
  void the_fallback_gets_what_no_route_has() {
    var router =
        Router.of(List.of(says("GET", "/a")), r -> Response.text(200, "fallback " + r.path()));
    try (var server = TestServer.of(router)) {
      assertThat(server.get("/b/c").body()).isEqualTo("fallback [b, c]");
    }
  }

  @Test
  void beneath_a_prefix_the_same_routes_hold() {
    var router = Router.of(List.of(says("GET", "/a")));
    try (var server = TestServer.of(r -> router.handle(r.beneath(2)))) {
      assertThat(server.get("/w/first/a").body()).isEqualTo("GET /a");
    }
  }

  @Test
  void two_routes_for_the_same_are_a_mistake() {
    assertThatThrownBy(() -> Router.of(List.of(says("GET", "/a"), says("GET", "/a"))))
        .hasMessage("two routes for GET /a");
    assertThatThrownBy(() -> Router.of(List.of(says("GET", "/{x}"), says("POST", "/{y}"))))
        .hasMessageContaining("same paths under other names");
    assertThatThrownBy(() -> says("GET", "/a/{x")).hasMessage("segment \"{x\" in pattern /a/{x");
  }

  private static Route says(String method, String pattern) {
    return new Route(method, pattern, _ -> Response.text(200, method + " " + pattern));
  }

  private static RawConnection.Answer post(TestServer server, String path) {
    return server.ask("POST " + path + " HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n\r\n");
  }
}
