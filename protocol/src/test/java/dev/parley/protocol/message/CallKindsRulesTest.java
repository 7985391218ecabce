package dev.parley.protocol.message;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CallKindsRulesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "voice-call | body - | 131008 body",
        "voice-call | body.text = x*1025 | 131009 body.text",
        "voice-call | action.name = 'call' | 131009 action.name",
        "voice-call | P = [] | 100 P",
        "voice-call | P.display_text = x*21 | 131009 P.display_text",
        "voice-call | P.ttl_minutes = 0 | 131009 P.ttl_minutes",
        "voice-call | P.ttl_minutes = 43201 | 131009 P.ttl_minutes",
        "voice-call | P.ttl_minutes = 1.5 | 131009 P.ttl_minutes",
        "voice-call | P.ttl_minutes = 'soon' | 100 P.ttl_minutes",
        "voice-call | P.payload = x*513 | 131009 P.payload",
        "voice-call | P.payload = {} | 100 P.payload",
        "voice-call | P.display_text = 7; P.ttl_minutes = -1; P.payload = x*513"
            + " | 100 P.display_text; 131009 P.ttl_minutes; 131009 P.payload",
        "call-permission-request | action - | 131008 action",
        "call-permission-request | action.name = 'voice_call' | 131009 action.name",
        "call-permission-request | body.text = x*1025 | 131009 body.text",
        "call-permission-request | header = {'type':'text','text':'h'}; footer = {'text':'f'}"
            + " | 131009 header; 131009 footer",
        "request-contact-info | body - | 131008 body",
        "request-contact-info | body.text = '' | 131008 body.text",
        "request-contact-info | action.name = 'contact_request' | 131009 action.name",
        "request-contact-info | header = {'type':'text','text':'h'}; footer = {'text':'f'}"
            + " | 131009 header; 131009 footer"
      })
  void a_wrong_call_message_or_request_is_refused(String golden, String edits, String problems) {
    Edits.assertRefused(golden, edits, problems);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "voice-call | P.ttl_minutes = '100'; P.more = 1; header = {}; footer = null",
        "voice-call-plain | P = {}",
        "voice-call-plain | P = null; action.name = 'VOICE_CALL'",
        "voice-call-plain | P = {'display_text':'','ttl_minutes':null,'payload':''}",
        "call-permission-request-plain | body = {}; P = {}; footer = {'text':''}",
        "request-contact-info | header = null; P = {}"
      })
  void the_same_message_may_be_written_otherwise(String golden, String edits) {
    Edits.assertSame(golden, edits);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "P.ttl_minutes = 1; P.payload = x*512; P.display_text = x*20",
        "P.ttl_minutes = 43200; header = {'type':'image','image':{'id':'1'}}; footer = {'text':'f'}"
      })
  void a_call_message_may_go_to_its_limits(String edits) {
    Edits.message("voice-call", edits);
  }

  @ParameterizedTest
  @ValueSource(strings = {"voice-call", "call-permission-request", "request-contact-info"})
  void a_right_call_message_or_request_passes_strictly_too(String golden) {
    Edits.assertPassesStrictly(golden);
  }
}
