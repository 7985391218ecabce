package dev.parley.protocol.template;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.protocol.json.Json;
import dev.parley.protocol.json.JsonObject;
import dev.parley.protocol.json.JsonReader;
import dev.parley.protocol.json.Problem;
import dev.parley.protocol.json.Reading;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What a template may be. Source: reference, platform.md §2; templates-and-media.md §1, §2;
/// template-kinds.md.
class TemplateDefinitionTest {
  private static final String BODY = "{'type':'BODY','text':'Your table is ready.'}";
  private static final String IMAGE =
      "{'type':'HEADER','format':'IMAGE','example':{'header_handle':['4::a']}}";
  private static final String SKU_CARD =
      "{'components':[{'type':'header','format':'product'},{'type':'buttons','buttons':"
          + "[{'type':'spm','text':'View'}]}]}";

  private static JsonObject json(String text) {
    return (JsonObject)
        JsonReader.read(text.replace('\'', '"').getBytes(StandardCharsets.UTF_8)).orThrow();
  }

  private static JsonObject template(String category, String components) {
    return json(
        "{'name':'a_table','language':'en_US','category':'%s','components':[%s]}"
            .formatted(category, components));
  }

  private static String buttons(String buttons) {
    return BODY + ",{'type':'BUTTONS','buttons':[" + buttons + "]}";
  }

  private static String quick(int count) {
    return String.join(",", Collections.nCopies(count, "{'type':'QUICK_REPLY','text':'a'}"));
  }

  private static List<Problem> problems(JsonObject template) {
    return switch (TemplateDefinitionReader.read(template)) {
      case Reading.Ok<TemplateDefinition> ok -> List.of();
      case Reading.Wrong<TemplateDefinition>(var problems) -> problems;
    };
  }

  private static List<String> told(JsonObject template) {
    return problems(template).stream().map(each -> each.code() + " " + each.path()).toList();
  }

  private static void isRefused(JsonObject template, String expected) {
    assertThat(told(template)).as("%s", problems(template)).containsExactly(expected);
  }

  private static void isTaken(JsonObject template) {
    assertThat(problems(template)).isEmpty();
  }

  /// Read, written and read again it is the same.
  private static TemplateDefinition read(JsonObject template) {
    TemplateDefinition definition = TemplateDefinitionReader.read(template).orThrow();
    assertThat(TemplateDefinitionReader.read(TemplateDefinitionWriter.write(definition)).orThrow())
        .isEqualTo(definition);
    return definition;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "name | Order | 2388046 $.name",
        "name | an order | 2388046 $.name",
        "language | en-US | 100 $.language",
        "language | en_us | 100 $.language",
        "category | PROMOTION | 100 $.category",
        "parameter_format | mixed | 100 $.parameter_format",
      })
  void name_language_category_and_format_have_rules(String member, String value, String problem) {
    isRefused(template("UTILITY", BODY).with(member, Json.of(value)), problem);
  }

  @Test
  void a_name_has_at_most_512_characters() {
    JsonObject good = template("utility", BODY);
    isTaken(good.with("name", Json.of("a".repeat(512))));
    isRefused(good.with("name", Json.of("a".repeat(513))), "2388040 $.name");
  }

  @ParameterizedTest
  @CsvSource({
    "AUTHENTICATION, 30, 900, true",
    "UTILITY, 30, 43200, true",
    "MARKETING, 43200, 2592000, false"
  })
  void the_time_to_live_is_within_the_range_of_the_category(
      String category, int min, int max, boolean unlimited) {
    String parts =
        category.equals("AUTHENTICATION")
            ? "{'type':'BODY'},{'type':'BUTTONS','buttons':[{'type':'OTP','otp_type':'COPY_CODE'}]}"
            : BODY;
    JsonObject good = template(category, parts);
    isTaken(ttl(good, min));
    isTaken(ttl(good, max));
    isRefused(ttl(good, min - 1), "100 $.message_send_ttl_seconds");
    isRefused(ttl(good, max + 1), "100 $.message_send_ttl_seconds");
    assertThat(problems(ttl(good, -1)).isEmpty()).isEqualTo(unlimited);
  }

  private static JsonObject ttl(JsonObject template, int seconds) {
    return template.with("message_send_ttl_seconds", Json.of(seconds));
  }

  @Test
  void positional_variables_are_read_with_their_examples() {
    var body =
        read(template(
                "UTILITY", body("Hi {{1}}, your order {{2}} is on its way.", "[['Ada','4711']]")))
            .body();
    assertThat(body.text().variables())
        .containsExactly(
            new TemplateText.Variable("1", "Ada"), new TemplateText.Variable("2", "4711"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"[['Ada']]", "['Ada']", "'Ada'"})
  void one_example_can_be_written_in_three_ways(String example) {
    assertThat(read(template("UTILITY", body("Hi {{1}}, we are open.", example))).body().text())
        .isEqualTo(
            new TemplateText(
                "Hi {{1}}, we are open.", List.of(new TemplateText.Variable("1", "Ada"))));
  }

  /// Bodies of Meta's own pages do.
  @Test
  void a_full_stop_may_stand_behind_the_last_variable() {
    isTaken(template("UTILITY", body("Thank you, your order is {{1}}.", "[['860198-230332']]")));
  }

  @Test
  void examples_may_be_numbers_or_several_sets() {
    for (String example : List.of("[['a',7]]", "['a',7]", "[['a','7'],['b','8']]")) {
      assertThat(
              read(template("UTILITY", body("We saw {{1}} and {{2}} in the town.", example)))
                  .body()
                  .text()
                  .variables())
          .containsExactly(
              new TemplateText.Variable("1", "a"), new TemplateText.Variable("2", "7"));
    }
  }

  /// As the sample of a template that asks for permission to call has it.
  @Test
  void the_example_of_a_header_may_stand_under_the_name_of_the_bodys() {
    isTaken(
        template(
            "UTILITY",
            BODY + ",{'type':'HEADER','text':'Order {{1}}','example':{'body_text':[['4711']]}}"));
  }

  @Test
  void the_link_of_a_template_with_names_may_end_in_a_number() {
    for (String token : List.of("{{1}}", "{{shop}}")) {
      isTaken(
          template(
                  "UTILITY",
                  buttons(
                      "{'type':'URL','text':'a','url':'https://a.example/%s','example':['b']}"
                          .formatted(token)))
              .with("parameter_format", Json.of("named")));
    }
  }

  @Test
  void components_that_are_no_list_are_one_problem() {
    isRefused(template("UTILITY", BODY).with("components", Json.of("none")), "100 $.components");
  }

  private static String body(String text, String example) {
    return "{'type':'BODY','text':'" + text + "','example':{'body_text':" + example + "}}";
  }

  @Test
  void named_variables_are_read_in_their_order_whatever_that_of_the_examples_is() {
    JsonObject named =
        template(
                "UTILITY",
                "{'type':'HEADER','format':'TEXT','text':'For {{who}}','example':"
                    + "{'header_text_named_params':[{'param_name':'who','example':'Ada'}]}},"
                    + "{'type':'BODY','text':'Hello {{first_name}}, order {{number_2}} is on its"
                    + " way.','example':{'body_text_named_params':["
                    + "{'param_name':'{{number_2}}','example':'4711'},"
                    + "{'param_name':'first_name','example':'Ada'}]}}")
            .with("parameter_format", Json.of("NAMED"));
    TemplateDefinition definition = read(named);
    assertThat(definition.parameterFormat()).isEqualTo(ParameterFormat.NAMED);
    assertThat(definition.body().text().variables())
        .extracting(TemplateText.Variable::name)
        .containsExactly("first_name", "number_2");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{{1}} is your order. | [['a']] | 2388299",
        "Your order is {{1}} | [['a']] | 2388299",
        "Hi {{1}} see {{2}} now. | [['a','b']] | 2388293",
        "We saw {{2}} today in town. | [['a']] | 2388072",
        "We saw {{one}} today in town. | [['a']] | 2388072",
        "We saw {{1} today in town. | [['a']] | 2388072",
        "We saw {{#1}} today in town. | [['a']] | 2388072",
      })
  void variables_of_a_body_have_rules(String text, String example, int code) {
    isRefused(template("UTILITY", body(text, example)), code + " $.components[0].text");
  }

  @Test
  void every_variable_needs_an_example() {
    isRefused(
        template("UTILITY", body("We saw {{1}} and {{2}} in the town today.", "[['a']]")),
        "100 $.components[0].example.body_text");
    isRefused(
        template("UTILITY", "{'type':'BODY','text':'We saw {{1}} today.'}"),
        "131008 $.components[0].example");
  }

  @Test
  void a_body_has_at_most_1024_characters_and_is_there() {
    isTaken(template("UTILITY", BODY.replace("Your table", "a".repeat(1024 - 10))));
    isRefused(
        template("UTILITY", BODY.replace("Your table", "a".repeat(1025 - 10))),
        "2388040 $.components[0].text");
    isRefused(template("UTILITY", "{'type':'FOOTER','text':'only'}"), "2388072 $.components");
    isRefused(template("UTILITY", BODY + "," + BODY), "100 $.components[1].type");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'type':'HEADER','format':'TEXT','text':'*Bold*'} | 2388047 $.components[1].text",
        "{'type':'HEADER','format':'TEXT','text':'{{1}} {{2}}'} | 2388047 $.components[1].text",
        "{'type':'HEADER','format':'SOUND'} | 2388047 $.components[1].format",
        "{'type':'HEADER','format':'IMAGE'} | 131008 $.components[1].example",
        "{'type':'HEADER','format':'IMAGE','example':{'header_handle':[]}} | 100 $.components[1].example.header_handle",
        "{'type':'FOOTER','text':'Hi {{1}}'} | 2388073 $.components[1].text",
        "{'type':'SIDE','text':'Hi'} | 100 $.components[1].type",
      })
  void headers_and_footers_have_rules(String part, String problem) {
    isRefused(template("UTILITY", BODY + "," + part), problem);
  }

  @ParameterizedTest
  @ValueSource(strings = {"HEADER", "FOOTER"})
  void headers_and_footers_have_at_most_60_characters(String type) {
    String part = BODY + ",{'type':'" + type + "','format':'TEXT','text':'%s'}";
    isTaken(template("UTILITY", part.formatted("a".repeat(60))));
    isRefused(template("UTILITY", part.formatted("a".repeat(61))), "2388040 $.components[1].text");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'type':'URL','text':'a','url':'ftp://a.example'} | 100 $.components[1].buttons[0].url",
        "{'type':'URL','text':'a','url':'https://a.example/{{1}}/b','example':['c']} | 100 $.components[1].buttons[0].url",
        "{'type':'URL','text':'a','url':'https://a.example/{{1}}'} | 100 $.components[1].buttons[0].example",
        "{'type':'PHONE_NUMBER','text':'a','phone_number':'+155501000010000000000'} | 2388040 $.components[1].buttons[0].phone_number",
        "{'type':'QUICK_REPLY','text':'abcdefghijklmnopqrstuvwxyz'} | 2388040 $.components[1].buttons[0].text",
        "{'type':'SHARE','text':'a'} | 100 $.components[1].buttons[0].type",
        "{'type':'FLOW','text':'a'} | 100 $.components[1].buttons[0].flow_id",
        "{'type':'FLOW','text':'a','flow_id':'1','flow_name':'b'} | 100 $.components[1].buttons[0].flow_id",
        "{'type':'FLOW','text':'a','flow_id':'1','flow_action':'navigate'} | 131008 $.components[1].buttons[0].navigate_screen",
        "{'type':'VOICE_CALL','text':'abcdefghijklmnopqrstu'} | 2388040 $.components[1].buttons[0].text",
        "{'type':'VOICE_CALL','ttl_minutes':1439} | 131009 $.components[1].buttons[0].ttl_minutes",
        "{'type':'REQUEST_CONTACT_INFO','text':'Give'} | 2388050 $.components[1].buttons[0].text",
        "{'type':'OTP','otp_type':'COPY_CODE'} | 100 $.components",
        "{'type':'COPY_CODE','example':'A'} | 100 $.components",
        "{'type':'CATALOG','text':'View catalog'} | 100 $.components",
        "{'type':'MPM','text':'View items'} | 100 $.components",
      })
  void buttons_have_rules(String button, String problem) {
    isRefused(template("UTILITY", buttons(button)), problem);
  }

  @Test
  void there_are_at_most_10_buttons_and_2_urls_and_one_phone_number() {
    String url = ",{'type':'URL','text':'a','url':'https://a.example'}";
    String phone = ",{'type':'PHONE_NUMBER','text':'a','phone_number':'+15550100001'}";
    isTaken(template("UTILITY", buttons(quick(10))));
    isRefused(template("UTILITY", buttons(quick(11))), "100 $.components[1].buttons");
    isTaken(template("UTILITY", buttons(quick(1) + url + url + phone)));
    isRefused(
        template("UTILITY", buttons(quick(1) + url + url + url)), "100 $.components[1].buttons");
    isRefused(
        template("UTILITY", buttons(quick(1) + phone + phone)), "100 $.components[1].buttons");
  }

  @Test
  void quick_replies_stand_together() {
    String url = "{'type':'URL','text':'a','url':'https://a.example'}";
    isTaken(template("UTILITY", buttons(quick(2) + "," + url)));
    isTaken(template("UTILITY", buttons(url + "," + quick(2))));
    isRefused(
        template("UTILITY", buttons(url + "," + quick(1) + "," + url)),
        "100 $.components[1].buttons");
  }

  @Test
  void the_variable_of_an_address_can_be_shown_alone_or_as_a_whole_address() {
    for (String example : List.of("['summer']", "['https://a.example/summer']", "'summer'")) {
      var button =
          read(template(
                  "UTILITY",
                  buttons(
                      "{'type':'URL','text':'a','url':'https://a.example/{{1}}','example':"
                          + example
                          + "}")))
              .buttons()
              .getFirst();
      assertThat(button)
          .isEqualTo(
              new DefinedButton.Url(
                  "a", "https://a.example/{{1}}", new TemplateText.Variable("1", "summer")));
    }
  }

  @Test
  void the_texts_of_an_authentication_template_are_fixed() {
    TemplateDefinition definition =
        read(
            json(
                """
                {'name':'code','language':'es_ES','category':'AUTHENTICATION','components':[
                {'type':'BODY','add_security_recommendation':true},
                {'type':'FOOTER','code_expiration_minutes':5},
                {'type':'BUTTONS','buttons':[{'type':'OTP','otp_type':'ZERO_TAP',
                'zero_tap_terms_accepted':true,
                'package_name':'com.example.a','signature_hash':'K8a/AINcGX7'}]}]}
                """));
    assertThat(definition.body().text().text())
        .isEqualTo("Tu código de verificación es *{{1}}*. Por tu seguridad, no lo compartas.");
    assertThat(TemplateDefinitionWriter.shown(definition, UnaryOperator.identity()).toString())
        .contains("Este código caduca en 5 minutos.")
        .contains(
            "\"type\":\"URL\",\"text\":\"Copiar código\",\"url\":"
                + "\"https://www.whatsapp.com/otp/code/?otp_type=ZERO_TAP"
                + "&code_expiration_minutes=5&code=otp{{1}}\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'type':'OTP','otp_type':'SMS'} | 100 $.components[1].buttons[0].otp_type",
        "{'type':'OTP','otp_type':'ONE_TAP'} | 131008 $.components[1].buttons[0].supported_apps",
        "{'type':'OTP','otp_type':'ZERO_TAP','supported_apps':[]} | 100 $.components[1].buttons[0].zero_tap_terms_accepted",
        "{'type':'OTP','otp_type':'ONE_TAP','package_name':'one','signature_hash':'K8a/AINcGX7'} | 100 $.components[1].buttons[0].package_name",
        "{'type':'OTP','otp_type':'ONE_TAP','package_name':'one.two','signature_hash':'short'} | 100 $.components[1].buttons[0].signature_hash",
        "{'type':'QUICK_REPLY','text':'a'} | 100 $.components",
        "{'type':'URL','text':'a','url':'https://a.example'} | 100 $.components[1].buttons[0].type",
      })
  void an_authentication_template_has_one_button_that_hands_a_code_over(
      String button, String problem) {
    isRefused(template("AUTHENTICATION", buttons(button)), problem);
  }

  @Test
  void a_limited_time_offer_has_its_own_rules() {
    String offer = "{'type':'limited_time_offer','limited_time_offer':{'text':'Today only'}}";
    String code = "{'type':'copy_code','example':'ABC'}";
    String url = "{'type':'url','text':'Go','url':'https://a.example'}";
    isTaken(template("MARKETING", offer + "," + IMAGE + "," + buttons(code + "," + url)));
    isTaken(template("MARKETING", offer + "," + buttons(url)));
    isRefused(template("UTILITY", offer + "," + buttons(url)), "100 $.components");
    isRefused(template("MARKETING", offer + "," + buttons(url + "," + code)), "100 $.components");
    isRefused(
        template("MARKETING", offer + ",{'type':'FOOTER','text':'a'}," + buttons(url)),
        "100 $.components");
    isRefused(
        template("MARKETING", offer.replace("Today only", "a".repeat(17)) + "," + buttons(url)),
        "2388040 $.components[0].limited_time_offer.text");
    isRefused(
        template("MARKETING", offer + "," + buttons(url).replace("Your table", "a".repeat(601))),
        "2388040 $.components");
    isRefused(
        template(
            "MARKETING", offer + "," + buttons(code.replace("ABC", "A".repeat(16)) + "," + url)),
        "2388040 $.components");
  }

  @Test
  void cards_are_2_to_10_and_alike() {
    String card = "{'components':[" + IMAGE + ",{'type':'BUTTONS','buttons':[" + quick(1) + "]}]}";
    isTaken(carousel(card + "," + card));
    isRefused(carousel(card), "100 $.components[1].cards");
    isRefused(
        carousel(String.join(",", Collections.nCopies(11, card))), "100 $.components[1].cards");
    isRefused(carousel(card + "," + card.replace(quick(1), quick(2))), "100 $.components[1].cards");
    String three = card.replace(quick(1), quick(3));
    assertThat(told(carousel(three + "," + three)))
        .containsExactly(
            "100 $.components[1].cards[0].components", "100 $.components[1].cards[1].components");
    assertThat(read(carousel(SKU_CARD + "," + SKU_CARD)).headers()).hasSize(2);
    assertThat(
            told(
                template(
                    "UTILITY", BODY + ",{'type':'carousel','cards':[" + card + "," + card + "]}")))
        .containsExactly("100 $.components");
  }

  private static JsonObject carousel(String cards) {
    return template("MARKETING", BODY + ",{'type':'CAROUSEL','cards':[" + cards + "]}");
  }

  @Test
  void products_go_with_their_buttons() {
    String product = "{'type':'HEADER','format':'PRODUCT'},";
    String spm = buttons("{'type':'SPM'}");
    isTaken(template("MARKETING", product + spm));
    isRefused(template("MARKETING", spm), "100 $.components");
    isRefused(template("MARKETING", product + BODY), "100 $.components");
    isRefused(
        template("MARKETING", product + spm.replace("Your table", "a".repeat(161))),
        "2388040 $.components");
    isTaken(template("MARKETING", buttons("{'type':'MPM'}")));
    isRefused(template("MARKETING", IMAGE + "," + buttons("{'type':'MPM'}")), "100 $.components");
    isRefused(
        template("MARKETING", IMAGE + "," + buttons("{'type':'CATALOG'}")), "100 $.components");
  }

  @Test
  void who_asks_for_permission_to_call_has_no_buttons() {
    String call = ",{'type':'call_permission_request'}";
    isTaken(template("UTILITY", BODY + call));
    isRefused(template("UTILITY", buttons(quick(1)) + call), "100 $.components");
  }

  @Test
  void an_edit_keeps_what_it_does_not_say() {
    TemplateDefinition before = read(template("UTILITY", buttons(quick(1))));
    TemplateDefinition after =
        TemplateDefinitionReader.readEdit(json("{'category':'MARKETING'}"), before).orThrow();
    assertThat(after).isEqualTo(before.in(TemplateCategory.MARKETING));
    assertThat(
            TemplateDefinitionReader.readEdit(json("{'components':[" + BODY + "]}"), before)
                .orThrow()
                .buttons())
        .isEmpty();
  }

  @Test
  void all_problems_are_told_also_below_a_category_and_language_that_nobody_knows() {
    assertThat(
            problems(
                json(
                    "{'name':'A','category':'news','language':'xx','components':["
                        + "{'type':'BODY','text':'{{1}}'},{'type':'FOOTER','text':'%s'}]}"
                            .formatted("y".repeat(61)))))
        .extracting(Problem::path)
        .contains("$.name", "$.category", "$.language", "$.components[1].text");
  }
}
