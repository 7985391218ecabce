package dev.parley.server.reference;

import dev.parley.protocol.api.ErrorCode;
import dev.parley.protocol.api.ErrorSubcode;
import dev.parley.protocol.json.Json;
import dev.parley.protocol.json.JsonArray;
import dev.parley.protocol.json.JsonObject;
import java.util.List;
import java.util.Locale;

/// Writes the catalogue of errors as JSON.
final class ErrorsWriter {
  private ErrorsWriter() {}

  /// `{"errors":[{"code":131009,"name":"PARAMETER_INVALID",…}]}`
  static JsonObject write(List<ErrorCode> codes) {
    return Json.object("errors", JsonArray.from(codes, ErrorsWriter::write));
  }

  private static JsonObject write(ErrorCode code) {
    var written =
        JsonObject.builder()
            .put("code", code.number())
            .put("name", code.name())
            .put("family", word(code.family()))
            .put("title", code.title())
            .put("title_verified", code.isTitleVerified())
            .put("http_status", code.httpStatus())
            .put("mode", word(code.mode()))
            .put("when", code.when())
            .put("retry", Json.object("class", word(code.retry()), "advice", code.retry().advice()))
            .put("link", code.link());
    if (!code.subcodes().isEmpty()) {
      written.put("subcodes", JsonArray.from(code.subcodes(), ErrorsWriter::write));
    }
    return written.build();
  }

  private static JsonObject write(ErrorSubcode subcode) {
    return JsonObject.builder()
        .put("subcode", subcode.number())
        .put("name", subcode.name())
        .putIfPresent("title", subcode.title().orElse(null))
        .put("when", subcode.when())
        .build();
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
