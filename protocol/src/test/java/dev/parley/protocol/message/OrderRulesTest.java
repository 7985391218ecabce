package dev.parley.protocol.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.protocol.json.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OrderRulesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "body - | 131008 body",
        "header = {'type':'text','text':'Bill'} | 131009 header.type",
        "header = {'type':'video','video':{'id':'1'}} | 131009 header.type",
        "action.name = 'review_order' | 131009 action.name",
        "P - | 131008 P",
        "P = {} | 131008 P.currency; 131008 P.reference_id; 131008 P.type; 131008 P.total_amount;"
            + " 131008 P.order",
        "P.reference_id - | 131008 P.reference_id",
        "P.reference_id = '' | 131008 P.reference_id",
        "P.reference_id = x*36 | 131009 P.reference_id",
        "P.reference_id = 'order#77' | 131009 P.reference_id",
        "P.reference_id = 'ordré' | 131009 P.reference_id",
        "P.type - | 131008 P.type",
        "P.type = 'goods' | 131009 P.type",
        "P.currency = 'EUR' | 131009 P.currency",
        "P.currency = 7 | 100 P.currency",
        "P.payment_type = 7 | 100 P.payment_type",
        "P.payment_configuration = x*61 | 131009 P.payment_configuration",
        "P.beneficiaries[0].name = x*201; P.beneficiaries[0].address_line1 = x*101"
            + " | 131009 P.beneficiaries[0].name; 131009 P.beneficiaries[0].address_line1",
        "P.total_amount.value = 46999 | 131009 P.total_amount.value",
        "P.total_amount.value = '470,00' | 100 P.total_amount.value",
        "P.total_amount.value = -1 | 131009 P.total_amount.value",
        "P.total_amount.value = 470.5 | 131009 P.total_amount.value",
        "P.total_amount.value - | 131008 P.total_amount.value",
        "P.total_amount.offset = 1000 | 131009 P.total_amount.offset",
        "P.total_amount.offset - | 131008 P.total_amount.offset",
        "P.total_amount = 470 | 100 P.total_amount",
        "O.status = 'paid' | 131009 O.status",
        "O.status - | 131008 O.status",
        "O.type = 'slow_pay' | 131009 O.type",
        "O.catalog_id = true | 100 O.catalog_id",
        "O.expiration.description = x*121 | 131009 O.expiration.description",
        "O.expiration.timestamp - | 131008 O.expiration.timestamp",
        "O.expiration.timestamp = true | 100 O.expiration.timestamp",
        "O.items - | 131008 O.items",
        "O.items = [] | 131009 O.items",
        "O.items[1] = 7 | 100 O.items[1]",
        "O.items[0].name - | 131008 O.items[0].name",
        "O.items[0].name = x*61 | 131009 O.items[0].name",
        "O.items[0].amount - | 131008 O.items[0].amount",
        "O.items[0].amount.offset = 10 | 131009 O.items[0].amount.offset",
        "O.items[0].sale_amount.value = 20000 | 131009 O.items[0].sale_amount.value",
        "O.items[0].sale_amount = 5 | 100 O.items[0].sale_amount",
        "O.items[0].quantity = 0 | 131009 O.items[0].quantity",
        "O.items[0].quantity = 1.5 | 131009 O.items[0].quantity",
        "O.items[0].quantity - | 131008 O.items[0].quantity",
        "O.items[0].image = {'link':'ftp://x'} | 131009 O.items[0].image.link",
        "O.subtotal - | 131008 O.subtotal",
        "O.tax - | 131008 O.tax",
        "O.tax.description = x*61 | 131009 O.tax.description",
        "O.shipping.value - | 131008 O.shipping.value",
        "O.shipping = 'free' | 100 O.shipping",
        "O.shipping.description = x*61 | 131009 O.shipping.description",
        "O.discount.description = x*61; O.discount.discount_program_name = x*61"
            + " | 131009 O.discount.description; 131009 O.discount.discount_program_name",
        "O.shipping - | 131009 P.total_amount.value",
        "P.reference_id = x*36; P.currency = 'USD'; P.total_amount.value = 1; O.items[1].quantity = 0"
            + " | 131009 P.reference_id; 131009 P.currency; 131009 P.total_amount.value;"
            + " 131009 O.items[1].quantity"
      })
  void a_wrong_bill_is_refused(String edits, String problems) {
    Edits.assertRefused("order-details", edits, problems);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "order-details | S[0] = 7 | 100 S[0]",
        "order-details | S = 'upi' | 100 S",
        "order-details | S[0].type - | 131008 S[0].type",
        "order-details | S[0].type = 'payment_link' | 131008 S[0].payment_link",
        "order-details | S[0].type = 'cash' | 131008 S[0].cash",
        "order-details | S[0].payment_gateway.type - | 131008 S[0].payment_gateway.type",
        "order-details | S[0].payment_gateway.configuration_name = x*61"
            + " | 131009 S[0].payment_gateway.configuration_name",
        "order-details | S[0].payment_gateway.razorpay.receipt = x*41"
            + " | 131009 S[0].payment_gateway.razorpay.receipt",
        "order-details | S[0].payment_gateway.razorpay.notes.table = x*257"
            + " | 131009 S[0].payment_gateway.razorpay.notes.table",
        "order-details | S[0].payment_gateway.payu = {}; S[0].payment_gateway.payu.udf1 = x*256"
            + " | 131009 S[0].payment_gateway.payu.udf1",
        "order-details-brazil | S[0].pix_dynamic_code.code -; S[0].pix_dynamic_code.key_type = 'IBAN'"
            + " | 131008 S[0].pix_dynamic_code.code; 131009 S[0].pix_dynamic_code.key_type",
        "order-details-brazil | S[1].payment_link.uri = 'pay.olive.example'"
            + " | 131009 S[1].payment_link.uri",
        "order-details-brazil | S[2].boleto.digitable_line - | 131008 S[2].boleto.digitable_line",
        "order-details-brazil | S[3].offsite_card_pay.last_four_digits = '52355';"
            + " S[3].offsite_card_pay.credential_id -"
            + " | 131008 S[3].offsite_card_pay.credential_id;"
            + " 131009 S[3].offsite_card_pay.last_four_digits",
        "order-details-brazil | P.reference_id = x*61 | 131009 P.reference_id"
      })
  void a_wrong_way_to_pay_is_refused(String golden, String edits, String problems) {
    Edits.assertRefused(golden, edits, problems);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "order-details | P.currency = 'inr'; P.type = 'PHYSICAL-GOODS'; O.status = 'Pending'",
        "order-details | P.total_amount.value = '47000'; P.total_amount.offset = '100'",
        "order-details | P.reference_id = 'unique reference i'",
        "order-details | P.reference_id = '<UNIQUE_REFERENCE_ID>'",
        "order-details | P.reference_id = 12345",
        "order-details | header = {'type':'document','document':{'id':'1','filename':'bill.pdf'}}",
        "order-details | header = {'type':'image','image':{'id':'1','provider':{'name':'n'}}}",
        "order-details | S = {'type':'upi_intent_link','upi_intent_link':{'link':'upi://pay?pa=x'}}",
        "order-details | S = [{'type':'cards','cards':{'enabled':false}}]",
        "order-details | S -; P.payment_type = 'upi'; P.payment_configuration = 'main'",
        "order-details | S -",
        "order-details | O.expiration.timestamp = 'utc_timestamp_in_seconds'",
        "order-details | O.expiration.timestamp = 1796083200",
        "order-details | O.expiration = null; O.type = 'quick_pay'",
        "order-details | O.catalog_id -; O.items[0].retailer_id -",
        "order-details | O.items[0].country_of_origin = 'India';"
            + " O.items[0].importer_address = {'city':'Delhi'}",
        "order-details | O.items[0].quantity = 9",
        "order-details | O.shipping = null; P.total_amount.value = 45000",
        "order-details | O.discount -; P.total_amount.value = 48000",
        "order-details-brazil | P.reference_id = x*60"
      })
  void what_public_samples_send_passes(String golden, String edits) {
    assertThat(Edits.message(golden, edits)).isInstanceOf(OrderDetails.class);
  }

  @Test
  void a_bill_names_the_right_total() {
    assertThat(Edits.problems("order-details", "P.total_amount.value = 46999", Strictness.LENIENT))
        .extracting(Problem::sentence)
        .containsExactly(
            "$.interactive.action.parameters.total_amount.value is 46999, must be 47000: subtotal +"
                + " tax + shipping - discount");
  }

  @Test
  void own_pictures_allow_of_ten_items_only() {
    var edits = new StringBuilder("O.items[0].image = {'link':'https://files.olive.example/1'}");
    for (int i = 2; i < 10; i++) {
      edits.append("; O.items[%d] = ".formatted(i)).append(Edits.AN_ITEM);
    }
    assertThat(Edits.message("order-details", edits.toString())).isInstanceOf(OrderDetails.class);
    edits.append("; O.items[10] = ").append(Edits.AN_ITEM);
    Edits.assertRefused("order-details", edits.toString(), "131009 O.items");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "O.items[0].quantity = 3 | 131009 O.subtotal.value",
        "P.reference_id = 'order 77' | 131009 P.reference_id",
        "P.reference_id = 77 | 100 P.reference_id",
        "P.total_amount.value = '47000' | 100 P.total_amount.value",
        "O.expiration.timestamp = 'soon' | 100 O.expiration.timestamp",
        "S = [{'type':'cards','cards':{}}] | 131009 S[0].type",
        "O.colour = 'red'; O.tax.rate = 7 | 100 O.tax.rate; 100 O.colour"
      })
  void a_strict_reading_refuses_more(String edits, String problems) {
    Edits.assertRefused("order-details", edits, problems, Strictness.STRICT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"order-details", "order-details-brazil", "order-status", "order-status-paid"})
  void a_right_order_passes_strictly_too(String golden) {
    Edits.assertPassesStrictly(golden);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "body - | 131008 body",
        "action.name = 'review_and_pay' | 131009 action.name",
        "P - | 131008 P",
        "P.reference_id - | 131008 P.reference_id",
        "P.reference_id = x*61 | 131009 P.reference_id",
        "P.reference_id = 'a/b' | 131009 P.reference_id",
        "O - | 131008 O",
        "O.status - | 131008 O.status",
        "O.status = 'lost' | 131009 O.status",
        "O.status = 7 | 100 O.status",
        "O.description = x*121 | 131009 O.description",
        "P.payment.status = 'gone' | 131009 P.payment.status",
        "P.payment.status - | 131008 P.payment.status",
        "P.payment.timestamp = 'now' | 100 P.payment.timestamp",
        "P.payment = 'captured' | 100 P.payment",
        "P.reference_id = ''; O.status = 'x'; O.description = x*121; P.payment.status = 'x'"
            + " | 131008 P.reference_id; 131009 O.status; 131009 O.description;"
            + " 131009 P.payment.status"
      })
  void a_wrong_order_status_is_refused(String edits, String problems) {
    Edits.assertRefused("order-status-paid", edits, problems);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "O.status = 'partially-shipped'",
        "O.status = 'PARTIALLY_SHIPPED'; P.payment = null; header = {}",
        "O.more = 1; P.payment = {}"
      })
  void the_same_order_status_may_be_written_otherwise(String edits) {
    Edits.assertSame("order-status", edits);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"pending", "processing", "shipped", "completed", "canceled", "captured", "failed"})
  void an_order_has_these_stages(String stage) {
    assertThat(Edits.message("order-status", "O.status = '" + stage + "'"))
        .isInstanceOfSatisfying(
            OrderStatus.class, status -> assertThat(status.stage().wire()).isEqualTo(stage));
  }
}
