package dev.parley.protocol.message;

import static dev.parley.protocol.message.Bodies.problems;
import static dev.parley.protocol.message.Bodies.request;
import static dev.parley.protocol.message.Bodies.sends;
import static dev.parley.protocol.message.Bodies.wrong;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.protocol.api.SendRequest.SendMessage;
import dev.parley.protocol.message.TemplateComponent.Button;
import dev.parley.protocol.message.TemplateComponent.Card;
import dev.parley.protocol.message.TemplateComponent.Carousel;
import dev.parley.protocol.message.TemplateComponent.Part;
import dev.parley.protocol.message.TemplateComponent.Place;
import dev.parley.protocol.message.TemplateParameter.CouponCode;
import dev.parley.protocol.message.TemplateParameter.Payload;
import dev.parley.protocol.message.TemplateParameter.Words;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateRulesTest {

  /// A template message of these components.
  private static String of(String components) {
    return sends(
        "'type':'template','template':{'name':'a','language':{'code':'de'},'components':["
            + components
            + "]}");
  }

  private static String body(String parameters) {
    return of("{'type':'body','parameters':[" + parameters + "]}");
  }

  private static String header(String parameter) {
    return of("{'type':'header','parameters':[" + parameter + "]}");
  }

  private static String button(String subType, String parameter) {
    return of(
        "{'type':'button','sub_type':'%s','index':0,'parameters':[%s]}"
            .formatted(subType, parameter));
  }

  private static List<TemplateComponent> components(String body) {
    return ((Template) ((SendMessage) request(body)).message()).components();
  }

  /// The problems, with `~` for the place of the first component.
  private static List<String> atFirst(String body) {
    return wrong(body).stream().map(each -> each.replace("$.template.components[0]", "~")).toList();
  }

  @Test
  void words_come_in_either_case_and_the_index_as_a_string_or_a_number() {
    var expected =
        List.of(
            new Part(Place.BODY, List.of(new Words(null, "Ada", false))),
            new Button(TemplateButton.COPY_CODE, 1, List.of(new CouponCode("25OFF"))));
    for (var index : new String[] {"1", "'1'"}) {
      var components =
          "{'type':'BODY','parameters':[{'type':'TEXT','text':'Ada'}]},{'type':'Button',"
              + "'sub_type':'COPY_CODE','index':%s,'parameters':[{'type':'coupon_code',"
                  .formatted(index)
              + "'coupon_code':'25OFF'}]}";
      assertThat(components(of(components))).isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'components':null",
        "'components':[]",
        "'namespace':'x'",
        "'language':{'code':'de','policy':'deterministic'}",
        "'language':{'code':'de','policy':null}"
      })
  void what_may_be_absent_may_be_absent(String member) {
    var template = "'name':'hello_world','language':{'code':'de'}," + member;
    if (member.startsWith("'language'")) {
      template = "'name':'hello_world'," + member;
    }
    assertThat(
            ((SendMessage) request(sends("'type':'template','template':{" + template + "}")))
                .message())
        .isEqualTo(new Template("hello_world", "de", List.of()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'type':'header'}",
        "{'type':'body','parameters':null}",
        "{'type':'body','parameters':[]}",
        "{'type':'footer','parameters':[{'type':'text','text':'x'}]}",
        "{'type':'call_permission_request'}",
        "{'type':'button','sub_type':'catalog','index':0}",
        "{'type':'button','sub_type':'phone_number','index':0}",
        "{'type':'button','sub_type':'voice_call'}",
        "{'type':'button','sub_type':'voice_call','index':null}"
      })
  void a_component_may_have_no_parameters(String component) {
    assertThat(components(of(component))).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource(TemplateButton.class)
  void each_kind_of_button_is_known(TemplateButton kind) {
    assertThat(components(button(kind.wire(), ""))).containsExactly(new Button(kind, 0, List.of()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'name':'x'} | 131008 .language",
        "{'language':{'code':'de'}} | 131008 .name",
        "{'name':7,'language':{'code':'de'}} | 100 .name",
        "{'name':'x','language':'de'} | 100 .language",
        "{'name':'x','language':{}} | 131008 .language.code",
        "{'name':'x','language':{'code':7}} | 100 .language.code",
        "{'name':'x','language':{'code':'de','policy':'fallback'}} | 100 .language.policy",
        "{'name':'','language':{'code':'de'}} | 131008 .name",
        "{'name':'x','language':{'code':'de'},'components':{}} | 100 .components",
        "{'name':'x','language':{'code':'de'},'components':[7]} | 100 .components[0]"
      })
  void a_wrong_template_is_refused(String template, String problem) {
    assertThat(wrong(sends("'type':'template','template':" + template)))
        .containsExactly(problem.replace(" .", " $.template."));
  }

  @Test
  void a_name_of_512_characters_passes_and_one_more_does_not() {
    var template = "'type':'template','template':{'language':{'code':'de'},'name':'";
    assertThat(request(sends(template + "x".repeat(512) + "'}"))).isNotNull();
    assertThat(wrong(sends(template + "x".repeat(513) + "'}")))
        .containsExactly("131009 $.template.name");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{} | 131008 ~.type",
        "{'type':7} | 100 ~.type",
        "{'type':'buttons'} | 100 ~.type",
        "{'type':'body','parameters':{}} | 100 ~.parameters",
        "{'type':'body','parameters':['Ada']} | 100 ~.parameters[0]",
        "{'type':'button','index':0} | 131008 ~.sub_type",
        "{'type':'button','sub_type':'reply','index':0} | 100 ~.sub_type",
        "{'type':'button','sub_type':'url'} | 131008 ~.index",
        "{'type':'button','sub_type':'url','index':''} | 131008 ~.index",
        "{'type':'button','sub_type':'url','index':10} | 131009 ~.index",
        "{'type':'button','sub_type':'url','index':-1} | 131009 ~.index",
        "{'type':'button','sub_type':'url','index':1.5} | 131009 ~.index",
        "{'type':'button','sub_type':'url','index':'10'} | 131009 ~.index",
        "{'type':'button','sub_type':'url','index':'first'} | 100 ~.index",
        "{'type':'button','sub_type':'url','index':[0]} | 100 ~.index",
        "{'type':'carousel'} | 131008 ~.cards",
        "{'type':'carousel','cards':[]} | 131009 ~.cards",
        "{'type':'carousel','cards':{}} | 100 ~.cards",
        "{'type':'carousel','cards':[7]} | 100 ~.cards[0]",
        "{'type':'carousel','cards':[{}]} | 131008 ~.cards[0].card_index",
        "{'type':'carousel','cards':[{'card_index':10}]} | 131009 ~.cards[0].card_index",
        "{'type':'carousel','cards':[{'card_index':0},{'card_index':0}]} | 131009"
            + " ~.cards[1].card_index",
        "{'type':'carousel','cards':[{'card_index':0,'components':[{'type':'footer'}]}]} | 100"
            + " ~.cards[0].components[0].type",
        "{'type':'carousel','cards':[{'card_index':0,'components':[{'type':'carousel'}]}]} | 100"
            + " ~.cards[0].components[0].type"
      })
  void a_wrong_component_is_refused(String component, String problem) {
    assertThat(atFirst(of(component))).containsExactly(problem);
  }

  @Test
  void a_part_and_the_place_of_a_button_occur_once() {
    assertThat(wrong(of("{'type':'body'},{'type':'header'},{'type':'BODY'}")))
        .containsExactly("131009 $.template.components[2].type");
    assertThat(
            wrong(
                of(
                    "{'type':'button','sub_type':'url','index':0},"
                        + "{'type':'button','sub_type':'quick_reply','index':'0'}")))
        .containsExactly("131009 $.template.components[1].index");
    var card = "{'card_index':%d,'components':[{'type':'body'}]}";
    assertThat(
            components(
                of(
                    "{'type':'carousel','cards':["
                        + card.formatted(0)
                        + ","
                        + card.formatted(1)
                        + "]}")))
        .containsExactly(
            new Carousel(
                List.of(
                    new Card(0, List.of(new Part(Place.BODY, List.of()))),
                    new Card(1, List.of(new Part(Place.BODY, List.of()))))));
  }

  @Test
  void ten_cards_pass_and_eleven_do_not() {
    var cards = new StringBuilder();
    for (int i = 0; i < 10; i++) {
      cards.append(i == 0 ? "" : ",").append("{'card_index':").append(i).append('}');
    }
    assertThat(components(of("{'type':'carousel','cards':[" + cards + "]}"))).hasSize(1);
    assertThat(atFirst(of("{'type':'carousel','cards':[" + cards + ",{'card_index':'9'}]}")))
        .containsExactly("131009 ~.cards", "131009 ~.cards[10].card_index");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{} | 131008 .type",
        "{'type':7} | 100 .type",
        "{'type':'words'} | 100 .type",
        "{'type':'image','image':{'id':'1'}} | 132012 .type",
        "{'type':'payload','payload':'x'} | 132012 .type",
        "{'type':'text'} | 131008 .text",
        "{'type':'text','text':''} | 131008 .text",
        "{'type':'text','text':null} | 131008 .text",
        "{'type':'text','text':7} | 100 .text",
        "{'type':'text','text':'x','parameter_name':7} | 100 .parameter_name",
        "{'type':'text','text':'x','payment_link_preview':7} | 100 .payment_link_preview",
        "{'type':'text','text':'a\\nb'} | 132018 .text",
        "{'type':'text','text':'a\\tb'} | 132018 .text",
        "{'type':'text','text':'a     b'} | 132018 .text",
        "{'type':'currency'} | 131008 .currency",
        "{'type':'currency','currency':'x'} | 100 .currency",
        "{'type':'currency','currency':{'code':'USD','amount_1000':1}} | 131008"
            + " .currency.fallback_value",
        "{'type':'currency','currency':{'fallback_value':'x','amount_1000':1}} | 131008"
            + " .currency.code",
        "{'type':'currency','currency':{'fallback_value':'x','code':'USD'}} | 131008"
            + " .currency.amount_1000",
        "{'type':'currency','currency':{'fallback_value':'x','code':'USD','amount_1000':1.5}} |"
            + " 131009 .currency.amount_1000",
        "{'type':'currency','currency':{'fallback_value':'x','code':'USD','amount_1000':'x'}} |"
            + " 100 .currency.amount_1000",
        "{'type':'date_time'} | 131008 .date_time",
        "{'type':'date_time','date_time':{}} | 131008 .date_time.fallback_value",
        "{'type':'date_time','date_time':{'fallback_value':7}} | 100 .date_time.fallback_value"
      })
  void a_wrong_parameter_of_a_body_is_refused(String parameter, String problem) {
    assertThat(atFirst(body(parameter)))
        .containsExactly(problem.replace(" .", " ~.parameters[0]."));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'type':'image'} | 131008 .image",
        "{'type':'image','image':{}} | 131009 .image",
        "{'type':'gif','gif':{'link':'x'}} | 131009 .gif.link",
        "{'type':'video','video':{'id':'1','link':'https://olive.example'}} | 131009 .video",
        "{'type':'document','document':{'id':'1','filename':7}} | 100 .document.filename",
        "{'type':'location','location':{'latitude':'1'}} | 131008 .location.longitude",
        "{'type':'location','location':{'latitude':'91','longitude':1}} | 131009"
            + " .location.latitude",
        "{'type':'product','product':{'catalog_id':'1'}} | 131008 .product.product_retailer_id",
        "{'type':'product','product':{'product_retailer_id':'1'}} | 131008 .product.catalog_id",
        "{'type':'coupon_code','coupon_code':'x'} | 132012 .type"
      })
  void a_wrong_parameter_of_a_header_is_refused(String parameter, String problem) {
    assertThat(atFirst(header(parameter)))
        .containsExactly(problem.replace(" .", " ~.parameters[0]."));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "quick_reply | {'type':'payload'} | 131008 .payload",
        "quick_reply | {'type':'payload','payload':''} | 131008 .payload",
        "quick_reply | {'type':'payload','payload':7} | 100 .payload",
        "quick_reply | {'type':'image','image':{'id':'1'}} | 132012 .type",
        "url | {'type':'payload','payload':'x'} | 132012 .type",
        "url | {'type':'text','text':'a\\nb'} | 132018 .text",
        "phone_number | {'type':'text','text':'x'} | 132012 .type",
        "copy_code | {'type':'coupon_code'} | 131008 .coupon_code",
        "copy_code | {'type':'coupon_code','coupon_code':'123456789012345678901'} | 131009"
            + " .coupon_code",
        "catalog | {'type':'action'} | 131008 .action",
        "catalog | {'type':'action','action':[]} | 100 .action",
        "catalog | {'type':'action','action':{'thumbnail_product_retailer_id':7}} | 100"
            + " .action.thumbnail_product_retailer_id",
        "mpm | {'type':'action','action':{'sections':[]}} | 131009 .action.sections",
        "mpm | {'type':'action','action':{'sections':[{}]}} | 131008"
            + " .action.sections[0].product_items",
        "mpm | {'type':'action','action':{'sections':[{'product_items':[{}]}]}} | 131008"
            + " .action.sections[0].product_items[0].product_retailer_id",
        "mpm | {'type':'action','action':{'sections':[{'title':'1234567890123456789012345',"
            + "'product_items':[{'product_retailer_id':'1'}]}]}} | 131009"
            + " .action.sections[0].title",
        "flow | {'type':'action','action':{'flow_token':7}} | 100 .action.flow_token",
        "flow | {'type':'action','action':{'flow_action_data':7}} | 100 .action.flow_action_data",
        "order_details | {'type':'action','action':{'order_details':'x'}} | 100"
            + " .action.order_details",
        "payment_request | {'type':'action','action':{'payment_request':7}} | 100"
            + " .action.payment_request",
        "voice_call | {'type':'ttl_minutes'} | 131008 .ttl_minutes",
        "voice_call | {'type':'ttl_minutes','ttl_minutes':0} | 131009 .ttl_minutes",
        "voice_call | {'type':'ttl_minutes','ttl_minutes':43201} | 131009 .ttl_minutes",
        "voice_call | {'type':'ttl_minutes','ttl_minutes':'soon'} | 100 .ttl_minutes",
        "voice_call | {'type':'text','text':'x'} | 132012 .type"
      })
  void a_wrong_parameter_of_a_button_is_refused(String kind, String parameter, String problem) {
    assertThat(atFirst(button(kind, parameter)))
        .containsExactly(problem.replace(" .", " ~.parameters[0]."));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "limited_time_offer | {} | 131008 .limited_time_offer.expiration_time_ms |",
        "limited_time_offer | {'expiration_time_ms':0} | 131009"
            + " .limited_time_offer.expiration_time_ms |",
        "limited_time_offer | 7 | 100 .limited_time_offer |",
        "order_status | {} | 131008 .order_status.reference_id | 131008 .order_status.order",
        "order_status | {'reference_id':'o-1','order':{}} | 131008 .order_status.order.status |",
        "order_status | {'reference_id':'o-1','order':{'status':'lost'}} | 131009"
            + " .order_status.order.status |",
        "order_status | {'reference_id':'123456789012345678901234567890123456','order':"
            + "{'status':'shipped'}} | 131009 .order_status.reference_id |",
        "tap_target_configuration | [] | 131009 .tap_target_configuration |",
        "tap_target_configuration | [{}] | 131008 .tap_target_configuration[0].url | 131008"
            + " .tap_target_configuration[0].title",
        "tap_target_configuration | [{'url':'x','title':'y'}] | 131009"
            + " .tap_target_configuration[0].url |"
      })
  void a_wrong_special_part_is_refused(String type, String value, String first, String second) {
    var component =
        "{'type':'%s','parameters':[{'type':'%s','%s':%s}]}".formatted(type, type, type, value);
    assertThat(atFirst(of(component)))
        .isEqualTo(
            java.util.stream.Stream.of(first, second)
                .filter(each -> each != null)
                .map(each -> each.replace(" .", " ~.parameters[0]."))
                .toList());
  }

  @Test
  void line_breaks_have_their_known_wording() {
    var problem = problems(body("{'type':'text','text':'a\\nb'}")).getFirst();
    assertThat(problem.told())
        .startsWith(
            "Param text cannot have new-line/tab characters or more than 4 consecutive spaces:")
        .contains("$.template.components[0].parameters[0].text is \"a\\nb\"");
    assertThat(components(body("{'type':'text','text':'a    b'}"))).hasSize(1);
  }

  @Test
  void a_variable_is_named_once_in_its_component() {
    var who = "{'type':'text','parameter_name':'who','text':'Ada'}";
    assertThat(atFirst(body(who + "," + who)))
        .containsExactly("131009 ~.parameters[1].parameter_name");
    var both =
        "{'type':'header','parameters':[%s]},{'type':'body','parameters':[%s]}".formatted(who, who);
    assertThat(components(of(both))).hasSize(2);
  }

  @Test
  void a_payload_of_256_characters_passes_on_a_quick_reply_and_of_512_on_a_call() {
    var payload = "{'type':'payload','payload':'%s'}";
    assertThat(components(button("quick_reply", payload.formatted("x".repeat(256)))))
        .containsExactly(
            new Button(TemplateButton.QUICK_REPLY, 0, List.of(new Payload("x".repeat(256)))));
    assertThat(atFirst(button("quick_reply", payload.formatted("x".repeat(257)))))
        .containsExactly("131009 ~.parameters[0].payload");
    assertThat(components(button("voice_call", payload.formatted("x".repeat(512))))).hasSize(1);
    assertThat(atFirst(button("voice_call", payload.formatted("x".repeat(513)))))
        .containsExactly("131009 ~.parameters[0].payload");
  }

  @Test
  void the_code_of_a_limited_time_offer_has_15_characters_at_most() {
    var code =
        "{'type':'button','sub_type':'copy_code','index':0,'parameters':"
            + "[{'type':'coupon_code','coupon_code':'1234567890123456'}]}";
    assertThat(components(of(code))).hasSize(1);
    assertThat(atFirst(of(code + ",{'type':'LIMITED_TIME_OFFER'}")))
        .containsExactly("131009 ~.parameters[0].coupon_code");
  }

  @Test
  void eleven_sections_and_31_products_are_too_many() {
    var item = "{'product_retailer_id':'1'}";
    var section = "{'title':'a','product_items':[" + item + "]}";
    var action = "{'type':'action','action':{'sections':[%s]}}";
    assertThat(components(button("mpm", action.formatted(repeated(section, 10))))).hasSize(1);
    assertThat(atFirst(button("mpm", action.formatted(repeated(section, 11)))))
        .containsExactly("131009 ~.parameters[0].action.sections");
    var large = "{'title':'a','product_items':[" + repeated(item, 31) + "]}";
    assertThat(atFirst(button("mpm", action.formatted(large))))
        .containsExactly("131009 ~.parameters[0].action.sections");
  }

  private static String repeated(String text, int times) {
    return String.join(",", java.util.Collections.nCopies(times, text));
  }

  @Test
  void all_problems_of_a_template_come_at_once_in_its_order() {
    var body =
        sends(
            "'type':'template','template':{'components':[{'type':'body','parameters':"
                + "[{'type':'text'},{'type':'currency'}]},{'type':'button','sub_type':'x'}],"
                + "'language':{},'name':''}");
    assertThat(wrong(body))
        .containsExactly(
            "131008 $.template.components[0].parameters[0].text",
            "131008 $.template.components[0].parameters[1].currency",
            "100 $.template.components[1].sub_type",
            "131008 $.template.language.code",
            "131008 $.template.name");
  }
}
