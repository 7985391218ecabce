package dev.parley.bench;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.protocol.api.SendRequest;
import dev.parley.protocol.json.JsonReader;
import dev.parley.protocol.json.Reading;
import dev.parley.protocol.message.SendRequestReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/// Reading and checking a list message of 1.5 KB, beside plain databind of the same bytes into
/// records, which checks nothing; and one with 40 problems. Goals: 1.5 times databind, 40 problems
/// no more than 3 times none.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(2)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class ReadListBenchmark {

  private static final int ROWS = 10;

  private final ObjectMapper databind = new ObjectMapper();
  private final byte[] right = list(ROWS, "Margherita", "tomato, mozzarella and basil, baked in a");
  private final byte[] wrong = list(2 * ROWS, "", "");

  /// The baseline: bytes into records, unchecked.
  @Benchmark
  public Body databind() throws IOException {
    return databind.readValue(right, Body.class);
  }

  @Benchmark
  public Reading<SendRequest> read() {
    return JsonReader.read(right).then(SendRequestReader::read);
  }

  @Benchmark
  public Reading<SendRequest> readFortyProblems() {
    return JsonReader.read(wrong).then(SendRequestReader::read);
  }

  /// Runs this in JVMs of its own; the time of each method in microseconds.
  static Map<String, Double> micros(boolean quick) throws RunnerException {
    var options =
        new OptionsBuilder()
            .include(ReadListBenchmark.class.getName() + ".*")
            .forks(quick ? 1 : 2)
            .verbosity(VerboseMode.SILENT)
            .build();
    Map<String, Double> micros = new HashMap<>();
    for (var result : new Runner(options).run()) {
      var score = result.getPrimaryResult();
      micros.put(score.getLabel(), score.getScore());
    }
    return micros;
  }

  /// A list of these rows in two sections. Twenty rows with an empty id and an empty title have 41
  /// problems in as many bytes.
  private static byte[] list(int rows, String title, String description) {
    var written = new ArrayList<String>();
    for (int i = 0; i < rows; i++) {
      written.add(
          "{\"id\":\"%s\",\"title\":\"%s\",\"description\":\"%s\"}"
              .formatted(title.isEmpty() ? "" : "row-" + i, title, description));
    }
    var half = rows / 2;
    return """
    {"messaging_product":"whatsapp","recipient_type":"individual","to":"15550100101",\
    "type":"interactive","interactive":{"type":"list",\
    "header":{"type":"text","text":"Dinner tonight 🍕"},\
    "body":{"text":"What would you like to eat? Everything is made to order, and the oven has \
    been hot since five. Tell us what you are allergic to."},\
    "footer":{"text":"Prices include tax"},\
    "action":{"button":"Show dishes","sections":[{"title":"Pizza","rows":[%s]},\
    {"title":"Pasta","rows":[%s]}]}}}\
    """
        .formatted(
            String.join(",", written.subList(0, half)),
            String.join(",", written.subList(half, rows)))
        .getBytes(StandardCharsets.UTF_8);
  }

  /// What databind reads into.
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Body(
      @JsonProperty("messaging_product") String messagingProduct,
      @JsonProperty("recipient_type") String recipientType,
      String to,
      String type,
      ListBody interactive) {}

  public record ListBody(String type, HeaderBody header, Words body, Words footer, Action action) {}

  public record HeaderBody(String type, String text) {}

  public record Words(String text) {}

  public record Action(String button, List<SectionBody> sections) {}

  public record SectionBody(String title, List<RowBody> rows) {}

  public record RowBody(String id, String title, @Nullable String description) {}
}
