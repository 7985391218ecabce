package dev.parley.server.sandbox;

import dev.parley.protocol.api.Wamid;
import dev.parley.protocol.json.Json;
import dev.parley.protocol.json.Reading;
import dev.parley.server.http.Request;
import dev.parley.server.http.Response;
import java.util.function.Function;

/// The calls that answer what a message of the business offers.
final class AnswerCalls {
  private final SandboxNetwork network;
  private final ChatCalls chats;
  private final ApiAnswers answers;

  AnswerCalls(SandboxNetwork network, ChatCalls chats, ApiAnswers answers) {
    this.network = network;
    this.chats = chats;
    this.answers = answers;
  }

  /// What a user does with a message, once it is known with what.
  private interface Act<T> {
    UserOutcome on(PhoneAnswers phone, Wamid message, T with);
  }

  Response tap(Request request) {
    return act(request, UserCalls::tap, PhoneAnswers::tap);
  }

  Response sendLocation(Request request) {
    return act(request, UserCalls::location, PhoneAnswers::sendLocation);
  }

  Response order(Request request) {
    return act(request, Reading.Ok::new, PhoneAnswers::order);
  }

  Response sendAddress(Request request) {
    return act(request, Reading.Ok::new, PhoneAnswers::sendAddress);
  }

  Response answerCallRequest(Request request) {
    return act(request, UserCalls::callPermission, PhoneAnswers::answerCallRequest);
  }

  Response completeFlow(Request request) {
    return act(request, UserCalls::flow, PhoneAnswers::completeFlow);
  }

  Response shareContact(Request request) {
    return chats.withMessage(
        request, (held, wamid) -> answers.outcome(network.answers(held).shareContact(wamid)));
  }

  Response openLink(Request request) {
    return answers.withOptionalBody(
        request, body -> act(request, UserCalls.link(body), PhoneAnswers::openLink));
  }

  private <T> Response act(Request request, Function<Json, Reading<T>> reader, Act<T> act) {
    return answers.withBody(request, body -> act(request, reader.apply(body), act));
  }

  private <T> Response act(Request request, Reading<T> reading, Act<T> act) {
    return answers.with(
        reading,
        with ->
            chats.withMessage(
                request,
                (held, wamid) -> answers.outcome(act.on(network.answers(held), wamid, with))));
  }
}
