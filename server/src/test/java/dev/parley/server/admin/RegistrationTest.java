package dev.parley.server.admin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.server.corpus.Answer;
import dev.parley.server.corpus.Sandbox;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Connecting a number and taking it off the network. Source: reference, platform.md §5;
/// observed.md §5; verified.md §4.
class RegistrationTest {
  private static final String NUMBER = "/v25.0/" + Sandbox.NUMBER;
  private static final String REGISTER = NUMBER + "/register";
  private static final String DEREGISTER = NUMBER + "/deregister";

  private Sandbox sandbox;

  @BeforeEach
  void start(@TempDir Path directory) {
    sandbox = Sandbox.start(directory);
  }

  @AfterEach
  void stop() {
    sandbox.close();
  }

  private Answer post(String path, String body) {
    return sandbox.post(path).bearer().json(body);
  }

  private Answer register(String pin) {
    return post(REGISTER, "{\"messaging_product\":\"whatsapp\",\"pin\":\"" + pin + "\"}");
  }

  private static void assertDone(Answer answer) {
    assertThat(answer.body()).isEqualTo("{\"success\":true}");
    assertThat(answer.status()).isEqualTo(200);
  }

  @Test
  void a_deregistered_number_neither_sends_nor_reads_until_it_is_registered() {
    String wamid = sandbox.inbound(Sandbox.ADA, "hi");
    String read =
        "{\"messaging_product\":\"whatsapp\",\"status\":\"read\",\"message_id\":\"%s\"}"
            .formatted(wamid);
    assertDone(post(DEREGISTER, ""));
    for (Answer answer :
        new Answer[] {
          sandbox.send(Sandbox.text(Sandbox.ADA, "hello")),
          sandbox.send(read),
          post(NUMBER + "/messages", Sandbox.text(Sandbox.ADA, "hello"))
        }) {
      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.code()).isEqualTo(133010);
      assertThat(answer.message()).isEqualTo("(#133010) Phone number Not Registered");
    }
    assertDone(register("123456"));
    assertThat(sandbox.send(Sandbox.text(Sandbox.ADA, "hello")).status()).isEqualTo(200);
    assertThat(sandbox.send(read).status()).isEqualTo(200);
  }

  @Test
  void the_first_pin_is_kept_and_another_is_refused() {
    assertDone(register("123456"));
    Answer other = register("654321");
    assertThat(other.status()).isEqualTo(400);
    assertThat(other.code()).isEqualTo(133005);
    assertDone(post(NUMBER, "{\"pin\":\"654321\"}"));
    assertDone(register("654321"));
    assertThat(sandbox.get("/sandbox/events").body()).doesNotContain("654321");
  }

  @Test
  void ten_calls_in_72_hours_are_the_most() {
    for (int i = 0; i < 5; i++) {
      assertDone(post(DEREGISTER, ""));
      assertDone(register("123456"));
    }
    assertThat(register("123456").code()).isEqualTo(133016);
    assertThat(post(DEREGISTER, "").code()).isEqualTo(133016);
    sandbox.post("/sandbox/clock").json("{\"advance\":\"PT72H\"}");
    assertDone(register("123456"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{} | 100 $.messaging_product,100 $.pin",
        "{'messaging_product':'whatsapp','pin':'12345'} | 100 $.pin",
        "{'messaging_product':'whatsapp','pin':'12345a'} | 100 $.pin",
        "{'messaging_product':'whatsapp','pin':'1234567'} | 100 $.pin",
        "{'messaging_product':'whatsapp','pin':'123456','data_localization_region':'XX'} | 100 $.data_localization_region"
      })
  void a_body_against_the_rules_is_refused_with_its_paths(String body, String problems) {
    Answer answer = post(REGISTER, body.replace('\'', '"'));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(String.join(",", answer.problems())).isEqualTo(problems);
    assertThat(sandbox.get(NUMBER + "?fields=is_pin_enabled").body()).contains("false");
  }

  @Test
  void a_pin_may_be_a_number_and_a_region_is_taken() {
    assertDone(
        post(
            REGISTER,
            """
            {"messaging_product":"whatsapp","pin":123456,"data_localization_region":"DE"}\
            """));
    assertThat(post(NUMBER, "{\"pin\":\"1\"}").problems()).containsExactly("100 $.pin");
  }

  /// Not the messages that were accepted before, nor the pin, are lost.
  @Test
  void a_restart_changes_nothing(@TempDir Path directory) {
    sandbox.close();
    sandbox = Sandbox.start(directory);
    assertDone(register("123456"));
    assertDone(post(DEREGISTER, ""));
    sandbox.close();
    sandbox = Sandbox.start(directory);
    assertThat(sandbox.get(NUMBER + "?fields=status,is_pin_enabled").body())
        .isEqualTo(
            "{\"status\":\"DISCONNECTED\",\"is_pin_enabled\":true,\"id\":\"100000000000001\"}");
    assertThat(register("654321").code()).isEqualTo(133005);
  }
}
