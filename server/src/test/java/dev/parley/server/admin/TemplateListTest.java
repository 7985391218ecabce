package dev.parley.server.admin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.protocol.json.Json;
import dev.parley.protocol.json.JsonArray;
import dev.parley.protocol.json.JsonObject;
import dev.parley.protocol.json.JsonString;
import dev.parley.server.corpus.Answer;
import dev.parley.server.corpus.Running;
import dev.parley.server.corpus.Sandbox;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Fields and filters of lists as Meta's pages and its own libraries write them.
class TemplateListTest extends Running {
  private static final String LIST = "/v25.0/" + Sandbox.WABA + "/message_templates";

  private List<Json> filtered(String filters) {
    return ((JsonArray)
            Objects.requireNonNull(
                sandbox()
                    .get(LIST + "?limit=200&fields=name,category&" + filters)
                    .json()
                    .get("data")))
        .items();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UTILITY,AUTHENTICATION",
        "utility, authentication",
        "[\"UTILITY\",\"AUTHENTICATION\"]",
      })
  void a_filter_may_have_several_values(String categories) {
    assertThat(filtered("category=" + encoded(categories)))
        .extracting(each -> ((JsonObject) each).get("category"))
        .contains(new JsonString("UTILITY"), new JsonString("AUTHENTICATION"))
        .doesNotContain(new JsonString("MARKETING"));
  }

  @Test
  void each_value_of_a_list_is_looked_at() {
    Answer answer = sandbox().get(LIST + "?status=" + encoded("[\"APPROVED\",\"FINE\"]"));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.details()).startsWith("status is \"FINE\", must be one of ");
    assertThat(sandbox().get(LIST + "?status=" + encoded("[]")).status()).isEqualTo(400);
    assertThat(sandbox().get(LIST + "?status=" + encoded("[7]")).status()).isEqualTo(400);
  }

  @Test
  void the_words_alone_can_be_looked_for() {
    assertThat(filtered("content=congratulations")).hasSize(1);
    assertThat(filtered("content=hello_world")).isEmpty();
  }

  @Test
  void no_template_comes_from_direct_send() {
    assertThat(filtered("source=AUTO_GENERATED")).isEmpty();
    assertThat(filtered("source=manual")).isEqualTo(filtered("")).isNotEmpty();
    assertThat(sandbox().get(LIST + "?source=x").status()).isEqualTo(400);
  }

  @Test
  void all_fields_of_metas_page_can_be_asked_for() {
    Answer answer =
        sandbox()
            .get(
                LIST
                    + "?name=hello_world&fields=id,ad_account_id,ad_adset_id,ad_campaign_id,ad_id,bid_spec,category,"
                    + "components,correct_category,cta_url_link_tracking_opted_out,"
                    + "degrees_of_freedom_spec,display_format,health_status,"
                    + "is_primary_device_delivery_only,is_sms_fallback_enabled,language,"
                    + "last_updated_time,library_template_name,message_send_ttl_seconds,name,"
                    + "parameter_format,previous_category,quality_score,rejected_reason,source,"
                    + "status,sub_category");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.member("data.0.source")).isEqualTo("MANUAL");
    assertThat(answer.member("data.0.last_updated_time")).isEmpty();
  }
}
