package dev.parley.server.admin;

import dev.parley.Store;
import dev.parley.account.Accounts;
import dev.parley.account.BlockLists;
import dev.parley.account.PhoneNumber;
import dev.parley.chat.Chat;
import dev.parley.protocol.api.ApiError;
import dev.parley.protocol.api.ErrorCode;
import dev.parley.protocol.api.GraphErrorWriter;
import dev.parley.protocol.api.WaId;
import dev.parley.protocol.json.Fields;
import dev.parley.protocol.json.Json;
import dev.parley.protocol.json.JsonArray;
import dev.parley.protocol.json.JsonObject;
import dev.parley.protocol.json.Problems;
import dev.parley.protocol.json.Reading;
import dev.parley.server.http.Request;
import dev.parley.server.http.Response;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// The block list of a number. Each user is judged alone: those who can be blocked are, and if one
/// can't, the answer is 400 and lists both. Source: reference, platform.md §6; verified.md §4;
/// Meta's page "Block users" (answer of a mixed result, wordings, 130429 for too many users).
final class BlockCalls {
  /// Users of one call. Source: reference, verified.md §4.
  static final int USERS_MAX = 1_000;

  private static final int USER_MAX_CHARS = 200;

  private final Store store;
  private final Accounts accounts;
  private final Answers answers;
  private final Pages pages;
  private final InstantSource clock;

  BlockCalls(Store store, Accounts accounts, Answers answers, Pages pages, InstantSource clock) {
    this.store = store;
    this.accounts = accounts;
    this.answers = answers;
    this.pages = pages;
    this.clock = clock;
  }

  Response.Answer list(Request request, PhoneNumber number) {
    return answers.page(
        pages.cut(
            request,
            accounts.blockLists().of(number),
            Function.identity(),
            user -> Json.object("messaging_product", "whatsapp", "wa_id", user)));
  }

  Response.Answer block(Request request, PhoneNumber number) {
    return answers.withBody(
        request,
        body -> answers.with(read(body), inputs -> limited(inputs, () -> block(number, inputs))));
  }

  Response.Answer unblock(Request request, PhoneNumber number) {
    return answers.withBody(
        request,
        body -> answers.with(read(body), inputs -> limited(inputs, () -> unblock(number, inputs))));
  }

  private interface Work {
    Response.Answer done();
  }

  private Response.Answer limited(List<String> inputs, Work work) {
    return inputs.size() <= USERS_MAX
        ? work.done()
        : answers.refused(
            ApiError.of(
                ErrorCode.RATE_LIMIT_HIT,
                "$.block_users has %d users, at most %d are allowed in one call"
                    .formatted(inputs.size(), USERS_MAX)));
  }

  private Response.Answer block(PhoneNumber number, List<String> inputs) {
    BlockLists lists = accounts.blockLists();
    Instant now = clock.instant();
    var added = new LinkedHashMap<String, WaId>();
    var failed = new ArrayList<JsonObject>();
    int room = lists.room(number);
    for (String input : inputs) {
      Optional<WaId> user = WaId.normalised(input);
      Optional<ApiError> refusal = refusal(number, user, now);
      boolean known =
          user.isPresent() && (lists.holds(number, user.get()) || added.containsValue(user.get()));
      if (refusal.isPresent()) {
        failed.add(failed(input, user, refusal.get()));
      } else if (known || room > 0) {
        added.put(input, user.orElseThrow());
        room -= known ? 0 : 1;
      } else {
        failed.add(failed(input, user, full()));
      }
    }
    lists.add(number, added.values());
    return answer("added_users", added, failed, "Failed to block some users");
  }

  private Response.Answer unblock(PhoneNumber number, List<String> inputs) {
    var removed = new LinkedHashMap<String, WaId>();
    var failed = new ArrayList<JsonObject>();
    for (String input : inputs) {
      Optional<WaId> user = WaId.normalised(input);
      if (user.isPresent()) {
        removed.put(input, user.get());
      } else {
        failed.add(failed(input, user, noNumber()));
      }
    }
    accounts.blockLists().remove(number, removed.values());
    return answer("removed_users", removed, failed, "Failed to unblock some users");
  }

  /// Who is blocked already may have been silent for long.
  private Optional<ApiError> refusal(PhoneNumber number, Optional<WaId> user, Instant now) {
    if (user.isEmpty()) {
      return Optional.of(noNumber());
    }
    WaId waId = user.get();
    if (waId.equals(number.waId())) {
      return Optional.of(
          error(
              ErrorCode.RECIPIENT_IS_SENDER,
              "Self Block",
              "%s is the number itself".formatted(waId)));
    }
    if (accounts.blockLists().holds(number, waId)
        || store.read(view ->
            view.chatWith(number.stream(), waId).map(Chat::window).stream()
                .anyMatch(window -> window.isOpen(now)))) {
      return Optional.empty();
    }
    return Optional.of(
        error(
            ErrorCode.RE_ENGAGEMENT,
            "Re-engagement required",
            "User has not messaged in the last 24 hours"));
  }

  private static ApiError noNumber() {
    return error(
        ErrorCode.RE_ENGAGEMENT,
        "Re-engagement required",
        "This is no phone number that could have messaged");
  }

  private static ApiError full() {
    return error(
        ErrorCode.BLOCK_LIST_FULL,
        "Blocklist limit reached",
        "%d users are blocked, which is the most".formatted(BlockLists.USERS_MAX));
  }

  private static ApiError error(ErrorCode code, String message, String details) {
    return new ApiError(code, message, details, null, List.of());
  }

  private static JsonObject failed(String input, Optional<WaId> user, ApiError error) {
    return Json.object(
        "input", input,
        "wa_id", user.map(WaId::value).orElse(null),
        "errors",
            JsonArray.of(
                Json.object(
                    "message", error.shownMessage(),
                    "code", error.code().number(),
                    "error_data", Json.object("details", String.valueOf(error.details())))));
  }

  private Response.Answer answer(
      String member, Map<String, WaId> done, List<JsonObject> failed, String ifFailed) {
    var users = JsonObject.builder();
    if (!done.isEmpty() || failed.isEmpty()) {
      users.put(
          member,
          JsonArray.from(
              done.entrySet(),
              user -> Json.object("input", user.getKey(), "wa_id", user.getValue().value())));
    }
    if (!failed.isEmpty()) {
      users.put("failed_users", JsonArray.from(failed, user -> user));
    }
    var body =
        JsonObject.builder().put("messaging_product", "whatsapp").put("block_users", users.build());
    if (failed.isEmpty()) {
      return Answers.ok(body.build());
    }
    var error =
        error(
            ErrorCode.BLOCK_FAILED,
            "(#139100) Failed to block/unblock users",
            ifFailed + ", see the block_users response list for details");
    body.putAll(GraphErrorWriter.envelope(error, answers.traceIds().get()));
    return Answers.json(error.code().httpStatus(), body.build());
  }

  private static Reading<List<String>> read(JsonObject body) {
    var problems = new Problems(body);
    Fields fields = Fields.of(body, problems);
    if (fields == null) {
      return problems.reading(null);
    }
    Members.product(fields);
    List<Fields> users = fields.objects("block_users");
    if (users == null) {
      return problems.reading(null);
    }
    var inputs = new ArrayList<String>();
    for (Fields user : users) {
      String input = user.metaId("user", USER_MAX_CHARS);
      if (input != null) {
        inputs.add(input);
      }
    }
    return problems.reading(inputs);
  }
}
