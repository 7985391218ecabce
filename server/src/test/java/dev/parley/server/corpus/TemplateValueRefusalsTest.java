package dev.parley.server.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What no message made from a template may bring in header and body, over HTTP: as many values as
/// variables, of the right kind and name, not too long. Nothing of it is accepted. Source:
/// reference, messages.md §17; responses-and-errors.md §5, §6; observed.md §1.
class TemplateValueRefusalsTest extends Running {
  private static final String PICTURE = "{'type':'image','image':{'link':'https://a.example/a'}}";
  private static final String FILM = "{'type':'video','video':{'link':'https://a.example/a'}}";
  private static final String DISH =
      "{'type':'product','product':{'product_retailer_id':'%s','catalog_id':'%s'}}";

  private static String written(String components) {
    return Shorthand.components(
        components
            .replace("$PICTURE", PICTURE)
            .replace("$FILM", FILM)
            .replace("$DISH", DISH.formatted("sku-02", "300000000000001"))
            .replace("$GONE", DISH.formatted("sku-99", "300000000000001"))
            .replace("$FOREIGN", DISH.formatted("sku-02", "7"))
            .replace("$CODE", "url#0<1>"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        // Count.
        "hello_world | body<a> | 400 132000 | [0].parameters | body: number of localizable_params (1) does not match the expected number of params (0)",
        "hello_world | header<a> | 400 132000 | [0].parameters | header: number of localizable_params (1) does not match the expected number of params (0)",
        "hello_world | footer<a> | 400 132000 | [0].parameters | footer: number of localizable_params (1)",
        "order_update | ~ | 400 132000 | ~ | header: number of localizable_params (0) does not match the expected number of params (1)",
        "order_update | header<42>,url#2<42> | 400 132000 | ~ | body: number of localizable_params (0) does not match the expected number of params (2)",
        "order_update | header<42>,body<Ada>,url#2<42> | 400 132000 | [1].parameters | body: number of localizable_params (1) does not match the expected number of params (2)",
        "order_update | header<42>,body<Ada;7;8>,url#2<42> | 400 132000 | [1].parameters | body: number of localizable_params (3)",
        "order_update | header<42;43>,body<Ada;7>,url#2<42> | 400 132000 | [0].parameters | header: number of localizable_params (2)",
        "find_us | body<Ada> | 400 132012 | ~ | header: Format mismatch, expected LOCATION, received UNKNOWN",
        // Kind.
        "order_update | header<$PICTURE>,body<Ada;7>,url#2<42> | 400 132012 | [0].parameters | header: Format mismatch, expected TEXT, received IMAGE",
        "order_update | header<42>,body<Ada;$PICTURE>,url#2<42> | 400 132012 | [1].parameters[1].type | is \"image\", this component takes currency, date_time, text",
        "order_update | header<42>,body<Ada;{'type':'word','text':'x'}>,url#2<42> | 400 100 | [1].parameters[1].type | is \"word\", must be \"action\", \"coupon_code\", \"currency\", \"date_time\", \"document\", \"gif\", \"image\", \"limited_time_offer\", \"location\", \"order_status\", \"payload\", \"product\", \"tap_target_configuration\", \"text\", \"ttl_minutes\" or \"video\"",
        "order_update | header<42>,body<Ada;{'type':'text'}>,url#2<42> | 400 131008 | [1].parameters[1].text | is missing",
        "order_update | header<42>,body<Ada;{'type':'text','text':''}>,url#2<42> | 400 131008 | [1].parameters[1].text | is empty",
        "order_update | header<42>,body<Ada;{'type':'text','text':7}>,url#2<42> | 400 100 | [1].parameters[1].text | is the number 7, must be a string",
        "order_update | header<42>,body<Ada;{'type':'currency','currency':{'fallback_value':'1 USD','amount_1000':1000}}>,url#2<42> | 400 131008 | [1].parameters[1].currency.code | is missing",
        "order_update | header<42>,body<Ada;{'type':'date_time','date_time':{}}>,url#2<42> | 400 131008 | [1].parameters[1].date_time.fallback_value | is missing",
        "order_update | header<42>,{'type':'body','parameters':'Ada'},url#2<42> | 400 100 | [1].parameters | is the string \"Ada\", must be an array",
        "order_update | header<42>,body<Ada;7>,body<Ada;7>,url#2<42> | 400 131009 | [2].type | is a second body, at most one is allowed",
        "order_update | {'type':'title'} | 400 100 | [0].type | is \"title\", must be \"body\", \"button\", \"call_permission_request\", \"carousel\", \"footer\", \"header\", \"limited_time_offer\", \"order_status\" or \"tap_target_configuration\"",
        "new_dish | body<figs> | 400 132012 | ~ | header: Format mismatch, expected IMAGE, received UNKNOWN",
        "new_dish | header<>,body<figs> | 400 132012 | [0].parameters | header: Format mismatch, expected IMAGE, received UNKNOWN",
        "new_dish | header<$FILM>,body<figs> | 400 132012 | [0].parameters | header: Format mismatch, expected IMAGE, received VIDEO",
        "new_dish | header<figs>,body<figs> | 400 132012 | [0].parameters | header: Format mismatch, expected IMAGE, received TEXT",
        "new_dish | header<$PICTURE;$PICTURE>,body<figs> | 400 132000 | [0].parameters | header: number of localizable_params (2) does not match the expected number of params (1)",
        "new_dish | header<{'type':'image','image':{}}>,body<figs> | 400 131009 | [0].parameters[0].image | has neither \"id\" nor \"link\", exactly one of them is required",
        "new_dish | header<{'type':'image','image':{'id':'1','link':'https://a.example/a'}}>,body<figs> | 400 131009 | [0].parameters[0].image | has both \"id\" and \"link\", exactly one of them is allowed",
        "new_dish | header<{'type':'image','image':{'link':'a.example'}}>,body<figs> | 400 131009 | [0].parameters[0].image.link | is \"a.example\", must be an http or https link",
        "new_dish | header<{'type':'image','image':{'id':'1'}}>,body<figs> | 400 100 | [0].parameters[0].image.id | is \"1\", which names no file that was uploaded for number 100000000000001; upload it, or use \"link\"",
        "receipt | header<$PICTURE>,body<Friday;42> | 400 132012 | [0].parameters | header: Format mismatch, expected DOCUMENT, received IMAGE",
        "kitchen_film | header<$PICTURE> | 400 132012 | [0].parameters | header: Format mismatch, expected VIDEO, received IMAGE",
        "find_us | header<here> | 400 132012 | [0].parameters | header: Format mismatch, expected LOCATION, received TEXT",
        "find_us | header<{'type':'location','location':{'longitude':'1'}}> | 400 131008 | [0].parameters[0].location.latitude | is missing",
        "find_us | header<{'type':'location','location':{'latitude':'91','longitude':'1'}}> | 400 131009 | [0].parameters[0].location.latitude | is 91, must lie between -90 and 90",
        "dish_of_the_day | body<Ada> | 400 132012 | ~ | header: Format mismatch, expected PRODUCT, received UNKNOWN",
        "dish_of_the_day | header<$GONE>,body<Ada> | 400 131009 | [0].parameters[0].product.product_retailer_id | Products not found in FB Catalog",
        "dish_of_the_day | header<$FOREIGN>,body<Ada> | 400 131009 | [0].parameters[0].product.catalog_id | is \"7\", number 100000000000001 is connected with catalog 300000000000001",
        "dish_of_the_day | header<{'type':'product','product':{'product_retailer_id':'sku-02'}}>,body<Ada> | 400 131008 | [0].parameters[0].product.catalog_id | is missing",
        // Names.
        "table_reminder | body<Ada;four;Friday> | 400 100 | [0].parameters[0] | Parameter name is missing or empty",
        "table_reminder | body<first_name=Ada;guests=4> | 400 132000 | [0].parameters | body: number of localizable_params (2) does not match the expected number of params (3)",
        "table_reminder | body<first_name=Ada;guests=4;weekday=Friday> | 400 132018 | [0].parameters[2].parameter_name | is \"weekday\", the template has [first_name, guests, day]",
        "table_reminder | body<first_name=Ada;guests=4;guests=5> | 400 131009 | [0].parameters[2].parameter_name | is \"guests\", as an earlier one's",
        "order_update | header<42>,body<who=Ada;time=7>,url#2<42> | 400 132018 | [1].parameters[0].parameter_name | is \"who\", the template's variables have no names but [1, 2], in this order",
        // Length and characters.
        "order_update | header<42>,body<a*1000;7>,url#2<42> | 400 132005 | [1].parameters | make the body 1072 characters long, at most 1024 are allowed",
        "order_update | header<a*55>,body<Ada;7>,url#2<42> | 400 132005 | [0].parameters | make the header 61 characters long, at most 60 are allowed",
        "dish_of_the_day | header<$DISH>,body<a*160> | 400 132005 | [1].parameters | at most 160 are allowed",
        "order_update | header<42>,body<Ada;7\\nPM>,url#2<42> | 400 132018 | [1].parameters[1].text | Param text cannot have new-line/tab characters or more than 4 consecutive spaces",
        "order_update | header<42>,body<Ada;7\\tPM>,url#2<42> | 400 132018 | [1].parameters[1].text | Param text cannot have new-line/tab",
        "order_update | header<42>,body<Ada;7     PM>,url#2<42> | 400 132018 | [1].parameters[1].text | more than 4 consecutive spaces",
        "order_update | header<4\\n2>,body<Ada;7>,url#2<42> | 400 132018 | [0].parameters[0].text | Param text cannot have new-line/tab",
        "order_update | header<42>,body<a*32769;7>,url#2<42> | 400 131009 | [1].parameters[0].text | has 32769 characters, at most 32768 are allowed",
        "login_code | body<1*16>,$CODE | 400 132018 | [0].parameters[0].text | is a code of 16 characters, at most 15 are allowed",
        "login_code | body<www.a.example>,$CODE | 400 132007 | [0].parameters[0].text | a code holds neither links nor emoji",
        "login_code | body<12🍕>,$CODE | 400 132007 | [0].parameters[0].text | a code holds neither links nor emoji",
        "login_code | $CODE | 400 132000 | ~ | body: number of localizable_params (0)",
      })
  void values_that_do_not_fit_are_refused(
      String template, String components, String codes, String place, String details) {
    Sandbox.Journal journal = sandbox().journal();
    Answer answer = sendTemplate(template, components.equals("~") ? "" : written(components));
    Refusal.isIn(
        answer, codes, "$.template.components" + (place.equals("~") ? "" : place), details);
    assertThat(journal.accepted()).as("accepted").isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "hello_world | ~",
        "order_update | header<42>,body<Ada;7    PM>,url#2<42>",
        "order_update | header<a*54>,body<a*952;7>,url#2<42>",
        "table_reminder | body<day=Friday;guests=4;first_name=Ada>",
        "dish_of_the_day | header<$DISH>,body<a*97>",
        "login_code | body<1*15>,url#0<1*15>",
      })
  void what_just_fits_is_taken(String template, String components) {
    Answer answer = sendTemplate(template, components.equals("~") ? "" : written(components));
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
  }
}
