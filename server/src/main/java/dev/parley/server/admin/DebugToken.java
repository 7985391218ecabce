package dev.parley.server.admin;

import dev.parley.account.Accounts;
import dev.parley.account.Business;
import dev.parley.account.Sender;
import dev.parley.protocol.api.ApiError;
import dev.parley.protocol.api.ErrorCode;
import dev.parley.protocol.json.Json;
import dev.parley.protocol.json.JsonArray;
import dev.parley.protocol.json.JsonObject;
import dev.parley.protocol.json.JsonString;
import dev.parley.server.http.Handler;
import dev.parley.server.http.Request;
import dev.parley.server.http.Response;
import java.util.List;

/// `GET /debug_token?input_token=`: what a token is good for. Ours never expire. Source: reference,
/// verified.md §8; what is told of an unknown one is not verified.
record DebugToken(Accounts accounts, Answers answers) implements Handler {
  private static final List<String> SCOPES =
      List.of("whatsapp_business_management", "whatsapp_business_messaging");

  @Override
  public Response handle(Request request) {
    String token = request.query().first("input_token");
    if (token == null || token.isBlank()) {
      return answers.refused(
          ApiError.of(ErrorCode.INVALID_PARAMETER, "The parameter input_token is required."));
    }
    return Answers.ok(
        Json.object(
            "data",
            accounts
                .byKey(token.strip())
                .map(sender -> good(sender))
                .orElseGet(DebugToken::unknown)));
  }

  private static JsonObject good(Sender sender) {
    Business business = sender.number().business();
    return Json.object(
        "app_id",
        business.app().id(),
        "type",
        "SYSTEM_USER",
        "application",
        Reads.APP_NAME,
        "data_access_expires_at",
        0,
        "expires_at",
        0,
        "is_valid",
        true,
        "scopes",
        JsonArray.from(SCOPES, JsonString::new),
        "granular_scopes",
        JsonArray.from(
            SCOPES,
            scope ->
                Json.object(
                    "scope", scope, "target_ids", JsonArray.of(new JsonString(business.id())))));
  }

  private static JsonObject unknown() {
    return Json.object(
        "error",
            Json.object(
                "code",
                ErrorCode.ACCESS_TOKEN_EXPIRED.number(),
                "message",
                "Invalid OAuth access token"),
        "is_valid", false,
        "scopes", JsonArray.of());
  }
}
