package dev.parley.server.media;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.server.corpus.Answer;
import dev.parley.server.corpus.Running;
import dev.parley.server.corpus.Sandbox;
import java.net.URI;
import org.junit.jupiter.api.Test;

/// The picture of a profile: set by a handle, shown by an address that needs no key.
class ProfilePictureTest extends Running {
  private static final String PROFILE = "/v25.0/" + Sandbox.NUMBER + "/whatsapp_business_profile";

  @Test
  void a_picture_is_set_by_handle_shown_without_a_key_and_cleared() {
    byte[] picture = Samples.ofSize(Samples.PNG, 2_000);
    assertThat(set(handle(picture, "image/png")).status()).isEqualTo(200);
    String url =
        sandbox()
            .get(PROFILE)
            .json()
            .toString()
            .replaceAll(".*\"profile_picture_url\":\"([^\"]*)\".*", "$1");
    URI address = URI.create(url);
    String path = address.getRawPath() + "?" + address.getRawQuery();
    assertThat(sandbox().call("GET", path).empty().status()).isEqualTo(200);
    assertThat(sandbox().call("GET", path.replace("hash=", "hash=x")).empty().status())
        .isEqualTo(404);
    assertThat(sandbox().call("GET", "/sandbox").empty().body())
        .contains("\"picture\":\"sandbox/media/");
    assertThat(set("").status()).isEqualTo(200);
    assertThat(sandbox().get(PROFILE).body()).doesNotContain("profile_picture_url");
    assertThat(sandbox().call("GET", path).empty().status()).isEqualTo(404);
  }

  @Test
  void what_is_no_picture_is_refused_by_its_bytes() {
    Answer answer = set(handle(Samples.ofSize(Samples.PDF, 500), "image/png"));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.details()).contains("$.profile_picture_handle", "are no picture");
  }

  private Answer set(String handle) {
    return sandbox()
        .post(PROFILE)
        .bearer()
        .json(
            "{\"messaging_product\":\"whatsapp\",\"profile_picture_handle\":\"%s\"}"
                .formatted(handle));
  }

  private String handle(byte[] bytes, String type) {
    String session =
        sandbox()
            .post(
                "/v25.0/500000000000001/uploads?file_length=%d&file_type=%s"
                    .formatted(bytes.length, type))
            .bearer()
            .empty()
            .member("id");
    return sandbox()
        .post("/v25.0/" + session)
        .bearer()
        .header("file_offset", "0")
        .body(bytes)
        .member("h");
  }
}
