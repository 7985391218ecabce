package dev.parley.protocol.message;

import dev.parley.protocol.api.SendRequest;
import dev.parley.protocol.json.JsonReader;
import dev.parley.protocol.json.Problem;
import dev.parley.protocol.json.Reading;
import java.util.List;

/// Bodies of `POST /messages` in short, and what the reader says to them.
final class Bodies {
  private Bodies() {}

  /// A body with a right envelope and these members; `'` stands for `"`.
  static String sends(String members) {
    return body("'messaging_product':'whatsapp','to':'15550100101'," + members);
  }

  /// A body that sends an interactive message of these members.
  static String interactive(String members) {
    return sends("'type':'interactive','interactive':{" + members + "}");
  }

  /// A list with a right text and this action.
  static String list(String action) {
    return interactive("'type':'list','body':{'text':'Hm?'},'action':" + action);
  }

  /// A body of these members alone.
  static String body(String members) {
    return "{" + members.replace('\'', '"') + "}";
  }

  static Reading<SendRequest> read(String body) {
    return JsonReader.read(body).then(SendRequestReader::read);
  }

  static SendRequest request(String body) {
    return read(body).orThrow();
  }

  static List<Problem> problems(String body) {
    return switch (read(body)) {
      case Reading.Ok<SendRequest>(var request) -> throw new AssertionError("was read: " + request);
      case Reading.Wrong<SendRequest>(var problems) -> problems;
    };
  }

  /// The problems as `code path`.
  static List<String> wrong(String body) {
    return problems(body).stream().map(each -> each.code() + " " + each.path()).toList();
  }
}
