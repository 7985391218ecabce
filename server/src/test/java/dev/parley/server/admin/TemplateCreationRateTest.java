package dev.parley.server.admin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.server.corpus.Answer;
import dev.parley.server.corpus.Sandbox;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A hundred templates in an hour. Source: reference, templates-and-media.md §1.
class TemplateCreationRateTest {
  // As the reference has it, and not as the code does.
  private static final int CREATIONS = 100;

  private static final String LIST = "/v25.0/" + Sandbox.WABA + "/message_templates";

  private static Answer create(Sandbox sandbox, String name) {
    return sandbox
        .post(LIST)
        .bearer()
        .json(
            """
            {"name":"%s","language":"en_US","category":"UTILITY",\
            "components":[{"type":"BODY","text":"Your table is ready."}]}\
            """
                .formatted(name));
  }

  private static Answer set(Sandbox sandbox, String body) {
    return sandbox.post("/sandbox/templates").json(body);
  }

  @Test
  void one_more_than_a_hundred_in_an_hour_waits_unless_that_is_switched_off(
      @TempDir Path directory) {
    try (Sandbox sandbox = Sandbox.start(directory)) {
      for (int i = 0; i < CREATIONS; i++) {
        assertThat(create(sandbox, "rate_" + i).status()).isEqualTo(200);
      }
      assertThat(sandbox.call("DELETE", LIST + "?name=rate_0").bearer().empty().status())
          .isEqualTo(200);
      Answer refused = create(sandbox, "too_fast");
      assertThat(refused.status()).isEqualTo(400);
      assertThat(refused.code()).isEqualTo(80007);
      assertThat(refused.details()).contains("at most 100 templates");
      assertThat(
              sandbox
                  .post("/v25.0/" + Sandbox.WABA + "/upsert_message_templates")
                  .bearer()
                  .json(
                      """
                      {"name":"too_fast","languages":["de"],"category":"AUTHENTICATION",\
                      "components":[{"type":"BODY"},\
                      {"type":"BUTTONS","buttons":[{"type":"OTP","otp_type":"COPY_CODE"}]}]}\
                      """)
                  .code())
          .isEqualTo(80007);
    }
    try (Sandbox again = Sandbox.start(directory)) {
      assertThat(create(again, "too_fast").code()).isEqualTo(80007);
      assertThat(set(again, "{\"creations_limited\":false}").body())
          .contains("\"creations_limited\":false");
      assertThat(create(again, "switched_off").status()).isEqualTo(200);
    }
    try (Sandbox third = Sandbox.start(directory)) {
      assertThat(create(third, "still_off").status()).isEqualTo(200);
      assertThat(set(third, "{\"creations_limited\":true}").status()).isEqualTo(200);
      assertThat(create(third, "too_fast").code()).isEqualTo(80007);
      third.post("/sandbox/clock").json("{\"advance\":\"PT1H\"}");
      assertThat(create(third, "an_hour_later").status()).isEqualTo(200);
      assertThat(set(third, "{}").paths()).containsExactly("$.review");
      assertThat(set(third, "{\"creations_limited\":\"no\"}").paths())
          .containsExactly("$.creations_limited");
    }
  }
}
