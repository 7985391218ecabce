package dev.parley.server.sandbox;

/// Bodies of messages of a business, one of each kind, without their envelope.
final class Kinds {
  private Kinds() {}

  static String interactive(String kind) {
    return "\"type\":\"interactive\",\"interactive\":" + kind;
  }

  static String catalogMessage(String thumbnail) {
    return interactive(
        """
        {"type":"catalog_message","body":{"text":"All we have"},"action":{"name":"catalog_message",
          "parameters":{"thumbnail_product_retailer_id":"%s"}}}
        """
            .formatted(thumbnail));
  }

  static String productCards(String first, String second) {
    return interactive(
        """
        {"type":"carousel","body":{"text":"New"},"action":{"cards":[
          {"card_index":0,"type":"product",
           "action":{"catalog_id":"300000000000001","product_retailer_id":"%s"}},
          {"card_index":1,"type":"product",
           "action":{"catalog_id":"300000000000001","product_retailer_id":"%s"}}]}}
        """
            .formatted(first, second));
  }

  static String replyCards() {
    return cards(
        "\"buttons\":[{\"type\":\"quick_reply\",\"quick_reply\":{\"id\":\"more-%d\",\"title\":\"More\"}}]");
  }

  static String linkCards() {
    return cards(
        "\"name\":\"cta_url\",\"parameters\":{\"display_text\":\"Open\",\"url\":\"https://olive.example/%d\"}");
  }

  private static String cards(String action) {
    return interactive(
        "{\"type\":\"carousel\",\"body\":{\"text\":\"New\"},\"action\":{\"cards\":[%s,%s]}}"
            .formatted(card(0, action), card(1, action)));
  }

  private static String card(int index, String action) {
    return """
    {"card_index":%d,"type":"cta_url","header":{"type":"image",
      "image":{"link":"https://files.olive.example/a.jpg"}},"action":{%s}}
    """
        .formatted(index, action.formatted(index));
  }

  static String address(String country) {
    return interactive(
        """
        {"type":"address_message","body":{"text":"Where to?"},"action":{"name":"address_message",
          "parameters":{"country":"%s","saved_addresses":[{"id":"home","value":{
            "name":"Ravi","city":"Mumbai","in_pin_code":"400063"}}]}}}
        """
            .formatted(country));
  }

  static String callPermission() {
    return interactive(
        """
        {"type":"call_permission_request","body":{"text":"May we call?"},
          "action":{"name":"call_permission_request"}}
        """);
  }

  static String contactInfo() {
    return interactive(
        """
        {"type":"request_contact_info","body":{"text":"Your number?"},
          "action":{"name":"request_contact_info"}}
        """);
  }

  static String flow(String token, String mode) {
    return interactive(
        """
        {"type":"flow","body":{"text":"Book a table"},"action":{"name":"flow","parameters":{
          "flow_message_version":"3","flow_id":"123","flow_cta":"Book","mode":"%s"%s}}}
        """
            .formatted(mode, token.isEmpty() ? "" : ",\"flow_token\":\"" + token + "\""));
  }

  static String voiceCall() {
    return interactive(
        """
        {"type":"voice_call","body":{"text":"Call us"},"action":{"name":"voice_call"}}
        """);
  }

  static String audio(boolean voice) {
    return """
    "type":"audio","audio":{"link":"https://files.olive.example/a.ogg","voice":%s}
    """
        .formatted(voice);
  }

  /// 470.00 in all.
  static String bill(String referenceId, String currency) {
    return interactive(
        """
        {"type":"order_details","body":{"text":"Your order"},"action":{"name":"review_and_pay",
          "parameters":{"reference_id":"%s","type":"digital-goods","payment_settings":[
            {"type":"payment_gateway","payment_gateway":{"type":"razorpay",
              "configuration_name":"main"}}],
            "currency":"%s","total_amount":{"value":47000,"offset":100},
            "order":{"status":"pending","items":[{"retailer_id":"sku-01","name":"Margherita",
              "amount":{"value":47000,"offset":100},"quantity":1}],
              "subtotal":{"value":47000,"offset":100},"tax":{"value":0,"offset":100}}}}}
        """
            .formatted(referenceId, currency));
  }

  static String billStatus(String referenceId) {
    return interactive(
        """
        {"type":"order_status","body":{"text":"On its way"},"action":{"name":"review_order",
          "parameters":{"reference_id":"%s","order":{"status":"shipped"}}}}
        """
            .formatted(referenceId));
  }
}
