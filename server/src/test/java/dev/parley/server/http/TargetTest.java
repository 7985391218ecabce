package dev.parley.server.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URLEncoder;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TargetTest {
  @Test
  void each_segment_is_decoded_once_after_the_split() throws BadTarget {
    assertThat(path("/")).isEmpty();
    assertThat(path("/messages")).containsExactly("messages");
    assertThat(path("/a/")).containsExactly("a", "");
    assertThat(path("//a//b")).containsExactly("", "a", "", "b");
    assertThat(path("/wamid.HBgL%2BA%2F%3D/tap")).containsExactly("wamid.HBgL+A/=", "tap");
    assertThat(path("/a+b/%2541/caf%C3%A9")).containsExactly("a+b", "%41", "café");
    assertThat(path("/..%2fb/...")).containsExactly("../b", "...");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/a/../b",
        "/..",
        "/.",
        "/a/%2e%2E/b",
        "/%",
        "/%4",
        "/%zz",
        "/%00",
        "/%ff",
        "/%c3",
        "a",
        ""
      })
  void a_path_that_hides_something_is_refused(String path) {
    assertThatThrownBy(() -> path(path)).isInstanceOf(BadTarget.class);
  }

  @Test
  void a_path_is_at_most_so_deep() throws BadTarget {
    assertThat(path("/a".repeat(Target.SEGMENTS_MAX))).hasSize(Target.SEGMENTS_MAX);
    assertThatThrownBy(() -> path("/a".repeat(Target.SEGMENTS_MAX + 1)))
        .isInstanceOf(BadTarget.class)
        .hasMessage("the path has more than 64 segments");
  }

  @Test
  void a_query_gives_every_value_of_a_name() throws BadTarget {
    var query = Query.read("a=1&b=x%20y+z&a=2&flag&=none&&c=%3D=");
    assertThat(query.values())
        .isEqualTo(
            Map.of(
                "a", List.of("1", "2"),
                "b", List.of("x y z"),
                "flag", List.of(""),
                "", List.of("none"),
                "c", List.of("==")));
    assertThat(query.first("a")).isEqualTo("1");
    assertThat(query.all("a")).containsExactly("1", "2");
    assertThat(query.first("d")).isNull();
    assertThat(query.all("d")).isEmpty();
  }

  @Test
  void a_query_has_at_most_so_many_parameters() throws BadTarget {
    assertThat(Query.read("a&".repeat(Query.PARAMETERS_MAX)).all("a")).hasSize(200);
    assertThatThrownBy(() -> Query.read("a&".repeat(Query.PARAMETERS_MAX + 1)))
        .hasMessage("the query has more than 200 parameters");
  }

  @Property(tries = 200)
  void what_was_encoded_is_read_back(@ForAll String name, @ForAll String value) throws BadTarget {
    Assume.that(isSendable(name) && isSendable(value));
    String raw = URLEncoder.encode(name, UTF_8) + "=" + URLEncoder.encode(value, UTF_8);
    assertThat(Query.read(raw).first(name)).isEqualTo(value);
  }

  private static boolean isSendable(String text) {
    return UTF_8.newEncoder().canEncode(text) && text.indexOf('\0') < 0;
  }

  private static List<String> path(String raw) throws BadTarget {
    return Target.read(raw, null).segments();
  }
}
