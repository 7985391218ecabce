package dev.parley.server.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.protocol.json.Json;
import dev.parley.protocol.json.JsonObject;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What no template may be, over HTTP: each answer is a 400 with code 100 that names the place, the
/// limit and the value. Source: reference, platform.md §2; template-kinds.md §1–7.
class TemplateRefusalsTest extends Running {
  private static final String PATH = "/v25.0/" + Sandbox.WABA + "/message_templates";

  private static final String BODY = "{'type':'BODY','text':'Your table is ready.'}";
  private static final String CODE = "{'type':'COPY_CODE','example':'A'}";
  private static final String URL = "{'type':'URL','text':'Go','url':'https://a.example'}";
  private static final String REPLY = "{'type':'QUICK_REPLY','text':'Yes'}";
  private static final String OFFER =
      "{'type':'LIMITED_TIME_OFFER','limited_time_offer':{'text':'Soon over'}}";
  private static final String PRODUCT = "{'type':'HEADER','format':'PRODUCT'}";
  private static final String VIEW = "{'type':'SPM','text':'View'}";
  private static final String APP = "{'package_name':'com.a.b','signature_hash':'K8a/AINcGX7'}";

  private int created;

  /// The handle of a picture.
  private String handle = "";

  @BeforeAll
  void upload() {
    byte[] picture = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0, 0, 0};
    String session =
        sandbox()
            .post(
                "/v25.0/500000000000001/uploads?file_name=a.png&file_type=image%2Fpng&file_length="
                    + picture.length)
            .bearer()
            .empty()
            .member("id");
    handle =
        sandbox()
            .post("/v25.0/" + session)
            .bearer()
            .header("file_offset", "0")
            .body(picture)
            .member("h");
  }

  /// `$BODY` and the like stand for parts, `<a 26>` for that many letters, `[…]` for a component of
  /// buttons, `(…)` for a list.
  private String written(String parts) {
    String text =
        parts
            .replace("[", "{'type':'BUTTONS','buttons':[")
            .replace("]", "]}")
            .replace("(", "[")
            .replace(")", "]")
            .replace("$OFFER", OFFER)
            .replace("$BODY", BODY)
            .replace("$CODE", CODE)
            .replace("$REPLY", REPLY)
            .replace("$PRODUCT", PRODUCT)
            .replace("$VIEW", VIEW)
            .replace("$APP", APP)
            .replace("$URL", URL)
            .replace("$HANDLE", handle);
    var letters = Pattern.compile("<a (\\d+)>").matcher(text);
    return letters.replaceAll(found -> "a".repeat(Integer.parseInt(found.group(1))));
  }

  private Answer create(String category, String components) {
    return sandbox()
        .call("POST", PATH)
        .bearer()
        .json(
            "{'name':'t_%d','language':'en_US','category':'%s','components':[%s]}"
                .formatted(created++, category, components)
                .replace('\'', '"'));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        // Codes.
        "AUTHENTICATION | {'type':'BODY'},[{'type':'OTP','otp_type':'copy_code','text':'<a 26>'}] | 2388040 | [1].buttons[0].text | has 26 characters, at most 25 are allowed",
        "AUTHENTICATION | {'type':'BODY'},[{'type':'OTP','otp_type':'copy_code','text':'www.a.example'}] | 0 | [1].buttons[0].text | neither links nor emoji",
        "AUTHENTICATION | {'type':'BODY'},[{'type':'OTP','otp_type':'one_tap','autofill_text':'<a 26>','supported_apps':($APP)}] | 2388040 | [1].buttons[0].autofill_text | at most 25",
        "AUTHENTICATION | {'type':'BODY'},[{'type':'OTP','otp_type':'one_tap','supported_apps':($APP,$APP,$APP,$APP,$APP,$APP)}] | 0 | [1].buttons[0].supported_apps | has 6 apps, at most 5 are allowed",
        "AUTHENTICATION | {'type':'BODY'},[{'type':'OTP','otp_type':'one_tap','supported_apps':()}] | 0 | [1].buttons[0].supported_apps | is empty",
        "AUTHENTICATION | {'type':'BODY'},[{'type':'OTP','otp_type':'one_tap','supported_apps':({'package_name':'a.<a 223>','signature_hash':'K8a/AINcGX7'})}] | 2388040 | [1].buttons[0].supported_apps[0].package_name | has 225 characters, at most 224 are allowed",
        "AUTHENTICATION | {'type':'BODY'},[{'type':'OTP','otp_type':'one_tap','supported_apps':({'package_name':'com.1b','signature_hash':'K8a/AINcGX7'})}] | 0 | [1].buttons[0].supported_apps[0].package_name | is \"com.1b\"",
        "AUTHENTICATION | {'type':'BODY'},[{'type':'OTP','otp_type':'one_tap','supported_apps':({'package_name':'com.b','signature_hash':'K8a'})}] | 0 | [1].buttons[0].supported_apps[0].signature_hash | is \"K8a\", must be 11 characters",
        "AUTHENTICATION | {'type':'BODY'},[{'type':'OTP','otp_type':'zero_tap','zero_tap_terms_accepted':false,'supported_apps':($APP)}] | 0 | [1].buttons[0].zero_tap_terms_accepted | must be true",
        "AUTHENTICATION | {'type':'BODY'},{'type':'FOOTER','code_expiration_minutes':91},[{'type':'OTP','otp_type':'copy_code'}] | 0 | [1].code_expiration_minutes | is 91, must be a whole number from 1 to 90",
        "AUTHENTICATION | {'type':'BODY'},{'type':'FOOTER','code_expiration_minutes':0},[{'type':'OTP','otp_type':'copy_code'}] | 0 | [1].code_expiration_minutes | is 0",
        "AUTHENTICATION | {'type':'HEADER','format':'LOCATION'},{'type':'BODY'},[{'type':'OTP','otp_type':'copy_code'}] | 0 | ~ | BODY, FOOTER and BUTTONS only",
        "AUTHENTICATION | {'type':'BODY'},[{'type':'OTP','otp_type':'copy_code'},$REPLY] | 0 | ~ | exactly one button",
        // Coupons and offers.
        "MARKETING | $BODY,[{'type':'COPY_CODE','example':'<a 21>'}] | 2388040 | [1].buttons[0].example | has 21 characters, at most 20 are allowed",
        "MARKETING | $BODY,[$CODE,$CODE] | 0 | [1].buttons | has 2 buttons of the type COPY_CODE, at most 1 is allowed",
        "UTILITY | $BODY,[$CODE] | 0 | ~ | only a marketing template",
        "MARKETING | {'type':'LIMITED_TIME_OFFER','limited_time_offer':{'text':'<a 17>'}},$BODY,[$URL] | 2388040 | [0].limited_time_offer.text | has 17 characters, at most 16 are allowed",
        "MARKETING | $OFFER,$BODY,[$URL,$REPLY] | 0 | ~ | QUICK_REPLY",
        "MARKETING | $OFFER,$BODY,[$CODE] | 0 | ~ | have a URL button",
        "MARKETING | $OFFER,$BODY,{'type':'FOOTER','text':'a'},[$URL] | 0 | ~ | has a FOOTER",
        "MARKETING | $OFFER,$BODY,{'type':'HEADER','format':'TEXT','text':'a'},[$URL] | 0 | ~ | an image or a video as HEADER",
        "MARKETING | $OFFER,$BODY,[{'type':'COPY_CODE','example':'<a 16>'},$URL] | 2388040 | ~ | at most 15 characters",
        // Goods.
        "MARKETING | $PRODUCT,{'type':'BODY','text':'<a 161>'},[$VIEW] | 2388040 | ~ | at most 160 characters",
        "MARKETING | $PRODUCT,$BODY | 0 | ~ | they go together",
        "UTILITY | $PRODUCT,$BODY,[$VIEW] | 0 | ~ | only a marketing template",
        "MARKETING | $BODY,{'type':'HEADER','format':'LOCATION'},[{'type':'MPM'}] | 0 | ~ | a text as HEADER",
        "MARKETING | $BODY,{'type':'HEADER','format':'TEXT','text':'a'},[{'type':'CATALOG'}] | 0 | ~ | the client draws that of a catalog",
        // Payments.
        "UTILITY | $BODY,[{'type':'PAYMENT_REQUEST','text':'Pay','payment_setting':{'type':'boleto','boleto':{'digitable_line':'1'}}}] | 2388050 | [1].buttons[0].text | is \"Pay\", the label of this button is \"Copy Boleto code\"",
        "UTILITY | $BODY,[{'type':'PAYMENT_REQUEST','text':'Copy Pix code','payment_setting':{'type':'pix_dynamic_code','pix_dynamic_code':{}}}] | 0 | [1].buttons[0].payment_setting.pix_dynamic_code.code | is missing",
        "UTILITY | $BODY,{'type':'HEADER','format':'LOCATION'},[{'type':'PAYMENT_REQUEST','text':'Copy Pix code','payment_setting':{'type':'pix_dynamic_code','pix_dynamic_code':{'code':'1'}}}] | 0 | ~ | of a payment request",
        "UTILITY | $BODY,[{'type':'ORDER_DETAILS','text':'<a 26>'}] | 2388040 | [1].buttons[0].text | at most 25",
        // Flows, calls, files, links.
        "MARKETING | $BODY,[{'type':'FLOW','text':'a','flow_json':'{'}] | 0 | [1].buttons[0].flow_json | is no JSON object",
        "MARKETING | $BODY,[{'type':'FLOW','text':'a','flow_id':'1','flow_action':'fly'}] | 0 | [1].buttons[0].flow_action | is \"fly\"",
        "UTILITY | $BODY,[$URL],{'type':'call_permission_request'} | 0 | ~ | no other buttons",
        "UTILITY | {'type':'call_permission_request'} | 2388072 | ~ | has no BODY",
        "UTILITY | $BODY,{'type':'HEADER','format':'IMAGE','example':{'header_handle':('4::zzz')}} | 0 | [1].example.header_handle | is \"4::zzz\", which no resumable upload has answered",
        "UTILITY | $BODY,{'type':'HEADER','format':'VIDEO','example':{'header_handle':('$HANDLE')}} | 2388047 | [1].example.header_handle | but its file is image/png",
        "UTILITY | $BODY,{'type':'HEADER','format':'GIF','example':{'header_handle':('4::film')}} | 0 | ~ | only a marketing template",
        "MARKETING | $BODY,[{'type':'URL','text':'Go','url':'https://a.example/<a 1983>'}] | 2388040 | [1].buttons[0].url | has 2001 characters, at most 2000 are allowed",
        "MARKETING | $BODY,[$REPLY,$URL,$REPLY] | 0 | [1].buttons | all quick replies stand together",
        "MARKETING | $BODY,[] | 0 | [1].buttons | is empty",
      })
  void a_definition_that_breaks_a_rule_is_refused(
      String category, String parts, int subcode, String place, String details) {
    Answer answer = create(category, written(parts));
    assertThat(answer.status()).as(answer.json().toString()).isEqualTo(400);
    var error = (JsonObject) Objects.requireNonNull(answer.json().get("error"));
    assertThat(error.get("code")).isEqualTo(Json.of(100));
    assertThat(error.get("error_subcode")).isEqualTo(subcode == 0 ? null : Json.of(subcode));
    assertThat(answer.paths().getFirst())
        .isEqualTo("$.components" + (place.equals("~") ? "" : place));
    assertThat(answer.details()).contains(details);
  }

  @Test
  void cards_are_checked_one_by_one() {
    String picture =
        "{'type':'HEADER','format':'IMAGE','example':{'header_handle':['%s']}}".formatted(handle);
    String reply = "{'type':'BUTTONS','buttons':[" + REPLY + "]}";
    String good = "{'components':[" + picture + "," + reply + "]}";
    refusesCards("has 1 cards, from 2 to 10 are allowed", good);
    refusesCards("has 11 cards", Collections.nCopies(11, good).toArray(String[]::new));
    refusesCards("differ in their components", good, good.replace(reply, BODY + "," + reply));
    refusesCards("which no resumable upload", good, good.replace(handle, "4::gone"));
    refusesCards("has 161 characters", good.replace(reply, text(161)), good);
    refusesCards("have an image, a video or a product", good.replace(picture, BODY), good);
    refusesCards("must be \"body\"", good.replace(reply, "{'type':'FOOTER','text':'a'}"), good);
    refusesCards(
        "have 3 buttons, at most 2", good.replace(REPLY, REPLY + "," + REPLY + "," + REPLY), good);
    refusesCards("of the type COPY_CODE", good.replace(REPLY, CODE), good);
    refusesCards("one button, SPM or URL", "{'components':[" + PRODUCT + "]}", good);
    Answer taken =
        create(
            "MARKETING",
            BODY + ",{'type':'CAROUSEL','cards':[" + String.join(",", List.of(good, good)) + "]}");
    assertThat(taken.status()).as(taken.json().toString()).isEqualTo(200);
  }

  private static String text(int chars) {
    return "{'type':'BODY','text':'" + "a".repeat(chars) + "'}";
  }

  private void refusesCards(String details, String... cards) {
    Answer answer =
        create(
            "MARKETING", BODY + ",{'type':'CAROUSEL','cards':[" + String.join(",", cards) + "]}");
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.paths().getFirst()).startsWith("$.components[1].cards");
    assertThat(answer.details()).contains(details);
  }

  @Test
  void an_order_status_is_a_utility() {
    String order =
        "{'name':'order_moves','language':'en_US','category':'%s','sub_category':'ORDER_STATUS','components':[%s]}";
    Answer refused =
        sandbox()
            .call("POST", PATH)
            .bearer()
            .json(order.formatted("MARKETING", BODY).replace('\'', '"'));
    assertThat(refused.paths()).containsExactly("$.sub_category");
    assertThat(
            sandbox()
                .call("POST", PATH)
                .bearer()
                .json(order.formatted("UTILITY", BODY).replace('\'', '"'))
                .status())
        .isEqualTo(200);
  }
}
