package dev.parley.server.admin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.protocol.json.JsonArray;
import dev.parley.protocol.json.JsonObject;
import dev.parley.server.corpus.Answer;
import dev.parley.server.corpus.Running;
import dev.parley.server.corpus.Sandbox;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The template library over HTTP: found, taken over, sent with values of the right kind. Source:
/// reference, templates-and-media.md §4.
class TemplateLibraryTest extends Running {
  private static final String LIBRARY = "/v25.0/message_template_library";
  private static final String LIST = "/v25.0/" + Sandbox.WABA + "/message_templates";

  private static List<String> names(Answer answer) {
    return ((JsonArray) Objects.requireNonNull(answer.json().get("data")))
        .items().stream()
            .map(item -> (JsonObject) item)
            .map(item -> item.get("name") + "/" + item.get("language"))
            .map(name -> name.replace("\"", ""))
            .toList();
  }

  private static String taking(String library, String name, String more) {
    return """
    {"name":"%s","language":"en_US","category":"UTILITY","library_template_name":"%s"%s}\
    """
        .formatted(name, library, more);
  }

  private Answer send(String template, String components) {
    return sandbox()
        .send(
            """
            {"messaging_product":"whatsapp","to":"15550100101","type":"template",\
            "template":{"name":"%s","language":{"code":"en_US"},"components":[%s]}}\
            """
                .formatted(template, components));
  }

  private static String body(String... values) {
    return "{\"type\":\"body\",\"parameters\":[%s]}"
        .formatted(
            String.join(
                ",",
                List.of(values).stream()
                    .map(value -> "{\"type\":\"text\",\"text\":\"%s\"}".formatted(value))
                    .toList()));
  }

  @Test
  void an_entry_is_shown_with_its_samples_and_types() {
    assertThat(sandbox().get(LIBRARY + "?name=order_cancelled_1").body())
        .isEqualTo(
            """
            {"data":[{"name":"order_cancelled_1","language":"en_US","category":"UTILITY",\
            "topic":"ORDER_MANAGEMENT","usecase":"ORDER_OR_TRANSACTION_CANCEL",\
            "industry":["E_COMMERCE","FINANCIAL_SERVICES"],"header":"Order cancelled",\
            "body":"We have cancelled your order {{1}} as you asked. The {{2}} that you paid will\
             be back on your account within a week.",\
            "body_params":["4711","42.50 USD"],"body_param_types":["TEXT","AMOUNT"],\
            "buttons":[{"type":"PHONE_NUMBER","text":"Call us","phone_number":"+15550100001"}],\
            "id":"700000000000011"}],\
            "paging":{"cursors":{"before":"NzAwMDAwMDAwMDAwMDEx","after":"NzAwMDAwMDAwMDAwMDEx"}}}\
            """);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "name=delivery_day_1 | delivery_day_1/en_US,delivery_day_1/pt_BR",
        "usecase=payment_due_reminder&language=es | payment_due_1/es",
        "search=CARD%20that | payment_failed_1/en_US",
        "search=Low%20balance | balance_low_1/en_US",
        "topic=PAYMENTS&industry=E_COMMERCE&search=receipt |"
            + " receipt_attached_1/en_US,payment_received_1/en_US",
        "search=code&language=de | sign_in_code_1/de"
      })
  void filters_combine(String query, String found) {
    assertThat(names(sandbox().get(LIBRARY + "?" + query))).containsExactly(found.split(","));
    assertThat(
            names(sandbox().get("/v25.0/" + Sandbox.WABA + "/message_template_library?" + query)))
        .hasSize(found.split(",").length);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "topic=x | ACCOUNT_UPDATE, CUSTOMER_FEEDBACK, ORDER_MANAGEMENT, PAYMENTS",
        "usecase=x | PAYMENT_SCHEDULED, RECEIPT_ATTACHMENT",
        "industry=x | one of E_COMMERCE, FINANCIAL_SERVICES",
        "language=en-US | a code such as en_US",
        "limit=0 | a whole number from 1",
        "after=* | a cursor"
      })
  void a_filter_that_nothing_can_fit_is_refused_with_the_choices(String query, String choices) {
    Answer answer = sandbox().get(LIBRARY + "?" + query);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.code()).isEqualTo(100);
    assertThat(answer.details()).contains(choices);
  }

  @Test
  void pages_go_both_ways_and_nobody_looks_without_a_token() {
    Answer first = sandbox().get(LIBRARY + "?topic=PAYMENTS&limit=2");
    assertThat(names(first)).hasSize(2);
    URI next = URI.create(first.member("paging.next"));
    Answer second = sandbox().get(next.getRawPath() + "?" + next.getRawQuery());
    assertThat(names(second)).hasSize(2).doesNotContainAnyElementsOf(names(first));
    assertThat(second.member("paging.previous")).contains("topic=PAYMENTS");
    assertThat(sandbox().call("GET", LIBRARY).empty().status()).isEqualTo(401);
  }

  @Test
  void a_template_of_the_library_is_approved_at_once_whatever_the_review() {
    sandbox().post("/sandbox/templates").json("{\"review\":\"by_hand\"}");
    Answer made =
        sandbox()
            .post(LIST)
            .bearer()
            .json(
                taking(
                    "parcel_on_its_way_1",
                    "lib_parcel",
                    """
                    ,"library_template_button_inputs":"[{'type': 'URL', 'url':\
                     {'base_url' : 'https://www.example.com/{{1}}',\
                     'url_suffix_example' : 'https://www.example.com/demo'}},\
                     {type: 'PHONE_NUMBER', 'phone_number': '+16315551010'}]"\
                    """));
    sandbox().post("/sandbox/templates").json("{\"review\":\"at_once\"}");
    String id = made.member("id");
    assertThat(made.body())
        .isEqualTo(
            "{\"id\":\"%s\",\"status\":\"APPROVED\",\"category\":\"UTILITY\"}".formatted(id));
    Answer read = sandbox().get("/v25.0/" + id);
    assertThat(read.member("status")).isEqualTo("APPROVED");
    assertThat(read.member("library_template_name")).isEqualTo("parcel_on_its_way_1");
    assertThat(read.member("components.0.text")).isEqualTo("On its way");
    assertThat(read.member("components.2.buttons.0.url"))
        .isEqualTo("https://www.example.com/{{1}}");
    assertThat(read.member("components.2.buttons.1.phone_number")).isEqualTo("+16315551010");
  }

  @Test
  void it_is_taken_over_in_360dialogs_dialect_too_and_shown_on_the_phone() {
    Answer made =
        sandbox()
            .post("/v1/configs/templates")
            .d360()
            .json(taking("delivered_1", "lib_delivered", ""));
    assertThat(made.status()).isEqualTo(201);
    assertThat(made.member("status")).isEqualTo("approved");
    Answer sent = send("lib_delivered", body("4711", "12 Mill Lane, Springfield"));
    assertThat(sent.status()).isEqualTo(200);
  }

  @Test
  void values_of_another_kind_are_refused_when_sent() {
    sandbox().post(LIST).bearer().json(taking("return_received_1", "lib_return", ""));
    assertThat(send("lib_return", body("4711", "USD 42.50")).status()).isEqualTo(200);
    Answer wrong = send("lib_return", body("4711", "a lot"));
    assertThat(wrong.status()).isEqualTo(400);
    assertThat(wrong.problems())
        .containsExactly("132018 $.template.components[0].parameters[1].text");
    assertThat(wrong.details()).contains("AMOUNT").contains("return_received_1");
  }

  @Test
  void a_document_of_the_library_is_a_pdf() {
    sandbox().post(LIST).bearer().json(taking("receipt_attached_1", "lib_receipt", ""));
    String header =
        """
        {"type":"header","parameters":[{"type":"document","document":\
        {"link":"https://example.com/r","filename":"%s"}}]},\
        """;
    String values = body("USD 42.50", "2026-11-25");
    assertThat(send("lib_receipt", header.formatted("r.pdf") + values).status()).isEqualTo(200);
    assertThat(send("lib_receipt", header.formatted("r.docx") + values).problems())
        .containsExactly("132018 $.template.components[0].parameters[0].document.filename");
  }

  @Test
  void a_document_that_was_uploaded_is_a_pdf_too() {
    sandbox().post(LIST).bearer().json(taking("receipt_attached_1", "lib_upload", ""));
    String header =
        """
        {"type":"header","parameters":[{"type":"document","document":{"id":"%s"}}]},\
        """;
    String values = body("USD 42.50", "2026-11-25");
    String text = uploaded("a.txt", "text/plain", "Thank you.");
    assertThat(send("lib_upload", header.formatted(text) + values).problems())
        .containsExactly("132018 $.template.components[0].parameters[0].document.id");
    String pdf = uploaded("a.pdf", "application/pdf", "%PDF-1.4\n%%EOF\n");
    assertThat(send("lib_upload", header.formatted(pdf) + values).status()).isEqualTo(200);
  }

  private String uploaded(String name, String type, String content) {
    String form =
        """
        --b\r
        Content-Disposition: form-data; name="messaging_product"\r
        \r
        whatsapp\r
        --b\r
        Content-Disposition: form-data; name="file"; filename="%s"\r
        Content-Type: %s\r
        \r
        %s\r
        --b--\r
        """
            .formatted(name, type, content);
    return sandbox()
        .post("/v25.0/" + Sandbox.NUMBER + "/media")
        .bearer()
        .header("Content-Type", "multipart/form-data; boundary=b")
        .body(form.getBytes(StandardCharsets.UTF_8))
        .member("id");
  }

  @Test
  void with_other_components_it_becomes_the_businesss_own() {
    String id =
        sandbox().post(LIST).bearer().json(taking("return_received_1", "lib_own", "")).member("id");
    assertThat(
            sandbox()
                .post("/v25.0/" + id)
                .bearer()
                .json("{\"components\":[{\"type\":\"BODY\",\"text\":\"It is here.\"}]}")
                .status())
        .isEqualTo(200);
    assertThat(sandbox().get("/v25.0/" + id).member("library_template_name")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"library_template_name\":null}",
        "{\"library_template_name\":7}",
        "{\"library_template_name\":\"\"}",
        "{\"library_template_name\":\"delivered_1\",\"library_template_body_inputs\":[1]}",
        "{\"library_template_name\":\"delivered_1\",\"library_template_button_inputs\":[[]]}",
        "{\"library_template_name\":\"delivered_1\",\"library_template_button_inputs\":\"[{'\"}"
      })
  void nonsense_is_refused(String body) {
    Answer answer = sandbox().post(LIST).bearer().json(body);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.code()).isEqualTo(100);
  }
}
