package dev.parley.testkit;

import java.util.LinkedHashMap;
import java.util.Map;

/// Messages of the kinds that have a picture, a form or a question, with `%s` for the recipient.
final class KindBodies {
  private static final String HEAD = "{\"messaging_product\":\"whatsapp\",\"to\":\"%s\",";

  static final String IMAGE =
      HEAD
          + """
          "type":"image","image":{"link":"https://pictures.example/oven.jpg","caption":"*480* °C"}}\
          """;

  static final String VIDEO =
      HEAD
          + """
          "type":"video","video":{"link":"https://pictures.example/dough.mp4"}}\
          """;

  static final String VOICE =
      HEAD
          + """
          "type":"audio","audio":{"link":"https://pictures.example/hello.ogg","voice":true}}\
          """;

  static final String AUDIO =
      HEAD
          + """
          "type":"audio","audio":{"link":"https://pictures.example/jingle.mp3"}}\
          """;

  static final String DOCUMENT =
      HEAD
          + """
          "type":"document","document":{"link":"https://pictures.example/menu.pdf",
           "filename":"menu-autumn.pdf","caption":"The whole menu"}}\
          """;

  static final String STICKER =
      HEAD
          + """
          "type":"sticker","sticker":{"link":"https://pictures.example/slice.webp"}}\
          """;

  static final String CATALOG =
      HEAD
          + """
          "type":"interactive","interactive":{"type":"catalog_message",
           "body":{"text":"All we cook"},"action":{"name":"catalog_message",
            "parameters":{"thumbnail_product_retailer_id":"sku-07"}}}}\
          """;

  static final String QUICK_REPLY_CARDS =
      HEAD
          + """
          "type":"interactive","interactive":{"type":"carousel",
           "body":{"text":"Three pizzas of the week"},"action":{"cards":[
            {"card_index":0,"type":"cta_url",
             "header":{"type":"image","image":{"link":"https://pictures.example/0.jpg"}},
             "body":{"text":"Margherita"},"action":{"buttons":[
              {"type":"quick_reply","quick_reply":{"id":"take-0","title":"Take it"}}]}},
            {"card_index":1,"type":"cta_url",
             "header":{"type":"image","image":{"link":"https://pictures.example/1.jpg"}},
             "body":{"text":"Diavola"},"action":{"buttons":[
              {"type":"quick_reply","quick_reply":{"id":"take-1","title":"Take it"}}]}},
            {"card_index":2,"type":"cta_url",
             "header":{"type":"image","image":{"link":"https://pictures.example/2.jpg"}},
             "body":{"text":"Funghi"},"action":{"buttons":[
              {"type":"quick_reply","quick_reply":{"id":"take-2","title":"Take it"}}]}}]}}}\
          """;

  static final String LINK_CARDS =
      HEAD
          + """
          "type":"interactive","interactive":{"type":"carousel",
           "body":{"text":"On our pages"},"action":{"cards":[
            {"card_index":0,"type":"cta_url",
             "header":{"type":"image","image":{"link":"https://pictures.example/0.jpg"}},
             "action":{"name":"cta_url",
              "parameters":{"display_text":"Read more","url":"https://pages.example/0"}}},
            {"card_index":1,"type":"cta_url",
             "header":{"type":"image","image":{"link":"https://pictures.example/1.jpg"}},
             "action":{"name":"cta_url",
              "parameters":{"display_text":"Read more","url":"https://pages.example/1"}}}]}}}\
          """;

  static final String FLOW =
      HEAD
          + """
          "type":"interactive","interactive":{"type":"flow",
           "header":{"type":"text","text":"A table"},"body":{"text":"Takes a minute."},
           "action":{"name":"flow","parameters":{"flow_message_version":"3",
            "flow_id":"700000000000001","flow_cta":"Book a table","flow_token":"table-7"}}}}\
          """;

  static final String ADDRESS =
      HEAD
          + """
          "type":"interactive","interactive":{"type":"address_message",
           "body":{"text":"Where shall we bring it?"},"action":{"name":"address_message",
            "parameters":{"country":"IN","values":{"name":"Asha","in_pin_code":"666666",
             "phone_number":"+919876543210"},
             "validation_errors":{"in_pin_code":"We could not locate this pin code."}}}}}\
          """;

  static final String CALL_PERMISSION =
      HEAD
          + """
          "type":"interactive","interactive":{"type":"call_permission_request",
           "body":{"text":"May we call you about your order?"},
           "action":{"name":"call_permission_request"}}}\
          """;

  static final String VOICE_CALL =
      HEAD
          + """
          "type":"interactive","interactive":{"type":"voice_call",
           "body":{"text":"The kitchen answers until ten."},"action":{"name":"voice_call",
            "parameters":{"display_text":"Call the kitchen","payload":"desk-7"}}}}\
          """;

  static final String CONTACT_INFO =
      HEAD
          + """
          "type":"interactive","interactive":{"type":"request_contact_info",
           "body":{"text":"May we have your number?"},
           "action":{"name":"request_contact_info"}}}\
          """;

  static final String ORDER_STATUS =
      HEAD
          + """
          "type":"interactive","interactive":{"type":"order_status",
           "body":{"text":"News about your order"},"action":{"name":"review_order",
            "parameters":{"reference_id":"OE-2041",
             "order":{"status":"shipped","description":"By bicycle"}}}}}\
          """;

  static final String ORDER_DETAILS =
      HEAD
          + """
          "type":"interactive","interactive":{"type":"order_details",
           "body":{"text":"Ready to be paid"},"action":{"name":"review_and_pay","parameters":{
            "reference_id":"OE-2041","type":"digital-goods","currency":"INR",
            "payment_type":"upi","payment_configuration":"kitchen",
            "total_amount":{"value":112500,"offset":100},"order":{"status":"pending","items":[
             {"retailer_id":"sku-01","name":"Margherita","quantity":2,
              "amount":{"value":50000,"offset":100},"country_of_origin":"India",
              "importer_name":"Olive","importer_address":"14 Lantern Row"}],
             "subtotal":{"value":100000,"offset":100},
             "tax":{"value":10000,"offset":100,"description":"GST"},
             "shipping":{"value":5000,"offset":100},
             "discount":{"value":2500,"offset":100}}}}}}\
          """;

  static final Map<String, String> ALL = all();

  private KindBodies() {}

  /// All that can be sent to anybody.
  private static Map<String, String> all() {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("image", IMAGE);
    all.put("video", VIDEO);
    all.put("voice", VOICE);
    all.put("audio", AUDIO);
    all.put("document", DOCUMENT);
    all.put("sticker", STICKER);
    all.put("catalog", CATALOG);
    all.put("cards", QUICK_REPLY_CARDS);
    all.put("flow", FLOW);
    all.put("call-permission", CALL_PERMISSION);
    all.put("voice-call", VOICE_CALL);
    all.put("contact-info", CONTACT_INFO);
    return all;
  }
}
