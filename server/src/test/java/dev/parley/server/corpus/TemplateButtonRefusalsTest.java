package dev.parley.server.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What no message made from a template may bring for buttons, cards, offers and orders, over HTTP.
/// Nothing of it is accepted. Source: reference, template-kinds.md §1–§7; messages.md §17.
class TemplateButtonRefusalsTest extends Running {
  private static final String UPDATE = "header<42>,body<Ada;7>";
  private static final String PICTURE =
      "header<{'type':'image','image':{'link':'https://a.example/a'}}>";
  private static final String ENDS =
      "limited_time_offer<{'type':'limited_time_offer','limited_time_offer':{%s}}>";
  private static final String PAYLOAD = "{'type':'payload','payload':'yes'}";
  private static final String ORDER =
      """
      {'type':'action','action':{'order_details':{'reference_id':'%s','type':'digital-goods',\
      'currency':'INR','total_amount':{'value':%s,'offset':100},'order':{'status':'pending',\
      'items':[{'name':'Pizza','retailer_id':'sku-02','amount':{'value':1400,'offset':100},\
      'quantity':1}],'subtotal':{'value':1400,'offset':100},'tax':{'value':0,'offset':100}},\
      'payment_settings':[{'type':'payment_gateway','payment_gateway':{'type':'razorpay',\
      'configuration_name':'shop'}}],'catalog_id':'300000000000001'}}}\
      """;

  private static String written(String components) {
    return Shorthand.components(
        components
            .replace("$CARD0", "card#0(" + PICTURE + ",body<basil>,url#1<a>)")
            .replace("$CARD1", "card#1(" + PICTURE + ",body<chilli>,url#1<a>)")
            .replace("$UPDATE", UPDATE)
            .replace("$PICTURE", PICTURE)
            .replace("$ENDS", ENDS.formatted("'expiration_time_ms':1795632135000"))
            .replace("$PAST", ENDS.formatted("'expiration_time_ms':1209600000"))
            .replace("$NEVER", ENDS.formatted("'expiration_time_ms':0"))
            .replace("$OPEN", ENDS.formatted(""))
            .replace("$PAYLOAD", PAYLOAD)
            .replace("$COUPON", "{'type':'coupon_code','coupon_code':'LUNCH25'}")
            .replace("$LONG16", "{'type':'coupon_code','coupon_code':'a*16'}")
            .replace("$LONG21", "{'type':'coupon_code','coupon_code':'a*21'}")
            .replace("$ORDER", ORDER.formatted("o-1", "1400"))
            .replace("$BADSUM", ORDER.formatted("o-1", "1500"))
            .replace("$BADREF", ORDER.formatted("a*36", "1400"))
            .replace("$SKU", "{'product_retailer_id':'sku-02'}")
            .replace("$GONE", "{'product_retailer_id':'sku-99'}")
            .replace("$PRODUCT", product("sku-02"))
            .replace("$MISSING", product("sku-99")));
  }

  private static String product(String id) {
    return "header<{'type':'product','product':{'product_retailer_id':'%s','catalog_id':'300000000000001'}}>"
        .formatted(id);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        // Links, quick replies, phone numbers.
        "order_update | $UPDATE | 400 131008 | ~ | buttons: Button at index 2 of type Url requires a parameter",
        "order_update | $UPDATE,url#2<> | 400 131008 | [2].parameters | buttons: Button at index 2 of type Url requires a parameter",
        "order_update | $UPDATE,url#2<a;b> | 400 132000 | [2].parameters | button: number of localizable_params (2) does not match the expected number of params (1)",
        "order_update | $UPDATE,url#2<a\\nb> | 400 132018 | [2].parameters[0].text | Param text cannot have new-line/tab characters",
        "order_update | $UPDATE,url#2<$PAYLOAD> | 400 132012 | [2].parameters[0].type | is \"payload\", this component takes text",
        "order_update | $UPDATE,url#1<a>,url#2<a> | 400 132018 | [2].sub_type | is url, button 1 of the template is QUICK_REPLY",
        "order_update | $UPDATE,url#2<a>,url#4<a> | 400 132018 | [3].index | is 4, the template has 4 buttons, counted from 0",
        "order_update | $UPDATE,url#2<a>,url#2<a> | 400 131009 | [3].index | is a second button 2, at most one is allowed",
        "order_update | $UPDATE,url#2<a>,url#10<a> | 400 131009 | [3].index | is 10, must be a whole number from 0 to 9",
        "order_update | $UPDATE,url#2<a>,{'type':'button','sub_type':'url','parameters':[]} | 400 131008 | [3].index | is missing",
        "order_update | $UPDATE,url#2<a>,link#0<a> | 400 100 | [3].sub_type | is \"link\", must be \"app\", \"catalog\", \"copy_code\", \"flow\", \"mpm\", \"order_details\", \"otp\", \"payment_request\", \"phone_number\", \"quick_reply\", \"reminder\", \"request_contact_info\", \"spm\", \"url\" or \"voice_call\"",
        "order_update | $UPDATE,url#2<a>,phone_number#3<15550100001> | 400 132012 | [3].parameters[0].type | takes no parameters",
        "order_update | $UPDATE,url#2<a>,quick_reply#0<$PAYLOAD;$PAYLOAD> | 400 132000 | [3].parameters | button: number of localizable_params (2)",
        "order_update | $UPDATE,url#2<a>,quick_reply#0<{'type':'payload','payload':'a*257'}> | 400 131009 | [3].parameters[0].payload | has 257 characters, at most 256 are allowed",
        "order_update | $UPDATE,url#2<a>,quick_reply#0<{'type':'payload'}> | 400 131008 | [3].parameters[0].payload | is missing",
        "hello_world | quick_reply#0<$PAYLOAD> | 400 132018 | [0].index | names a button, the template has none",
        "table_reminder | body<first_name=a;guests=b;day=c>,copy_code#0<$COUPON> | 400 132018 | [1].sub_type | is copy_code, button 0 of the template is QUICK_REPLY",
        // Codes.
        "login_code | body<1> | 400 131008 | ~ | buttons: Button at index 0 of type Url requires a parameter",
        "login_code | body<1>,url#0<1*16> | 400 132018 | [1].parameters[0].text | is a code of 16 characters, at most 15 are allowed",
        "login_one_tap | body<1>,url#0<https://a.example> | 400 132007 | [1].parameters[0].text | a code holds neither links nor emoji",
        "login_zero_tap | body<1>,quick_reply#0<$PAYLOAD> | 400 132018 | [1].sub_type | is quick_reply, button 0 of the template is OTP",
        "lunch_coupon | body<a;b> | 400 131008 | ~ | has no coupon_code for button 1",
        "lunch_coupon | body<a;b>,copy_code#1<> | 400 131008 | [1].parameters | has no coupon_code for button 1",
        "lunch_coupon | body<a;b>,copy_code#1<$LONG21> | 400 131009 | [1].parameters[0].coupon_code | has 21 characters, at most 20 are allowed",
        "lunch_coupon | body<a;b>,copy_code#1<LUNCH25> | 400 132012 | [1].parameters[0].type | is \"text\", this component takes coupon_code",
        "lunch_coupon | body<a;b>,copy_code#1<$COUPON;$COUPON> | 400 132000 | [1].parameters | button: number of localizable_params (2)",
        // Offers.
        "weekend_offer | $PICTURE,body<a>,copy_code#0<$COUPON>,url#1<a> | 400 131008 | ~ | has no limited_time_offer, which says when it ends",
        "weekend_offer | $PICTURE,limited_time_offer<>,body<a>,copy_code#0<$COUPON>,url#1<a> | 400 131008 | [1] | has no expiration_time_ms",
        "weekend_offer | $PICTURE,$OPEN,body<a>,copy_code#0<$COUPON>,url#1<a> | 400 131008 | [1].parameters[0].limited_time_offer.expiration_time_ms | is missing",
        "weekend_offer | $PICTURE,limited_time_offer<{'type':'limited_time_offer','limited_time_offer':{'expiration_time_ms':''}}>,body<a>,copy_code#0<$COUPON>,url#1<a> | 400 131008 | [1].parameters[0].limited_time_offer.expiration_time_ms | is empty",
        "weekend_offer | $PICTURE,$NEVER,body<a>,copy_code#0<$COUPON>,url#1<a> | 400 131009 | [1].parameters[0].limited_time_offer.expiration_time_ms | is 0, must be a whole number from 1 to 9223372036854775807",
        "weekend_offer | $PICTURE,$ENDS,body<a>,copy_code#0<$LONG16>,url#1<a> | 400 131009 | [3].parameters[0].coupon_code | has 16 characters, at most 15 are allowed",
        "weekend_offer | $PICTURE,body<a>,copy_code#0<$LONG16>,url#1<a> | 400 132018 | [2].parameters[0].coupon_code | has 16 characters, at most 15 are allowed",
        "weekend_offer | $PICTURE,$ENDS,body<a>,copy_code#0<$COUPON> | 400 131008 | ~ | buttons: Button at index 1 of type Url requires a parameter",
        "weekend_offer | $PICTURE,$ENDS,body<a*600>,copy_code#0<$COUPON>,url#1<a> | 400 132005 | [2].parameters | at most 600 are allowed",
        "lunch_coupon | $ENDS,body<a;b>,copy_code#1<$COUPON> | 400 132018 | [0].type | is limited_time_offer, which the template has not",
        // Cards.
        "dishes | body<a> | 400 131008 | ~ | has no carousel",
        "dishes | body<a>,cards($CARD0) | 400 132018 | [1].cards | has 1 cards, the template has 2",
        "dishes | body<a>,cards($CARD0,$CARD1,card#2($PICTURE,body<a>,url#1<a>)) | 400 132018 | [1].cards | has 3 cards, the template has 2",
        "dishes | body<a>,cards($CARD0,card#2($PICTURE,body<a>,url#1<a>)) | 400 132018 | [1].cards[1].card_index | is 2, the template's last card is 1",
        "dishes | body<a>,cards($CARD0,$CARD0) | 400 131009 | [1].cards[1].card_index | is 0, as an earlier card's",
        "dishes | body<a>,cards($CARD0,card#10()) | 400 131009 | [1].cards[1].card_index | is 10, must be a whole number from 0 to 9",
        "dishes | body<a>,cards($CARD0,{'components':[]}) | 400 131008 | [1].cards[1].card_index | is missing",
        "dishes | body<a>,cards($CARD0,{'card_index':''}) | 400 131008 | [1].cards[1].card_index | is empty",
        "dishes | body<a>,cards() | 400 131009 | [1].cards | is empty, at least one item is required",
        "dishes | body<a>,cards($CARD0,card#1(body<a>,url#1<a>)) | 400 132012 | [1].cards[1].components | expected IMAGE, received UNKNOWN",
        "dishes | body<a>,cards($CARD0,card#1($PICTURE,url#1<a>)) | 400 132000 | [1].cards[1].components | body: number of localizable_params (0) does not match the expected number of params (1)",
        "dishes | body<a>,cards($CARD0,card#1($PICTURE,body<a>)) | 400 131008 | [1].cards[1].components | buttons: Button at index 1 of type Url requires a parameter",
        "dishes | body<a>,cards($CARD0,card#1($PICTURE,body<a*160>,url#1<a>)) | 400 132005 | [1].cards[1].components[1].parameters | at most 160 are allowed",
        "dishes | body<a>,cards($CARD0,card#1($PICTURE,body<a>,footer<a>)) | 400 100 | [1].cards[1].components[2].type | is \"footer\", must be \"body\", \"button\" or \"header\"",
        "dishes | body<a>,cards($CARD0,$CARD1),cards($CARD0,$CARD1) | 400 131009 | [2].type | is a second carousel",
        "hello_world | cards($CARD0,$CARD1) | 400 132018 | [0].type | is carousel, which the template has not",
        "product_cards | cards(card#0($PRODUCT),card#1($MISSING)) | 400 131009 | [0].cards[1].components[0].parameters[0].product.product_retailer_id | sku-99",
        "product_cards | cards(card#0($PRODUCT),card#1($PICTURE)) | 400 132012 | [0].cards[1].components[0].parameters | expected PRODUCT, received IMAGE",
        // Goods.
        "our_menu | body<a>,catalog#0<{'type':'action','action':{'thumbnail_product_retailer_id':'sku-99'}}> | 400 131009 | [1].parameters[0].action.thumbnail_product_retailer_id | names [\"sku-99\"], catalog 300000000000001 has none of them",
        "chef_picks | header<a>,body<a> | 400 131008 | ~ | has no action with sections for button 0",
        "chef_picks | header<a>,body<a>,mpm#0<{'type':'action','action':{'thumbnail_product_retailer_id':'sku-02'}}> | 400 131008 | [2].parameters | has no action with sections for button 0",
        "chef_picks | header<a>,body<a>,mpm#0<{'type':'action','action':{'sections':[{'title':'a*25','product_items':[$SKU]}]}}> | 400 131009 | [2].parameters[0].action.sections[0].title | has 25 characters, at most 24 are allowed",
        "chef_picks | header<a>,body<a>,mpm#0<{'type':'action','action':{'sections':[{'title':'a','product_items':[$GONE]}]}}> | 400 131009 | [2].parameters[0].action.sections | Products not found in FB Catalog",
        "dish_of_the_day | $PRODUCT,body<a>,spm#0<{'type':'action','action':{}};{'type':'action','action':{}}> | 400 132000 | [2].parameters | button: number of localizable_params (2)",
        // Flows, orders, calls.
        "book_a_table | flow#0<{'type':'action','action':{'flow_token':7}}> | 400 100 | [0].parameters[0].action.flow_token | is the number 7, must be a string",
        "book_a_table | flow#0<{'type':'action','action':{'flow_action_data':[]}}> | 400 100 | [0].parameters[0].action.flow_action_data | is an array, must be an object",
        "book_a_table | flow#0<DAY> | 400 132012 | [0].parameters[0].type | is \"text\", this component takes action",
        "pay_order | body<a> | 400 131008 | ~ | has no action with order_details for button 0",
        "pay_order | body<a>,order_details#0<{'type':'action','action':{}}> | 400 131008 | [1].parameters | has no action with order_details for button 0",
        "pay_order | body<a>,order_details#0<$BADSUM> | 400 131009 | [1].parameters[0].action.order_details.total_amount.value | is 1500, must be 1400",
        "pay_order | body<a>,order_details#0<$BADREF> | 400 131009 | [1].parameters[0].action.order_details.reference_id | has 36 characters, at most 35 are allowed",
        "hello_world | order_status<{'type':'order_status','order_status':{'reference_id':'o-1','order':{'status':'shipped'}}}> | 400 132018 | [0].type | is order_status, which the template has not",
        "hello_world | {'type':'call_permission_request'} | 400 132018 | [0].type | is call_permission_request, which the template has not",
        "call_us | {'type':'button','sub_type':'voice_call','parameters':[{'type':'ttl_minutes','ttl_minutes':0}]} | 400 131009 | [0].parameters[0].ttl_minutes | is 0, must be a whole number from 1 to 43200",
      })
  void what_does_not_fit_is_refused(
      String template, String components, String codes, String place, String details) {
    Sandbox.Journal journal = sandbox().journal();
    Answer answer = sendTemplate(template, written(components));
    Refusal.isIn(
        answer, codes, "$.template.components" + (place.equals("~") ? "" : place), details);
    assertThat(journal.accepted()).as("accepted").isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "order_update | $UPDATE,URL#2<a>,quick_reply#1<$PAYLOAD>",
        "login_one_tap | body<1>,url#0<1>",
        "lunch_coupon | body<a;b>,copy_code#1<{'type':'coupon_code','coupon_code':'a*20'}>",
        // That of Meta's own sample, which lies in the past.
        "weekend_offer | $PICTURE,$PAST,body<a>,copy_code#0<$COUPON>,url#1<a>",
        "dishes | body<a>,cards($CARD1,$CARD0)",
        "product_cards | cards(card#0($PRODUCT),card#1($PRODUCT),card#2($PRODUCT))",
        "our_menu | body<a>",
        "chef_picks | header<a>,body<a>,mpm#0<{'type':'action','action':{'sections':[{'title':'a','product_items':[$SKU,$GONE]}]}}>",
        "book_a_table | flow#0<>",
        "pay_order | body<a>,order_details#0<$ORDER>",
        "may_we_call | body<a>,{'type':'call_permission_request'}",
        "call_us | ~",
      })
  void what_fits_is_taken(String template, String components) {
    Answer answer = sendTemplate(template, components.equals("~") ? "" : written(components));
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
  }
}
