package dev.parley.protocol.message;

import static dev.parley.protocol.message.Bodies.body;
import static dev.parley.protocol.message.Bodies.problems;
import static dev.parley.protocol.message.Bodies.request;
import static dev.parley.protocol.message.Bodies.sends;
import static dev.parley.protocol.message.Bodies.wrong;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.protocol.api.Recipient;
import dev.parley.protocol.api.SendRequest.MarkRead;
import dev.parley.protocol.api.SendRequest.SendMessage;
import dev.parley.protocol.api.UserId;
import dev.parley.protocol.api.WaId;
import dev.parley.protocol.api.Wamid;
import dev.parley.protocol.json.JsonReader;
import dev.parley.protocol.json.Reading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EnvelopeTest {

  private static final String TEXT = "'type':'text','text':{'body':'hi'}";
  private static final String ID = "'wamid.SGVsbG8='";

  @Test
  void a_whole_envelope_is_read() {
    var body =
        body(
            "'messaging_product':'whatsapp','recipient_type':'INDIVIDUAL','to':'+1 (555) 010-0101',"
                + "'context':{'message_id':"
                + ID
                + "},'biz_opaque_callback_data':'order 7',"
                + TEXT);
    assertThat(request(body))
        .isEqualTo(
            new SendMessage(
                new Recipient.Phone(new WaId("15550100101")),
                "+1 (555) 010-0101",
                new Text("hi", false),
                new Wamid("wamid.SGVsbG8="),
                "order 7",
                null));
  }

  @Test
  void harmless_extra_and_empty_members_are_ignored() {
    var plain = request(sends(TEXT));
    for (var extra :
        new String[] {
          "'context':{}",
          "'context':null",
          "'context':{'message_id':''}",
          "'recipient_type':null",
          "'biz_opaque_callback_data':''",
          "'preview_url':false",
          "'anything':{'x':1}",
          "'recipient':''",
          "'status':null",
          "'recipient':'US.123'"
        }) {
      assertThat(request(sends(TEXT + "," + extra))).as(extra).isEqualTo(plain);
    }
  }

  @Test
  void without_a_type_a_text_is_meant() {
    assertThat(request(sends("'text':{'body':'hi'}"))).isEqualTo(request(sends(TEXT)));
    assertThat(wrong(sends("'image':{'id':'1'}"))).containsExactly("131008 $.type");
  }

  @Test
  void an_empty_body_lacks_everything_at_once() {
    assertThat(wrong("{}"))
        .containsExactly("100 $.messaging_product", "131008 $.to", "131008 $.type");
    assertThat(problems("{}").getFirst().message())
        .isEqualTo("(#100) The parameter messaging_product is required.");
    assertThat(problems("{}").get(1).details()).isEqualTo("The parameter to is required.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "\"hi\"", "7", "null", "true"})
  void a_body_that_is_no_object_is_refused(String body) {
    assertThat(wrong(body)).containsExactly("100 $");
  }

  @Test
  void a_user_id_is_a_recipient_and_a_phone_number_wins() {
    var toUser = body("'messaging_product':'whatsapp','recipient':'US.13491'," + TEXT);
    assertThat(request(toUser))
        .isEqualTo(
            new SendMessage(
                new Recipient.User(new UserId("US.13491")),
                "US.13491",
                new Text("hi", false),
                null,
                null,
                null));
    assertThat(wrong(body("'messaging_product':'whatsapp','recipient':'us-1'," + TEXT)))
        .containsExactly("131009 $.recipient");
    assertThat(wrong(body("'messaging_product':'whatsapp','to':'US.1'," + TEXT)))
        .containsExactly("131009 $.to");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'to':'' | 131008 $.to",
        "'to':null | 131008 $.to",
        "'to':'  ' | 131009 $.to",
        "'to':'abc' | 131009 $.to",
        "'to':'00' | 131009 $.to",
        "'to':'1234567890123456' | 131009 $.to",
        "'to':15550100101 | 100 $.to",
        "'to':{} | 100 $.to"
      })
  void a_recipient_that_can_be_no_number_is_refused(String to, String problem) {
    assertThat(wrong(body("'messaging_product':'whatsapp'," + to + "," + TEXT)))
        .containsExactly(problem);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'type':7 | 100 $.type",
        "'type':'telex' | 100 $.type",
        "'type':'image' | 131008 $.image",
        "'type':'STICKER' | 131008 $.sticker",
        "'type':'pin' | 131051 $.type",
        "'type':'text' | 131008 $.text",
        "'type':'text','text':null | 131008 $.text",
        "'type':'text','text':'hi' | 100 $.text",
        "'type':'interactive','interactive':{} | 131008 $.interactive.type",
        "'type':'interactive','interactive':{'type':'menu'} | 100 $.interactive.type"
      })
  void a_type_is_known_or_comes_later_or_is_nothing(String members, String problem) {
    assertThat(wrong(sends(members))).containsExactly(problem);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'type':'text','text':{'body':'hi'} | 131051 $.recipient_type",
        "'type':'image','image':{'id':'1'} | 131051 $.recipient_type",
        "'type':'template','template':{'name':'a','language':{'code':'de'}} | 131051"
            + " $.recipient_type",
        "'type':'location','location':{'latitude':1,'longitude':2} | 130501 $.type",
        "'type':'Reaction','reaction':{'message_id':'wamid.QQ==','emoji':''} | 130501 $.type"
      })
  void a_group_is_refused_for_being_one_or_for_what_no_group_takes(String members, String problem) {
    var body =
        body("'messaging_product':'whatsapp','recipient_type':'group','to':'abc='," + members);
    assertThat(wrong(body)).containsExactly(problem);
  }

  @Test
  void a_group_and_a_pin_say_what_is_not_supported_yet() {
    var body = body("'messaging_product':'whatsapp','recipient_type':'group','to':'abc='," + TEXT);
    assertThat(problems(body).getFirst().told()).contains("does not support groups yet");
    var pin =
        "'recipient_type':'group','type':'pin','pin':{'type':'pin','message_id':'wamid.QQ=='}";
    assertThat(wrong(sends(pin))).containsExactly("131051 $.type");
    assertThat(wrong(body("'messaging_product':'whatsapp','recipient_type':'group'," + TEXT)))
        .containsExactly("131008 $.to", "131051 $.recipient_type");
  }

  @Test
  void a_phone_number_is_no_group_and_gets_the_message_but_for_strict_numbers() {
    var body = sends("'recipient_type':'group'," + TEXT);
    assertThat(((SendMessage) request(body)).to()).isInstanceOf(Recipient.Phone.class);
    assertThat(wrong(sends("'recipient_type':'group','type':'reaction','reaction':{}")))
        .contains("130501 $.type");
    assertThat(JsonReader.read(body).then(json -> SendRequestReader.read(json, Strictness.STRICT)))
        .isInstanceOf(Reading.Wrong.class);
  }

  @Test
  void the_hash_of_an_identity_is_read() {
    var request =
        (SendMessage) request(sends("'recipient_identity_key_hash':'DF2lS5v2=' ," + TEXT));
    assertThat(request.identityKeyHash()).isEqualTo("DF2lS5v2=");
    assertThat(wrong(sends("'recipient_identity_key_hash':7," + TEXT)))
        .containsExactly("100 $.recipient_identity_key_hash");
    assertThat(wrong(sends("'recipient_identity_key_hash':'" + "x".repeat(513) + "'," + TEXT)))
        .containsExactly("131009 $.recipient_identity_key_hash");
  }

  @ParameterizedTest
  @ValueSource(strings = {"US.13491208655302741918", "US.ENT.506847293015824", "DE.aB9"})
  void an_id_of_a_user_or_of_its_parent_is_a_recipient(String id) {
    var body = body("'messaging_product':'whatsapp','recipient':'" + id + "'," + TEXT);
    assertThat(((SendMessage) request(body)).to()).isEqualTo(new Recipient.User(new UserId(id)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'recipient':'us.1' | 131009 $.recipient",
        "'recipient':'US.' | 131009 $.recipient",
        "'recipient':'US.ENT.' | 131009 $.recipient",
        "'recipient':'+15550100101' | 131009 $.recipient",
        "'recipient':7 | 100 $.recipient",
        "'recipient':'US.1 2' | 131009 $.recipient"
      })
  void a_malformed_id_is_refused(String recipient, String problem) {
    assertThat(wrong(body("'messaging_product':'whatsapp'," + recipient + "," + TEXT)))
        .containsExactly(problem);
  }

  @Test
  void callback_data_of_512_characters_passes_and_one_more_does_not() {
    var data = "'biz_opaque_callback_data':'" + "🍕".repeat(512);
    assertThat(request(sends(data + "'," + TEXT))).isNotNull();
    assertThat(wrong(sends(data + "x'," + TEXT))).containsExactly("100 $.biz_opaque_callback_data");
    assertThat(wrong(sends("'biz_opaque_callback_data':5," + TEXT)))
        .containsExactly("100 $.biz_opaque_callback_data");
  }

  @Test
  void problems_of_all_levels_come_in_the_order_of_the_body() {
    assertThat(
            wrong(
                "{\"type\":\"text\",\"text\":{\"preview_url\":1,\"body\":\"\"},"
                    + "\"context\":{\"message_id\":\"x\"},\"to\":\"x\",\"messaging_product\":\"sms\"}"))
        .containsExactly(
            "100 $.text.preview_url",
            "131008 $.text.body",
            "131009 $.context.message_id",
            "131009 $.to",
            "100 $.messaging_product");
  }

  @Test
  void a_read_receipt_may_show_typing() {
    var read = "'messaging_product':'whatsapp','status':'read','message_id':" + ID;
    var message = new Wamid("wamid.SGVsbG8=");
    assertThat(request(body(read))).isEqualTo(new MarkRead(message, false));
    assertThat(request(body(read + ",'typing_indicator':null")))
        .isEqualTo(new MarkRead(message, false));
    assertThat(request(body(read + ",'typing_indicator':{'type':'TEXT'}")))
        .isEqualTo(new MarkRead(message, true));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'status':'read' | 131008 $.message_id",
        "'message_id':'wamid.QQ==' | 131008 $.status",
        "'status':'READ','message_id':'x' | 131009 $.message_id",
        "'status':'delivered','message_id':'wamid.QQ==' | 100 $.status",
        "'status':'read','message_id':7 | 100 $.message_id",
        "'status':'read','message_id':'wamid.QQ==','typing_indicator':{} | 131008"
            + " $.typing_indicator.type",
        "'status':'read','message_id':'wamid.QQ==','typing_indicator':7 | 100 $.typing_indicator"
      })
  void a_wrong_read_receipt_is_refused(String members, String problem) {
    assertThat(wrong(body("'messaging_product':'whatsapp'," + members))).containsExactly(problem);
  }
}
