package dev.parley.protocol.message;

import static dev.parley.protocol.message.Bodies.interactive;
import static dev.parley.protocol.message.Bodies.list;
import static dev.parley.protocol.message.Bodies.problems;
import static dev.parley.protocol.message.Bodies.request;
import static dev.parley.protocol.message.Bodies.wrong;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.protocol.json.Problem;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InteractiveRulesTest {

  private static final String ACTION = "$.interactive.action.";
  private static final String BODY = "'body':{'text':'Hm?'}";
  private static final String ONE_BUTTON =
      "'action':{'buttons':[{'type':'reply','reply':{'id':'a','title':'A'}}]}";

  private static String rows(int from, int to) {
    return IntStream.range(from, to)
        .mapToObj(i -> "{'id':'%d','title':'T'}".formatted(i))
        .collect(Collectors.joining(",", "[", "]"));
  }

  private static String section(String title, String rows) {
    return "{'title':'%s','rows':%s}".formatted(title, rows);
  }

  @Test
  void ten_rows_pass_and_eleven_are_one_problem_of_the_sections() {
    assertThat(request(list("{'button':'B','sections':[{'rows':" + rows(0, 10) + "}]}")))
        .isNotNull();
    var eleven = list("{'button':'B','sections':[{'rows':" + rows(0, 11) + "}]}");
    assertThat(wrong(eleven)).containsExactly("131009 " + ACTION + "sections");
    assertThat(problems(eleven).getFirst().told())
        .isEqualTo(
            "Total row count exceed max allowed count: 10: $.interactive.action.sections have 11"
                + " rows in all, at most 10 are allowed");
  }

  @Test
  void too_many_sections_are_one_problem_even_with_too_many_rows() {
    var sections =
        IntStream.range(0, 11)
            .mapToObj(i -> section("S", rows(i * 2, i * 2 + 2)))
            .collect(Collectors.joining(","));
    assertThat(wrong(list("{'button':'B','sections':[" + sections + "]}")))
        .containsExactly("131009 " + ACTION + "sections");
  }

  @Test
  void too_many_rows_do_not_hide_what_is_wrong_inside() {
    var body =
        list(
            "{'button':'B','sections':[{'rows':[{'id':' x','title':''},"
                + rows(0, 10).substring(1)
                + "}]}");
    assertThat(wrong(body))
        .containsExactly(
            "131009 " + ACTION + "sections",
            "131009 " + ACTION + "sections[0].rows[0].id",
            "131008 " + ACTION + "sections[0].rows[0].title");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{} | 131008 button | 131008 sections",
        "{'button':'','sections':[]} | 131008 button | 131009 sections",
        "{'button':' \u00a0','sections':{}} | 131009 button | 100 sections",
        "{'button':'B','sections':[{'rows':[]}]} | 131009 sections[0].rows |",
        "{'button':'B','sections':[{}]} | 131008 sections[0].rows |",
        "{'button':'B','sections':[7]} | 100 sections[0] |",
        "{'button':'B','sections':[{'rows':[[]]}]} | 100 sections[0].rows[0] |",
        "{'button':'B','sections':[{'rows':[{'id':7,'title':null}]}]} | 100 sections[0].rows[0].id"
            + " | 131008 sections[0].rows[0].title",
        "{'button':'BBBBBBBBBBBBBBBBBBBBB','sections':[{'rows':[{'id':'a','title':'t'}]}]}"
            + " | 131009 button |"
      })
  void a_wrong_list_is_refused_for_its_root_causes(String action, String first, String second) {
    var expected =
        java.util.stream.Stream.of(first, second)
            .filter(each -> each != null)
            .map(each ->
                each.replaceFirst(" ", " " + java.util.regex.Matcher.quoteReplacement(ACTION)))
            .toList();
    assertThat(wrong(list(action))).isEqualTo(expected);
  }

  @Test
  void harmless_empty_parts_of_a_list_are_absent() {
    var action =
        "'action':{'button':'B','sections':[{'title':'','rows':[{'id':'a','title':'t'%s}]}]}";
    var plain = request(interactive("'type':'list'," + BODY + "," + action.formatted("")));
    for (var extra :
        new String[] {
          "'footer':null,",
          "'footer':{},",
          "'footer':{'text':''},",
          "'header':null,",
          "'header':{},"
        }) {
      var body = "'type':'List'," + extra + BODY + "," + action.formatted(",'description':''");
      assertThat(request(interactive(body))).as(extra).isEqualTo(plain);
    }
  }

  @Test
  void each_of_several_sections_needs_a_title() {
    var sections =
        section("", rows(0, 1)) + ",{'rows':" + rows(1, 2) + "}," + section("  ", rows(2, 3));
    assertThat(wrong(list("{'button':'B','sections':[" + sections + "]}")))
        .containsExactly(
            "131009 " + ACTION + "sections[0].title",
            "131009 " + ACTION + "sections[1].title",
            "131009 " + ACTION + "sections[2].title");
    assertThat(request(list("{'button':'B','sections':[{'rows':" + rows(0, 1) + "}]}")))
        .isNotNull();
  }

  @Test
  void the_same_id_is_refused_at_its_second_place_each_time() {
    var sections =
        section("A", rows(0, 2)) + "," + section("B", rows(1, 3)) + "," + section("C", rows(1, 2));
    assertThat(wrong(list("{'button':'B','sections':[" + sections + "]}")))
        .containsExactly(
            "131009 " + ACTION + "sections[1].rows[0].id",
            "131009 " + ACTION + "sections[2].rows[0].id");
  }

  @Test
  void a_title_of_24_emoji_passes_and_its_known_wording_comes_first() {
    var row = "{'button':'B','sections':[{'rows':[{'id':'a','title':'%s'}]}]}";
    assertThat(request(list(row.formatted("🍜".repeat(24))))).isNotNull();
    assertThat(problems(list(row.formatted("🍜".repeat(25)))).getFirst().told())
        .isEqualTo(
            "Row title is too long. Max length is 24:"
                + " $.interactive.action.sections[0].rows[0].title has 25 characters, at most 24"
                + " are allowed");
  }

  @Test
  void a_list_takes_a_body_of_4096_characters_and_a_button_message_1024() {
    var list =
        "'type':'list','action':{'button':'B','sections':[{'rows':[{'id':'a','title':'t'}]}]},'body':{'text':'%s'}";
    assertThat(request(interactive(list.formatted("b".repeat(4096))))).isNotNull();
    assertThat(wrong(interactive(list.formatted("b".repeat(4097)))))
        .containsExactly("131009 $.interactive.body.text");
    assertThat(
            wrong(
                interactive(
                    "'type':'button',"
                        + ONE_BUTTON
                        + ",'body':{'text':'"
                        + "b".repeat(1025)
                        + "'}")))
        .containsExactly("131009 $.interactive.body.text");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'type':'text','text':''} | 131009 .text",
        "{'type':'text'} | 131009 .text",
        "{'type':'text','text':7} | 100 .text",
        "{'text':'x'} | 131008 .type",
        "{'type':'gif'} | 131009 .type",
        "{'type':7} | 100 .type",
        "{'type':'image','image':'x'} | 100 .image",
        "{'type':'image','image':{}} | 131009 .image",
        "{'type':'image','image':{'id':'1','link':'https://x.example'}} | 131009 .image",
        "{'type':'image','image':{'link':'ftp://x.example'}} | 131009 .image.link",
        "{'type':'video','image':{'id':'1'}} | 131009 .video",
        "7 | 100 "
      })
  void a_wrong_header_is_one_problem(String header, String problem) {
    var body = interactive("'type':'button'," + BODY + "," + ONE_BUTTON + ",'header':" + header);
    assertThat(wrong(body))
        .containsExactly(problem.strip().replaceFirst("( |$)", " \\$.interactive.header"));
  }

  @Test
  void a_media_id_may_be_a_number() {
    var body =
        "'type':'button',"
            + BODY
            + ","
            + ONE_BUTTON
            + ",'header':{'type':'IMAGE','image':{'id':%s}}";
    assertThat(request(interactive(body.formatted("600000000000001"))))
        .isEqualTo(request(interactive(body.formatted("'600000000000001'"))));
    assertThat(wrong(interactive(body.formatted("1.5"))))
        .containsExactly("100 $.interactive.header.image.id");
  }

  @Test
  void buttons_differ_in_id_and_title() {
    var two =
        "'action':{'buttons':[{'type':'reply','reply':{'id':'a','title':'A'}},{'type':'Reply','reply':{'id':'a','title':'A'}}]}";
    assertThat(wrong(interactive("'type':'button'," + BODY + "," + two)))
        .containsExactly(
            "131009 " + ACTION + "buttons[1].reply.id",
            "131009 " + ACTION + "buttons[1].reply.title");
    assertThat(
            wrong(
                interactive(
                    "'type':'button',"
                        + BODY
                        + ",'action':{'buttons':[{'type':'reply'},{'reply':{}}]}")))
        .containsExactly(
            "131008 " + ACTION + "buttons[0].reply",
            "131008 " + ACTION + "buttons[1].type",
            "131008 " + ACTION + "buttons[1].reply.id",
            "131008 " + ACTION + "buttons[1].reply.title");
  }

  @Test
  void a_location_request_has_neither_header_nor_footer() {
    var action = ",'action':{'name':'send_location','parameters':{'request_message':'x'}}";
    assertThat(
            request(
                interactive(
                    "'type':'location_request_message',"
                        + BODY
                        + action
                        + ",'header':{},'footer':null")))
        .isNotNull();
    assertThat(
            wrong(
                interactive(
                    "'type':'location_request_message','footer':{'text':'f'},'header':{'type':'text','text':'h'},"
                        + BODY
                        + ",'action':{'name':'send'}")))
        .containsExactly(
            "131009 $.interactive.footer",
            "131009 $.interactive.header",
            "131009 " + ACTION + "name");
  }

  @ParameterizedTest
  @CsvSource({
    "javascript:alert(1)", "http://", "https:///path", "//olive.example", "https://a b.example",
    "https://10.0.0.1/x", "http://[::1]:80/", "https://user@127.0.0.1/", "olive.example",
        "https://\u007f"
  })
  void a_button_opens_http_links_to_named_hosts_only(String url) {
    var parameters = "'parameters':{'display_text':'Open','url':'" + url + "'}";
    assertThat(
            wrong(
                interactive(
                    "'type':'cta_url',"
                        + BODY
                        + ",'action':{'name':'cta_url',"
                        + parameters
                        + "}")))
        .containsExactly("131009 " + ACTION + "parameters.url");
  }

  @Test
  void a_link_button_needs_all_its_parameters() {
    assertThat(wrong(interactive("'type':'cta_url'," + BODY + ",'action':{'name':'cta_url'}")))
        .containsExactly("131008 " + ACTION + "parameters");
    assertThat(wrong(interactive("'type':'cta_url'," + BODY + ",'action':{'parameters':{}}")))
        .containsExactly(
            "131008 " + ACTION + "name",
            "131008 " + ACTION + "parameters.display_text",
            "131008 " + ACTION + "parameters.url");
    assertThat(wrong(interactive("'type':'cta_url'")))
        .containsExactly("131008 $.interactive.body", "131008 $.interactive.action");
  }

  @Test
  void a_product_needs_its_ids_and_no_text() {
    assertThat(
            request(
                interactive(
                    "'type':'product','body':{},'action':{'catalog_id':3,'product_retailer_id':'s'}")))
        .isNotNull();
    assertThat(
            wrong(
                interactive(
                    "'type':'product','header':{'type':'text','text':'h'},'action':{'catalog_id':''}")))
        .containsExactly(
            "131009 $.interactive.header",
            "131008 " + ACTION + "product_retailer_id",
            "131008 " + ACTION + "catalog_id");
  }

  @Test
  void thirty_products_pass_and_one_more_does_not() {
    assertThat(request(products(30))).isNotNull();
    assertThat(wrong(products(31))).containsExactly("131009 " + ACTION + "sections");
    var twice =
        "'action':{'catalog_id':'3','sections':[{'product_items':[{'product_retailer_id':'a'},{'product_retailer_id':'a'}]}]}";
    assertThat(wrong(interactive("'type':'product_list'," + BODY + "," + twice)))
        .containsExactly(
            "131008 $.interactive.header",
            "131009 " + ACTION + "sections[0].product_items[1].product_retailer_id");
  }

  private static String products(int count) {
    var items =
        IntStream.range(0, count)
            .mapToObj("{'product_retailer_id':'sku-%d'}"::formatted)
            .collect(Collectors.joining(","));
    return interactive(
        "'type':'product_list','header':{'type':'text','text':'Menu'},"
            + BODY
            + ",'action':{'catalog_id':'3','sections':[{'product_items':["
            + items
            + "]}]}");
  }

  @Test
  void every_problem_names_what_is_there_and_what_may_be() {
    var body =
        interactive(
            "'type':'button',"
                + BODY
                + ",'footer':{'text':'"
                + "f".repeat(61)
                + "'},"
                + ONE_BUTTON);
    assertThat(problems(body))
        .extracting(Problem::sentence)
        .containsExactly("$.interactive.footer.text has 61 characters, at most 60 are allowed");
  }
}
