package dev.parley.server.boot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.protocol.json.JsonObject;
import dev.parley.protocol.json.JsonReader;
import org.junit.jupiter.api.Test;

class RenderedTextTest {
  private static JsonObject object(String json) {
    return (JsonObject) JsonReader.read(json.replace('\'', '"')).orThrow();
  }

  @Test
  void a_message_reads_from_top_to_bottom() {
    assertThat(
            RenderedText.of(
                object(
                    """
                    {'header':'Order 42','limited_time_offer':{'text':'Soon over'},
                     'body':'Hi Ada,\\nit is done.','footer':'Olive','buttons':[
                       {'type':'QUICK_REPLY','text':'Yes','id':'y','payload':'y'},
                       {'type':'URL','text':'Menu','url':'https://olive.example/'},
                       {'type':'COPY_CODE','text':'Copy code','code':'A9'}]}
                    """)))
        .isEqualTo(
            """
            # Order 42
            (Soon over)
            Hi Ada,
            it is done.
            ~ Olive
            [Yes] QUICK_REPLY y
            [Menu] URL https://olive.example/
            [Copy code] COPY_CODE A9
            """);
  }

  @Test
  void an_order_and_a_question_are_told_in_words() {
    assertThat(
            RenderedText.of(
                object(
                    """
                    {'body':'News','order_status':
                      {'reference_id':'o-7','order':{'status':'shipped'}}}
                    """)))
        .isEqualTo("(o-7: shipped)\nNews\n");
    assertThat(RenderedText.of(object("{'body':'Well?','call_permission_request':true}")))
        .isEqualTo("Well?\n(asks for permission to call)\n");
  }

  @Test
  void cards_follow_the_message() {
    assertThat(
            RenderedText.of(
                object(
                    """
                    {'body':'Teas','cards':[
                      {'header':{'type':'image','image':{'id':'7'}},'body':'Oolong','buttons':[]},
                      {'body':'Assam','buttons':[{'type':'SPM','text':'View'}]}]}
                    """)))
        .isEqualTo(
            """
            Teas
            --- card 1
              # [image {"id":"7"}]
              Oolong
            --- card 2
              Assam
              [View] SPM
            """);
  }
}
