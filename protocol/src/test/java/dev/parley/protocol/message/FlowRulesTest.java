package dev.parley.protocol.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.protocol.json.JsonString;
import dev.parley.protocol.message.FlowMessage.Payload;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FlowRulesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "flow-by-id | body - | 131008 body",
        "flow-by-id | header.text = x*61 | 131009 header.text",
        "flow-by-id | action - | 131008 action",
        "flow-by-id | action.name = 'flows' | 131009 action.name",
        "flow-by-id | P - | 131008 P",
        "flow-by-id | P = 'x' | 100 P",
        "flow-by-id | P = {} | 131009 P; 131008 P.flow_message_version; 131008 P.flow_cta",
        "flow-by-id | P.flow_message_version - | 131008 P.flow_message_version",
        "flow-by-id | P.flow_message_version = '2' | 131009 P.flow_message_version",
        "flow-by-id | P.flow_message_version = 4 | 131009 P.flow_message_version",
        "flow-by-id | P.flow_message_version = {} | 100 P.flow_message_version",
        "flow-by-id | P.flow_name = 'Table booking' | 131009 P",
        "flow-by-id | P.flow_id - | 131009 P",
        "flow-by-id | P.flow_id = '' | 131009 P",
        "flow-by-id | P.flow_id = true | 100 P.flow_id",
        "flow-by-id | P.flow_id = x*201 | 131009 P.flow_id",
        "flow-by-name | P.flow_name = 7 | 100 P.flow_name",
        "flow-by-name | P.flow_name = '  ' | 131009 P.flow_name",
        "flow-by-id | P.flow_cta - | 131008 P.flow_cta",
        "flow-by-id | P.flow_cta = x*31 | 131009 P.flow_cta",
        "flow-by-id | P.mode = 'live' | 131009 P.mode",
        "flow-by-id | P.flow_token = 7 | 100 P.flow_token",
        "flow-by-id | P.flow_action = 'open' | 131009 P.flow_action",
        "flow-by-id | P.flow_action = 'data_exchange' | 131009 P.flow_action_payload",
        "flow-by-id | P.flow_action_payload = 7 | 100 P.flow_action_payload",
        "flow-by-id | P.flow_action_payload = 'DATE' | 131009 P.flow_action_payload",
        "flow-by-id | P.flow_action_payload.screen = 7 | 100 P.flow_action_payload.screen",
        "flow-by-id | P.flow_action_payload.data = {} | 131009 P.flow_action_payload.data",
        "flow-by-id | P.flow_action_payload.data = '{}' | 131009 P.flow_action_payload.data",
        "flow-by-id | P.flow_action_payload.data = '7' | 131009 P.flow_action_payload.data",
        "flow-by-id | P.flow_action_payload.data = [] | 100 P.flow_action_payload.data",
        "flow-by-id | body.text = x*1025; footer.text = x*61; P.flow_cta = x*31"
            + " | 131009 body.text; 131009 footer.text; 131009 P.flow_cta"
      })
  void a_wrong_flow_message_is_refused(String golden, String edits, String problems) {
    Edits.assertRefused(golden, edits, problems);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "flow-by-id | type = 'FLOW'; P.mode = 'Draft'; P.flow_action = 'NAVIGATE'",
        "flow-by-id | P.flow_message_version = 3; P.flow_id = 700000000000001",
        "flow-by-id | P.flow_name = null",
        "flow-by-id | P.flow_name = ''",
        "flow-by-id | P.flow_action -; P.flow_metadata = {'a':1}",
        "flow-by-name | P.mode -; P.flow_token = ''; P.flow_action_payload = {}",
        "flow-by-name | header = null; footer = {}"
      })
  void the_same_flow_message_may_be_written_otherwise(String golden, String edits) {
    Edits.assertSame(golden, edits);
  }

  @Test
  void payload_and_data_may_be_objects_in_strings() {
    var golden = (FlowMessage) Edits.message("flow-by-id", "");
    assertThat(Edits.message("flow-by-id", "P.flow_cta = x*30; P.flow_token -"))
        .isInstanceOfSatisfying(FlowMessage.class, flow -> assertThat(flow.token()).isNull());
    var payload = golden.payload();
    assertThat(payload).isNotNull();
    var data = new JsonString("{\"guests\":2,\"name\":\"Ada\"}");
    Edits.assertSame("flow-by-id", "P.flow_action_payload.data = " + data);
    var whole = new JsonString("{\"screen\":\"DATE\",\"data\":{\"guests\":2,\"name\":\"Ada\"}}");
    Edits.assertSame("flow-by-id", "P.flow_action_payload = " + whole);
  }

  @Test
  void words_of_documentation_in_place_of_data_fill_nothing_in() {
    assertThat(Edits.message("flow-by-id", "P.flow_action_payload.data = 'INITIAL DATA'"))
        .isInstanceOfSatisfying(
            FlowMessage.class,
            flow -> assertThat(flow.payload()).isEqualTo(new Payload("DATE", null)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"flow-by-id", "flow-by-name"})
  void a_right_flow_message_passes_strictly_too(String golden) {
    Edits.assertPassesStrictly(golden);
  }
}
