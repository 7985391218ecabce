package dev.parley.server.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Templates that can't be sent, however well the values fit, and values that only a template of
/// the library refuses, over HTTP. Source: reference, responses-and-errors.md §5; observed.md §3;
/// templates-and-media.md §4.
class TemplateStandingRefusalsTest extends Running {
  private static final String LIST = "/v25.0/" + Sandbox.WABA + "/message_templates";

  private int created;

  private Answer send(String to, String name, String language, String components) {
    return sandbox()
        .send(
            """
            {"messaging_product":"whatsapp",%s,"type":"template",
            "template":{"name":"%s","language":%s,"components":[%s]}}
            """
                .formatted(to, name, language, components)
                .replace('\'', '"'));
  }

  private Answer send(String name, String language) {
    return send("'to':'" + Sandbox.ADA + "'", name, language, "");
  }

  private String create(String name) {
    return sandbox()
        .post(LIST)
        .bearer()
        .json(
            """
            {"name":"%s","language":"en_US","category":"UTILITY",
            "components":[{"type":"BODY","text":"Your table is ready."}]}
            """
                .formatted(name))
        .member("id");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "{'status':'PENDING'} | 404 132001 | is PENDING; only approved templates are sent",
        "{'status':'REJECTED','reason':'SCAM'} | 404 132001 | is REJECTED",
        "{'status':'IN_APPEAL'} | 404 132001 | is IN_APPEAL",
        "{'status':'PENDING_DELETION'} | 404 132001 | is PENDING_DELETION",
        "{'status':'ARCHIVED'} | 404 132001 | is ARCHIVED",
        "{'status':'LIMIT_EXCEEDED'} | 404 132001 | is LIMIT_EXCEEDED",
        "{'status':'PAUSED'} | 400 132015 | is paused for its low quality",
        "{'quality':'RED'} | 400 132015 | is paused for its low quality",
        "{'status':'DISABLED'} | 400 132016 | is disabled, since it was paused too often",
      })
  void one_that_is_not_approved_is_not_sent(String order, String codes, String details) {
    String name = "standing_" + created++;
    String id = create(name);
    assertThat(send(name, "{'code':'en_US'}").status()).isEqualTo(200);
    Answer driven = sandbox().post("/sandbox/templates/" + id).json(order.replace('\'', '"'));
    assertThat(driven.status()).as(driven.body()).isEqualTo(200);
    Sandbox.Journal journal = sandbox().journal();
    Answer refused = send(name, "{'code':'en_US'}");
    Refusal.isIn(refused, codes, "$.template.name", "");
    assertThat(refused.body()).contains(name, details);
    assertThat(journal.accepted()).isZero();
  }

  @Test
  void one_that_is_deleted_is_not_sent() {
    create("standing_gone");
    assertThat(sandbox().call("DELETE", LIST + "?name=standing_gone").bearer().empty().status())
        .isEqualTo(200);
    Refusal.isIn(
        send("standing_gone", "{'code':'en_US'}"),
        "404 132001",
        "$.template.name",
        "template name (standing_gone) does not exist in en_US");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "nobody_made_it | {'code':'en_US'} | 404 132001 | $.template.name | template name (nobody_made_it) does not exist in en_US",
        "HELLO_WORLD | {'code':'en_US'} | 404 132001 | $.template.name | template name (HELLO_WORLD) does not exist in en_US",
        "hello_world | {'code':'de'} | 404 132001 | $.template.language.code | template name (hello_world) does not exist in de",
        "hello_world | {'code':'en'} | 404 132001 | $.template.language.code | template name (hello_world) does not exist in en",
        "hello_world | {'code':'en-US'} | 404 132001 | $.template.language.code | template name (hello_world) does not exist in en-US",
        "hello_world | {'code':'en_us'} | 404 132001 | $.template.language.code | template name (hello_world) does not exist in en_us",
        "hello_world | 'en_US' | 400 100 | $.template.language | is the string \"en_US\", must be an object",
        "hello_world | {} | 400 131008 | $.template.language.code | is missing",
        "hello_world | null | 400 131008 | $.template.language | is null",
        "hello_world | {'code':'en_US','policy':'fallback'} | 400 100 | $.template.language.policy | is \"fallback\", must be \"deterministic\"",
      })
  void one_that_is_not_there_is_not_sent(
      String name, String language, String codes, String place, String details) {
    Sandbox.Journal journal = sandbox().journal();
    Refusal.isIn(send(name, language), codes, place, details);
    assertThat(journal.accepted()).isZero();
  }

  @Test
  void a_code_does_not_go_to_a_user_id() {
    String user = sandbox().get("/sandbox/handsets/" + Sandbox.ADA).member("user_id");
    Refusal.isIn(
        send(
            "'recipient':'" + user + "'",
            "login_code",
            "{'code':'en_US'}",
            Shorthand.components("body<1>,url#0<1>")),
        "400 131062",
        "$.recipient",
        "a template with a code, which goes to numbers only");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "return_received_1 | body<4711;a lot> | [0].parameters[1].text | takes an amount such as 42.50, $42.50 or USD 1,200 (AMOUNT)",
        "delivered_1 | body<4711;www.a.example> | [0].parameters[1].text | takes a postal address: letters and digits, and no link (ADDRESS)",
        "delivery_day_1 | body<4711;1 Mill Lane;soon> | [0].parameters[2].text | takes a date such as 2021-04-19, 13/03/2021 or 5th January 1982 (DATE)",
        "delivery_day_1 | body<4711;1 Mill Lane;2026-02-30> | [0].parameters[2].text | is \"2026-02-30\"",
        "unusual_payment_1 | body<42;Kiosk;call us> | [0].parameters[2].text | takes a phone number: digits, blanks, -, ( ) and + (PHONE NUMBER)",
        "payment_received_1 | body<4711;42;ada> | [0].parameters[2].text | takes an e-mail address (EMAIL)",
        "ready_for_pickup_1 | body<4711;4 2;1 Mill Lane> | [0].parameters[1].text | takes a number without blanks (NUMBER)",
        "receipt_attached_1 | header<{'type':'document','document':{'link':'https://a.example/r','filename':'r.docx'}}>,body<42;2026-11-25> | [0].parameters[0].document.filename | is \"r.docx\", a document of a library template is a PDF",
      })
  void values_of_another_kind_are_refused_by_those_of_the_library(
      String entry, String components, String place, String details) {
    String name = "library_" + created++;
    String inputs = "[{'type':'URL','url':{'base_url':'https://a.example/b'}}]";
    boolean withButton = entry.startsWith("payment") || entry.startsWith("ready");
    Answer made =
        sandbox()
            .post(LIST)
            .bearer()
            .json(
                "{'name':'%s','language':'en_US','category':'UTILITY','library_template_name':'%s'%s}"
                    .formatted(
                        name,
                        entry,
                        withButton ? ",'library_template_button_inputs':" + inputs : "")
                    .replace('\'', '"'));
    assertThat(made.status()).as(made.body()).isEqualTo(200);
    Refusal.isIn(
        send(
            "'to':'" + Sandbox.ADA + "'",
            name,
            "{'code':'en_US'}",
            Shorthand.components(components)),
        "400 132018",
        "$.template.components" + place,
        details);
  }
}
