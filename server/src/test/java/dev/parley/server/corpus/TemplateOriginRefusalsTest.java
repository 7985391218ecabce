package dev.parley.server.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What can't be made from the library, nor in several languages at once, over HTTP. Source:
/// reference, templates-and-media.md §4; template-kinds.md §2.1.
class TemplateOriginRefusalsTest extends Running {
  private static final String WABA = "/v25.0/" + Sandbox.WABA;
  private static final String LIST = WABA + "/message_templates";
  private static final String URL =
      "{'type':'URL','url':{'base_url':'https://a.example/{{1}}','url_suffix_example':'https://a.example/7'}}";
  private static final String OTP =
      "{'type':'BUTTONS','buttons':[{'type':'OTP','otp_type':'COPY_CODE'}]}";

  private static String written(String shorthand) {
    return Shorthand.components(
        shorthand.replace("$URL", URL).replace("$OTP", "{'type':'BODY'}," + OTP));
  }

  private Answer post(String path, String body) {
    return sandbox().post(path).bearer().json(body);
  }

  private long templates() {
    return sandbox().get(LIST + "?limit=200&fields=name").body().split("\"name\"", -1).length - 1L;
  }

  @BeforeAll
  void known() {
    String body =
        "{'name':'%s','languages':['de'],'category':'AUTHENTICATION','components':[$OTP]}";
    assertThat(post(WABA + "/upsert_message_templates", written(body.formatted("known"))).status())
        .isEqualTo(200);
    assertThat(post(WABA + "/upsert_message_templates", written(body.formatted("locked"))).status())
        .isEqualTo(200);
    assertThat(sandbox().call("DELETE", LIST + "?name=locked").bearer().empty().status())
        .isEqualTo(200);
  }

  /// A column of `~` is the usual value.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "~ | ~ | ~ | nothing_1 | ~ | 400 100 | $.library_template_name | is \"nothing_1\", which the library does not have; near it are [delivered_1, how_was_it_1, order_late_1], and GET /message_template_library lists all",
        "~ | ~ | ~ | delivered_2 | ~ | 400 100 | $.library_template_name | delivered_1",
        "~ | ~ | de | delivered_1 | ~ | 400 100 | $.language | is \"de\", the library has delivered_1 in [en_US]",
        "~ | ~ | en-US | delivered_1 | ~ | 400 100 | $.language | is \"en-US\", no language that templates can have; codes are written like en_US",
        "~ | MARKETING | ~ | delivered_1 | ~ | 400 100 | $.category | is MARKETING, that of the library's delivered_1 is UTILITY",
        "~ | UTILITY | ~ | sign_in_code_1 | 'library_template_button_inputs':[{'type':'OTP','otp_type':'COPY_CODE'}] | 400 100 | $.category | is UTILITY, that of the library's sign_in_code_1 is AUTHENTICATION",
        "Big Name | ~ | ~ | delivered_1 | ~ | 400 100 2388046 | $.name | is \"Big Name\"",
        "a*513 | ~ | ~ | delivered_1 | ~ | 400 100 2388040 | $.name | has 513 characters, at most 512 are allowed",
        "~ | ~ | ~ | delivered_1 | 'components':[{'type':'BODY','text':'a'}] | 400 100 | $.components | can't come together with library_template_name",
        "~ | ~ | ~ | delivered_1 | 'message_send_ttl_seconds':10 | 400 100 | $.message_send_ttl_seconds | is 10, must be from 30 to 43200 or -1 for utility templates",
        // Inputs of buttons.
        "~ | ~ | ~ | order_confirmed_1 | ~ | 400 100 | $.library_template_button_inputs | the URL button \"See your order\" needs an input",
        "~ | ~ | ~ | order_confirmed_1 | 'library_template_button_inputs':[] | 400 100 | $.library_template_button_inputs | has no input for the URL button \"See your order\"",
        "~ | ~ | ~ | order_confirmed_1 | 'library_template_button_inputs':7 | 400 100 | $.library_template_button_inputs | is the number 7, must be an array",
        "~ | ~ | ~ | order_confirmed_1 | 'library_template_button_inputs':[7] | 400 100 | $.library_template_button_inputs[0] | is the number 7, must be an object",
        "~ | ~ | ~ | order_confirmed_1 | 'library_template_button_inputs':[{}] | 400 100 | $.library_template_button_inputs[0].type | is missing",
        "~ | ~ | ~ | order_confirmed_1 | 'library_template_button_inputs':[{'type':'LINK'}] | 400 100 | $.library_template_button_inputs[0].type | is \"LINK\", must be \"app\", \"catalog\", \"flow\", \"mpm\", \"otp\", \"phone_number\", \"quick_reply\", \"url\" or \"voice_call\"",
        "~ | ~ | ~ | order_confirmed_1 | 'library_template_button_inputs':[{'type':'PHONE_NUMBER','phone_number':'1'}] | 400 100 | $.library_template_button_inputs[0].type | the input of the URL button \"See your order\" comes here",
        "~ | ~ | ~ | order_confirmed_1 | 'library_template_button_inputs':[$URL,$URL] | 400 100 | $.library_template_button_inputs[1].type | its buttons are [URL]",
        "~ | ~ | ~ | parcel_on_its_way_1 | 'library_template_button_inputs':[$URL] | 400 100 | $.library_template_button_inputs | has no input for the PHONE_NUMBER button \"Call us\"",
        "~ | ~ | ~ | order_confirmed_1 | 'library_template_button_inputs':[{'type':'URL'}] | 400 100 | $.library_template_button_inputs[0].url | is missing",
        "~ | ~ | ~ | order_confirmed_1 | 'library_template_button_inputs':[{'type':'URL','url':{'base_url':'a.example'}}] | 400 100 | $.library_template_button_inputs[0].url.base_url | is \"a.example\", no web address",
        "~ | ~ | ~ | order_confirmed_1 | 'library_template_button_inputs':[{'type':'URL','url':{'base_url':'https://{{1}}.example'}}] | 400 100 | $.library_template_button_inputs[0].url.base_url | may have one variable, {{1}}, at its end",
        "~ | ~ | ~ | order_confirmed_1 | 'library_template_button_inputs':[{'type':'URL','url':{'base_url':'https://a.example/a*2000'}}] | 400 100 2388040 | $.library_template_button_inputs[0].url.base_url | has 2018 characters, at most 2000 are allowed",
        "~ | ~ | ~ | order_confirmed_1 | 'library_template_button_inputs':[{'type':'URL','url':{'base_url':'https://a.example/{{1}}'}}] | 400 100 | $.library_template_button_inputs[0].url.url_suffix_example | is missing",
        "~ | ~ | ~ | order_confirmed_1 | 'library_template_button_inputs':[{'type':'URL','url':{'base_url':'https://a.example/{{1}}','url_suffix_example':'7'}}] | 400 100 | $.library_template_button_inputs[0].url.url_suffix_example | is \"7\", must be the whole address",
        "~ | ~ | ~ | order_cancelled_1 | 'library_template_button_inputs':[{'type':'PHONE_NUMBER','phone_number':'!'}] | 400 100 | $.library_template_button_inputs[0].phone_number | is \"!\", must be a phone number",
        "~ | AUTHENTICATION | ~ | sign_in_code_1 | 'library_template_button_inputs':[{'type':'OTP','otp_type':'ZERO_TAP','zero_tap_terms_accepted':false}] | 400 100 | $.library_template_button_inputs[0].zero_tap_terms_accepted | must be true for a zero-tap template",
        // Inputs of bodies.
        "~ | ~ | ~ | delivered_1 | 'library_template_body_inputs':[1] | 400 100 | $.library_template_body_inputs | is an array, must be an object",
        "~ | ~ | ~ | order_cancelled_1 | 'library_template_button_inputs':[{'type':'PHONE_NUMBER','phone_number':'+15550100001'}],'library_template_body_inputs':{'add_security_recommendation':true} | 400 100 | $.library_template_body_inputs.add_security_recommendation | is nothing that the library's order_cancelled_1 has",
        "~ | ~ | ~ | how_was_it_1 | 'library_template_button_inputs':[$URL],'library_template_body_inputs':{'add_contact_number':true} | 400 100 | $.library_template_body_inputs.add_contact_number | is nothing that the library's how_was_it_1 has",
        "~ | ~ | ~ | delivered_1 | 'library_template_body_inputs':{'code_expiration_minutes':5} | 400 100 | $.library_template_body_inputs.code_expiration_minutes | is nothing that",
        "~ | ~ | ~ | delivered_1 | 'library_template_body_inputs':{'add_contact_number':'yes'} | 400 100 | $.library_template_body_inputs.add_contact_number | is the string \"yes\", must be a boolean",
        "~ | AUTHENTICATION | ~ | sign_in_code_1 | 'library_template_button_inputs':[{'type':'OTP','otp_type':'COPY_CODE'}],'library_template_body_inputs':{'code_expiration_minutes':91} | 400 100 | $.library_template_body_inputs.code_expiration_minutes | is 91, must be a whole number from 1 to 90",
      })
  void what_the_library_does_not_have_is_not_made(
      String name,
      String category,
      String language,
      String entry,
      String more,
      String codes,
      String place,
      String details) {
    long before = templates();
    String body =
        "{'name':'%s','category':'%s','language':'%s','library_template_name':'%s'%s}"
            .formatted(
                name.equals("~") ? "taken" : name,
                category.equals("~") ? "UTILITY" : category,
                language.equals("~") ? "en_US" : language,
                entry,
                more.equals("~") ? "" : "," + more);
    Refusal.isIn(post(LIST, written(body)), codes, place, details);
    assertThat(templates()).isEqualTo(before);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "{} | 400 100 | $.languages | is missing",
        "{'name':'a','category':'AUTHENTICATION','components':[$OTP]} | 400 100 | $.languages | is missing",
        "{'name':'a','languages':[],'category':'AUTHENTICATION','components':[$OTP]} | 400 100 | $.languages | is an array, must be an array of language codes such as [\"en_US\"]",
        "{'name':'a','languages':'de','category':'AUTHENTICATION','components':[$OTP]} | 400 100 | $.languages | is the string \"de\", must be an array of language codes such as [\"en_US\"]",
        "{'name':'a','languages':['en','xx'],'category':'AUTHENTICATION','components':[$OTP]} | 400 100 | $.languages[1] | is \"xx\", no language that templates can have",
        "{'name':'a','languages':['en',7],'category':'AUTHENTICATION','components':[$OTP]} | 400 100 | $.languages[1] | is 7, no language that templates can have",
        "{'name':'a','languages':['en','en'],'category':'AUTHENTICATION','components':[$OTP]} | 400 100 | $.languages[1] | is \"en\" again",
        "{'name':'a','language':'en','languages':['de'],'category':'AUTHENTICATION','components':[$OTP]} | 400 100 | $.language | can't be here, languages lists them",
        "{'name':'a','languages':['en'],'category':'UTILITY','components':[$OTP]} | 400 100 | $.category | is UTILITY, only authentication templates are made so",
        "{'name':'a','languages':['en'],'components':[$OTP]} | 400 100 | $.category | is missing",
        "{'name':'A b','languages':['en'],'category':'AUTHENTICATION','components':[$OTP]} | 400 100 2388046 | $.name | is \"A b\"",
        "{'name':'a','languages':['en'],'category':'AUTHENTICATION'} | 400 100 | $.components | is missing",
        "{'name':'a','languages':['en'],'category':'AUTHENTICATION','components':[{'type':'BODY','text':'a'}]} | 400 100 | $.components | of an authentication template have exactly one button, of the type OTP",
        "{'name':'a','languages':['en'],'category':'AUTHENTICATION','components':[{'type':'BODY'},{'type':'BUTTONS','buttons':[{'type':'OTP','otp_type':'COPY_CODE','text':'Copy'}]}]} | 400 100 | $.components[1].buttons[0].text | can't be here: the label is that of each language",
        "{'name':'a','languages':['en'],'category':'AUTHENTICATION','components':[{'type':'BODY'},{'type':'BUTTONS','buttons':[{'type':'OTP','otp_type':'ONE_TAP','autofill_text':'Fill'}]}]} | 400 100 | $.components[1].buttons[0].autofill_text | can't be here: the label is that of each language",
        "{'name':'a','languages':['en'],'category':'AUTHENTICATION','components':[$OTP,{'type':'FOOTER','code_expiration_minutes':91}]} | 400 100 | $.components[2].code_expiration_minutes | is 91, must be a whole number from 1 to 90",
        // All languages or none.
        "{'name':'hello_world','languages':['de','en_US'],'category':'AUTHENTICATION','components':[$OTP]} | 400 100 | ~ | name is \"hello_world\", which is a template of the category UTILITY in en_US",
        "{'name':'locked','languages':['fr','de'],'category':'AUTHENTICATION','components':[$OTP]} | 400 100 2388023 | ~ | name is \"locked\", an approved template of this name was deleted",
      })
  void what_does_not_fit_all_languages_is_made_in_none(
      String body, String codes, String place, String details) {
    long before = templates();
    Refusal.isIn(
        post(WABA + "/upsert_message_templates", written(body)),
        codes,
        place.equals("~") ? "" : place,
        details);
    assertThat(templates()).isEqualTo(before);
  }

  @Test
  void a_language_that_was_edited_today_keeps_the_others_back() {
    String body =
        "{'name':'known','languages':[%s],'category':'AUTHENTICATION','components':[$OTP,{'type':'FOOTER','code_expiration_minutes':%d}]}";
    String upsert = WABA + "/upsert_message_templates";
    assertThat(post(upsert, written(body.formatted("'de'", 5))).status()).isEqualTo(200);
    long before = templates();
    Refusal.isIn(
        post(upsert, written(body.formatted("'fr','de'", 6))),
        "400 100",
        "",
        "while it is approved that is possible once in 24 hours");
    assertThat(templates()).isEqualTo(before);
  }

  @Test
  void nothing_is_made_in_another_business() {
    String other = "/v25.0/200000000000009";
    for (String path :
        new String[] {other + "/message_templates", other + "/upsert_message_templates"}) {
      Refusal.isIn(post(path, "{}"), "400 100 33", "", "");
    }
    assertThat(sandbox().post(LIST).json("{}").status()).isEqualTo(401);
  }
}
