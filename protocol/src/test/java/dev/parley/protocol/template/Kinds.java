package dev.parley.protocol.template;

import dev.parley.protocol.api.SendRequest.SendMessage;
import dev.parley.protocol.json.JsonObject;
import dev.parley.protocol.json.JsonReader;
import dev.parley.protocol.message.SendRequestReader;
import dev.parley.protocol.message.Template;

/// Templates of each kind, and messages made from them. Quotes are single, for reading.
final class Kinds {
  static final String ORDER =
      define(
          "utility",
          "{'type':'BODY','text':'Hi {{1}}, {{2}} is on its way.','example':{'body_text':[['Ada','7']]}}");
  static final String NAMED =
      define(
          "utility','parameter_format':'named",
          "{'type':'HEADER','format':'TEXT','text':'For {{who}}','example':{'header_text_named_params':[{'param_name':'who','example':'Ada'}]}},"
              + "{'type':'BODY','text':'Hi {{who}}, {{what}} is on its way.','example':{'body_text_named_params':[{'param_name':'who','example':'Ada'},{'param_name':'what','example':'Soup'}]}}");
  static final String IMAGE =
      define(
          "marketing",
          "{'type':'HEADER','format':'IMAGE','example':{'header_handle':['4::aW1h:x']}},{'type':'BODY','text':'Look'},{'type':'FOOTER','text':'Olive'}");
  static final String LOCATION =
      define("utility", "{'type':'HEADER','format':'LOCATION'},{'type':'BODY','text':'Here'}");
  static final String BUTTONS =
      define(
          "marketing",
          "{'type':'BODY','text':'Well?'},{'type':'BUTTONS','buttons':["
              + "{'type':'QUICK_REPLY','text':'Yes'},{'type':'QUICK_REPLY','text':'No'},"
              + "{'type':'URL','text':'Menu','url':'https://olive.example/{{1}}','example':['pizza']},"
              + "{'type':'URL','text':'Home','url':'https://olive.example/'},"
              + "{'type':'PHONE_NUMBER','text':'Call','phone_number':'+15550100001'}]}");
  static final String COUPON =
      define(
          "marketing",
          "{'type':'BODY','text':'A gift'},{'type':'BUTTONS','buttons':[{'type':'COPY_CODE','example':'OLIVE25'}]}");
  static final String OFFER =
      define(
          "marketing",
          "{'type':'LIMITED_TIME_OFFER','limited_time_offer':{'text':'Soon over','has_expiration':true}},"
              + "{'type':'BODY','text':'A gift'},{'type':'BUTTONS','buttons':[{'type':'COPY_CODE','example':'OLIVE25'},"
              + "{'type':'URL','text':'Shop','url':'https://olive.example/{{1}}','example':['https://olive.example/a']}]}");
  static final String CODE =
      define(
          "authentication",
          "{'type':'BODY','add_security_recommendation':true},{'type':'FOOTER','code_expiration_minutes':5},"
              + "{'type':'BUTTONS','buttons':[{'type':'OTP','otp_type':'COPY_CODE'}]}");
  static final String CATALOG =
      define(
          "marketing",
          "{'type':'BODY','text':'All'},{'type':'BUTTONS','buttons':[{'type':'CATALOG','text':'View catalog'}]}");
  static final String ITEMS =
      define(
          "marketing",
          "{'type':'BODY','text':'Some'},{'type':'BUTTONS','buttons':[{'type':'MPM','text':'View items'}]}");
  static final String PRODUCT =
      define(
          "marketing",
          "{'type':'HEADER','format':'PRODUCT'},{'type':'BODY','text':'One'},{'type':'BUTTONS','buttons':[{'type':'SPM','text':'View'}]}");
  static final String FLOW =
      define(
          "marketing",
          "{'type':'BODY','text':'Book'},{'type':'BUTTONS','buttons':[{'type':'FLOW','text':'Book','flow_id':'77','flow_action':'navigate','navigate_screen':'DAY'}]}");
  static final String CALL =
      define(
          "utility",
          "{'type':'BODY','text':'Ring us.'},{'type':'BUTTONS','buttons':[{'type':'voice_call','text':'Ring','ttl_minutes':2880}]}");
  static final String MAY_CALL =
      define("utility", "{'type':'BODY','text':'May we call?'},{'type':'call_permission_request'}");
  static final String CARDS =
      define(
          "marketing",
          "{'type':'BODY','text':'Teas'},{'type':'CAROUSEL','cards':["
              + card()
              + ","
              + card()
              + "]}");
  static final String PRODUCT_CARDS =
      define(
          "marketing",
          "{'type':'BODY','text':'Teas'},{'type':'CAROUSEL','cards':["
              + productCard()
              + ","
              + productCard()
              + "]}");

  private Kinds() {}

  private static String card() {
    return "{'components':[{'type':'HEADER','format':'IMAGE','example':{'header_handle':['4::aW1h:x']}},"
        + "{'type':'BODY','text':'Tea {{1}} for you','example':{'body_text':[['Oolong']]}},"
        + "{'type':'BUTTONS','buttons':[{'type':'QUICK_REPLY','text':'More'},"
        + "{'type':'URL','text':'Shop','url':'https://olive.example/{{1}}','example':['a']}]}]}";
  }

  private static String productCard() {
    return "{'components':[{'type':'HEADER','format':'PRODUCT'},"
        + "{'type':'BUTTONS','buttons':[{'type':'SPM','text':'View'}]}]}";
  }

  private static String define(String category, String parts) {
    return "{'name':'a','language':'en_US','category':'%s','components':[%s]}"
        .formatted(category, parts);
  }

  static TemplateDefinition definition(String json) {
    return TemplateDefinitionReader.read(object(json)).orThrow();
  }

  static Template message(String components) {
    var body =
        object(
            ("{'messaging_product':'whatsapp','to':'15550100101','type':'template','template':"
                    + "{'name':'a','language':{'code':'en_US'},'components':[%s]}}")
                .formatted(components));
    return (Template) ((SendMessage) SendRequestReader.read(body).orThrow()).message();
  }

  static JsonObject object(String json) {
    return (JsonObject) JsonReader.read(json.replace('\'', '"')).orThrow();
  }

  static String body(String... values) {
    return component("body", values);
  }

  static String component(String type, String... values) {
    return "{'type':'%s','parameters':[%s]}".formatted(type, String.join(",", values));
  }

  static String button(String kind, int index, String... values) {
    return "{'type':'button','sub_type':'%s','index':%d,'parameters':[%s]}"
        .formatted(kind, index, String.join(",", values));
  }

  static String text(String text) {
    return "{'type':'text','text':'%s'}".formatted(text);
  }

  static String named(String name, String text) {
    return "{'type':'text','parameter_name':'%s','text':'%s'}".formatted(name, text);
  }

  static String image() {
    return "{'type':'image','image':{'id':'901'}}";
  }

  static String product(String id) {
    return "{'type':'product','product':{'product_retailer_id':'%s','catalog_id':'3'}}"
        .formatted(id);
  }

  static String action(String members) {
    return "{'type':'action','action':{%s}}".formatted(members);
  }

  static String cards(String... components) {
    var cards = new StringBuilder();
    for (int i = 0; i < components.length; i++) {
      cards
          .append(i == 0 ? "" : ",")
          .append("{'card_index':%d,'components':[%s]}".formatted(i, components[i]));
    }
    return "{'type':'carousel','cards':[" + cards + "]}";
  }
}
