package dev.parley.protocol.template;

import static dev.parley.protocol.template.Kinds.action;
import static dev.parley.protocol.template.Kinds.body;
import static dev.parley.protocol.template.Kinds.button;
import static dev.parley.protocol.template.Kinds.cards;
import static dev.parley.protocol.template.Kinds.component;
import static dev.parley.protocol.template.Kinds.image;
import static dev.parley.protocol.template.Kinds.named;
import static dev.parley.protocol.template.Kinds.object;
import static dev.parley.protocol.template.Kinds.product;
import static dev.parley.protocol.template.Kinds.text;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TemplateRenderingTest {

  /// What is shown, once the check found nothing wrong.
  private static void shows(String kind, String components, String expected) {
    var definition = Kinds.definition(kind);
    var message = Kinds.message(components);
    assertThat(TemplateCheck.problems(definition, message)).isEmpty();
    assertThat(ShownTemplateWriter.write(TemplateRendering.of(definition, message)))
        .isEqualTo(object(expected));
  }

  @Test
  void values_stand_in_the_place_of_variables() {
    shows(
        Kinds.ORDER,
        body(text("Ada"), text("{{1}} $1")),
        "{'body':'Hi Ada, {{1}} $1 is on its way.'}");
    shows(
        Kinds.ORDER,
        body(
            "{'type':'currency','currency':{'fallback_value':'$3','code':'USD','amount_1000':3000}}",
            "{'type':'date_time','date_time':{'fallback_value':'May 1'}}"),
        "{'body':'Hi $3, May 1 is on its way.'}");
    shows(
        Kinds.NAMED,
        component("header", named("who", "Ada"))
            + ","
            + body(named("what", "Soup"), named("who", "Bob")),
        "{'header':'For Ada','body':'Hi Bob, Soup is on its way.'}");
  }

  @Test
  void a_header_is_what_was_sent() {
    shows(
        Kinds.IMAGE,
        component("header", image()),
        "{'header':{'type':'image','image':{'id':'901'}},'body':'Look','footer':'Olive'}");
    String place =
        "{'type':'location','location':{'latitude':1.5,'longitude':2.5,'name':'Us','address':'Here'}}";
    shows(Kinds.LOCATION, component("header", place), "{'header':" + place + ",'body':'Here'}");
  }

  @Test
  void buttons_have_what_a_tap_needs() {
    shows(
        Kinds.BUTTONS,
        button("quick_reply", 1, "{'type':'payload','payload':'no-7'}")
            + ","
            + button("url", 2, text("pizza")),
        """
        {'body':'Well?','buttons':[
          {'type':'QUICK_REPLY','text':'Yes','id':'Yes','payload':'Yes'},
          {'type':'QUICK_REPLY','text':'No','id':'no-7','payload':'no-7'},
          {'type':'URL','text':'Menu','url':'https://olive.example/pizza'},
          {'type':'URL','text':'Home','url':'https://olive.example/'},
          {'type':'PHONE_NUMBER','text':'Call','phone_number':'+15550100001'}]}
        """);
  }

  @Test
  void replies_with_one_payload_are_told_apart_by_their_words() {
    String same = "{'type':'payload','payload':'7'}";
    var shown =
        TemplateRendering.of(
            Kinds.definition(Kinds.BUTTONS),
            Kinds.message(button("quick_reply", 0, same) + "," + button("quick_reply", 1, same)));
    assertThat(shown.buttons())
        .startsWith(new ShownButton.Reply("7", "Yes", "7"), new ShownButton.Reply("No", "No", "7"));
  }

  @Test
  void codes_are_those_of_the_message() {
    String coupon = "{'type':'coupon_code','coupon_code':'ADA9'}";
    shows(
        Kinds.COUPON,
        button("copy_code", 0, coupon),
        "{'body':'A gift','buttons':[{'type':'COPY_CODE','text':'Copy code','code':'ADA9'}]}");
    shows(
        Kinds.OFFER,
        component(
                "limited_time_offer",
                "{'type':'limited_time_offer','limited_time_offer':{'expiration_time_ms':99}}")
            + ","
            + button("copy_code", 0, coupon)
            + ","
            + button("url", 1, text("b")),
        """
        {'body':'A gift','limited_time_offer':{'text':'Soon over','expiration_time_ms':99},'buttons':[
          {'type':'COPY_CODE','text':'Copy code','code':'ADA9'},
          {'type':'URL','text':'Shop','url':'https://olive.example/b'}]}
        """);
    shows(
        Kinds.CODE,
        body(text("424242")) + "," + button("url", 0, text("424242")),
        """
        {'body':'*424242* is your verification code. For your security, do not share this code.',
         'footer':'This code expires in 5 minutes.',
         'buttons':[{'type':'OTP','text':'Copy code','code':'424242'}]}
        """);
  }

  @Test
  void products_are_shown_where_they_stand() {
    shows(
        Kinds.CATALOG,
        button("catalog", 0, action("'thumbnail_product_retailer_id':'a'")),
        "{'body':'All','buttons':[{'type':'CATALOG','text':'View catalog','thumbnail_product_retailer_id':'a'}]}");
    String sections = "'sections':[{'title':'A','product_items':[{'product_retailer_id':'a'}]}]";
    shows(
        Kinds.ITEMS,
        button("mpm", 0, action(sections)),
        "{'body':'Some','buttons':[{'type':'MPM','text':'View items'," + sections + "}]}");
    shows(
        Kinds.PRODUCT,
        component("header", product("a")),
        "{'header':%s,'body':'One','buttons':[{'type':'SPM','text':'View'}]}"
            .formatted(product("a")));
  }

  @Test
  void a_flow_has_its_token_and_a_call_its_time() {
    shows(
        Kinds.FLOW,
        button("flow", 0, action("'flow_token':'t-1','flow_action_data':{'day':1}")),
        """
        {'body':'Book','buttons':[{'type':'FLOW','text':'Book','flow_id':'77','flow_token':'t-1',
          'flow_action':'navigate','navigate_screen':'DAY','flow_action_data':{'day':1}}]}
        """);
    shows(
        Kinds.FLOW,
        "",
        """
        {'body':'Book','buttons':[{'type':'FLOW','text':'Book','flow_id':'77','flow_token':'unused',
          'flow_action':'navigate','navigate_screen':'DAY'}]}
        """);
    shows(
        Kinds.CALL,
        "",
        "{'body':'Ring us.','buttons':[{'type':'VOICE_CALL','text':'Ring','ttl_minutes':2880}]}");
    shows(
        Kinds.CALL,
        "{'type':'button','sub_type':'voice_call','parameters':[{'type':'ttl_minutes','ttl_minutes':60},{'type':'payload','payload':'d'}]}",
        "{'body':'Ring us.','buttons':[{'type':'VOICE_CALL','text':'Ring','ttl_minutes':60,'payload':'d'}]}");
    shows(Kinds.MAY_CALL, "", "{'body':'May we call?','call_permission_request':true}");
  }

  @Test
  void cards_stand_in_the_order_of_their_places() {
    shows(
        Kinds.CARDS,
        cards(
            component("header", image())
                + ","
                + body(text("Oolong"))
                + ","
                + button("url", 1, text("o")),
            component("header", image())
                + ","
                + body(text("Assam"))
                + ","
                + button("url", 1, text("a"))
                + ","
                + button("quick_reply", 0, "{'type':'payload','payload':'more-1'}")),
        """
        {'body':'Teas','cards':[
          {'header':{'type':'image','image':{'id':'901'}},'body':'Tea Oolong for you','buttons':[
            {'type':'QUICK_REPLY','text':'More','id':'More','payload':'More'},
            {'type':'URL','text':'Shop','url':'https://olive.example/o'}]},
          {'header':{'type':'image','image':{'id':'901'}},'body':'Tea Assam for you','buttons':[
            {'type':'QUICK_REPLY','text':'More','id':'more-1','payload':'more-1'},
            {'type':'URL','text':'Shop','url':'https://olive.example/a'}]}]}
        """);
    shows(
        Kinds.PRODUCT_CARDS,
        cards(component("header", product("a")), component("header", product("b"))),
        "{'body':'Teas','cards':[{'header':%s,'buttons':[{'type':'SPM','text':'View'}]},{'header':%s,'buttons':[{'type':'SPM','text':'View'}]}]}"
            .formatted(product("a"), product("b")));
  }
}
