package dev.parley.server.sandbox;

import dev.parley.protocol.event.InboundContent;
import dev.parley.protocol.event.InboundMessage;
import dev.parley.protocol.event.InboundReader;
import dev.parley.protocol.json.Fields;
import dev.parley.protocol.json.Json;
import dev.parley.protocol.json.JsonNumber;
import dev.parley.protocol.json.JsonObject;
import dev.parley.protocol.json.Problem;
import dev.parley.protocol.json.Problems;
import dev.parley.protocol.json.Reading;
import dev.parley.protocol.message.Carousel;
import dev.parley.protocol.message.Emoji;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads the bodies of the calls that answer a message.
final class UserCalls {
  /// As in a list; buttons have longer ids.
  private static final int ID_MAX_CHARS = 256;

  private UserCalls() {}

  /// `{"id":"row-or-button-id"}`
  static Reading<String> tap(Json body) {
    var problems = new Problems(body);
    Fields fields = Fields.of(body, problems);
    return problems.reading(fields == null ? null : fields.text("id", ID_MAX_CHARS));
  }

  /// `{"emoji":"👍"}`; an empty one takes the reaction away.
  static Reading<String> reaction(Json body) {
    var problems = new Problems(body);
    Fields fields = Fields.of(body, problems);
    return problems.reading(fields == null ? null : emoji(fields));
  }

  private static @Nullable String emoji(Fields fields) {
    String emoji = fields.string("emoji");
    if (emoji != null && !emoji.isEmpty() && !Emoji.isOne(emoji)) {
      fields.badValue("emoji", "is %s, must be one emoji".formatted(Fields.quoted(emoji)));
    }
    return emoji;
  }

  /// `{"latitude","longitude","name"?,"address"?}`: what a location message holds inside.
  static Reading<InboundContent.Location> location(Json body) {
    if (!(body instanceof JsonObject)) {
      var problems = new Problems(body);
      Fields none = Fields.of(body, problems);
      return problems.reading(
          none == null ? null : new InboundContent.Location(0, 0, null, null, null));
    }
    return switch (InboundReader.read(Json.object("type", "location", "location", body))) {
      case Reading.Ok<InboundMessage>(var message) ->
          new Reading.Ok<>((InboundContent.Location) message.content());
      case Reading.Wrong<InboundMessage>(var problems) ->
          new Reading.Wrong<>(problems.stream().map(UserCalls::inBody).toList());
    };
  }

  /// `{"card"?:0}`, or nothing: which card of a carousel.
  static Reading<Integer> link(Json body) {
    var problems = new Problems(body);
    Fields fields = Fields.of(body, problems);
    return problems.reading(fields == null ? null : card(fields));
  }

  private static int card(Fields fields) {
    if (!fields.has("card")) {
      return 0;
    }
    if (!(fields.member("card") instanceof JsonNumber number)) {
      fields.wrongType("card", "a number");
      return 0;
    }
    long card = number.asLong().orElse(-1);
    if (card < 0 || card >= Carousel.CARDS_MAX) {
      fields.badValue(
          "card",
          "is %s, must be a whole number from 0 to %d".formatted(number, Carousel.CARDS_MAX - 1));
      return 0;
    }
    return (int) card;
  }

  /// What a user answers who is asked for permission to call.
  ///
  /// @param permanent with an accepted one only
  public record CallPermission(boolean accepted, boolean permanent) {}

  /// `{"response":"accept"|"reject","is_permanent"?:false}`
  static Reading<CallPermission> callPermission(Json body) {
    var problems = new Problems(body);
    Fields fields = Fields.of(body, problems);
    return problems.reading(fields == null ? null : callPermission(fields));
  }

  private static @Nullable CallPermission callPermission(Fields fields) {
    String response = fields.word("response", Set.of("accept", "reject"), Problem.BAD_VALUE);
    boolean permanent = fields.optionalBool("is_permanent", false);
    if (response == null) {
      return null;
    }
    boolean accepted = response.equals("accept");
    if (permanent && !accepted) {
      fields.badValue("is_permanent", "is true, but only what is accepted can be permanent");
    }
    return new CallPermission(accepted, permanent);
  }

  /// `{"response":{…}}`: what the last screen of a flow gives.
  static Reading<JsonObject> flow(Json body) {
    var problems = new Problems(body);
    Fields fields = Fields.of(body, problems);
    Fields response = fields == null ? null : fields.object("response");
    return problems.reading(response == null ? null : response.json());
  }

  private static Problem inBody(Problem problem) {
    String path = problem.path().replaceFirst("^\\$\\.location", "\\$");
    return new Problem(
        path, problem.problem(), problem.code(), problem.message(), problem.details());
  }
}
