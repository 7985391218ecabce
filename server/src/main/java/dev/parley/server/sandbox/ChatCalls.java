package dev.parley.server.sandbox;

import dev.parley.account.Accounts;
import dev.parley.account.PhoneNumber;
import dev.parley.protocol.api.Wamid;
import dev.parley.protocol.json.Fields;
import dev.parley.protocol.json.Json;
import dev.parley.protocol.json.JsonArray;
import dev.parley.protocol.json.Path;
import dev.parley.protocol.json.Problem;
import dev.parley.server.http.Request;
import dev.parley.server.http.Response;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The calls about a handset's chats: what it shows, and what its user does.
final class ChatCalls {
  private final SandboxNetwork network;
  private final Accounts accounts;
  private final HandsetCalls handsets;
  private final ApiAnswers answers;

  ChatCalls(SandboxNetwork network, Accounts accounts, HandsetCalls handsets, ApiAnswers answers) {
    this.network = network;
    this.accounts = accounts;
    this.handsets = handsets;
    this.answers = answers;
  }

  Response list(Request request) {
    return handsets.withFound(
        request,
        handset ->
            answers.ok(
                Json.object(
                    "chats",
                    JsonArray.from(
                        accounts.numbers(),
                        number -> network.view(handset.waId(), number).row()))));
  }

  Response show(Request request) {
    return withChat(
        request,
        (handset, number) -> {
          String limit = request.query().first("limit");
          if (limit != null && !limit.matches("[1-9][0-9]{0,8}")) {
            return answers.badRequest(
                List.of(
                    Problem.badValue(
                        Path.root().field("limit"),
                        "is %s, must be a number from 1 to %d"
                            .formatted(Fields.quoted(limit), ChatView.MESSAGES_MAX))));
          }
          int wanted = limit == null ? ChatView.MESSAGES_DEFAULT : Integer.parseInt(limit);
          return answers.ok(
              network.view(handset.waId(), number).show(Math.min(wanted, ChatView.MESSAGES_MAX)));
        });
  }

  Response write(Request request) {
    return answers.withBody(
        request, body -> inChat(request, chat -> answers.outcome(chat.write(body))));
  }

  Response react(Request request) {
    return answers.withBody(
        request,
        body ->
            answers.with(
                UserCalls.reaction(body),
                emoji -> onMessage(request, (chat, wamid) -> chat.react(wamid, emoji))));
  }

  Response read(Request request) {
    return onMessage(request, PhoneChat::read);
  }

  Response play(Request request) {
    return onMessage(request, PhoneChat::play);
  }

  Response delete(Request request) {
    return onMessage(request, PhoneChat::delete);
  }

  private Response onMessage(Request request, BiFunction<PhoneChat, Wamid, UserOutcome> act) {
    return withMessage(
        request, (held, wamid) -> answers.outcome(act.apply(network.chat(held), wamid)));
  }

  /// With a phone and the id of a message, which need not be one of this chat.
  Response withMessage(Request request, BiFunction<HeldPhone, Wamid, Response> act) {
    String id = request.pathParameter("wamid");
    return withChat(
        request,
        (handset, number) ->
            Wamid.isWamid(id)
                ? act.apply(network.hold(handset.waId(), number), new Wamid(id))
                : answers.notFound("%s is no id of a message.".formatted(Fields.quoted(id))));
  }

  private Response inChat(Request request, Function<PhoneChat, Response> act) {
    return withChat(
        request,
        (handset, number) -> act.apply(network.chat(network.hold(handset.waId(), number))));
  }

  private Response withChat(Request request, BiFunction<Handset, PhoneNumber, Response> then) {
    String id = request.pathParameter("number");
    return handsets.withFound(
        request,
        handset ->
            accounts
                .number(id)
                .map(number -> then.apply(handset, number))
                .orElseGet(() -> unknownNumber(id)));
  }

  private Response unknownNumber(String id) {
    String known =
        accounts.numbers().stream().map(PhoneNumber::id).collect(Collectors.joining(", "));
    return answers.notFound(
        "There is no number %s; there are %s.".formatted(Fields.quoted(id), known));
  }
}
