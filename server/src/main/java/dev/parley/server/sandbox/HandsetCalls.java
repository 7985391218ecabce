package dev.parley.server.sandbox;

import dev.parley.account.Accounts;
import dev.parley.account.PhoneNumber;
import dev.parley.protocol.api.WaId;
import dev.parley.protocol.json.Fields;
import dev.parley.protocol.json.Json;
import dev.parley.protocol.json.Path;
import dev.parley.protocol.json.Problem;
import dev.parley.protocol.json.Problems;
import dev.parley.protocol.json.Reading;
import dev.parley.server.http.Request;
import dev.parley.server.http.Response;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The calls about handsets: who there is, and how their phones are set.
final class HandsetCalls {
  /// Handsets that an error names.
  private static final int NAMED_MAX = 10;

  private final SandboxNetwork network;
  private final Accounts accounts;
  private final WorldView world;
  private final ApiAnswers answers;

  HandsetCalls(SandboxNetwork network, Accounts accounts, WorldView world, ApiAnswers answers) {
    this.network = network;
    this.accounts = accounts;
    this.world = world;
    this.answers = answers;
  }

  Response list(Request request) {
    return answers.ok(world.handsets());
  }

  Response show(Request request) {
    return withHandset(request, handset -> answers.ok(handset.toJson()));
  }

  Response add(Request request) {
    return answers.withBody(
        request, body -> answers.with(readNew(body), handset -> addOnce(handset)));
  }

  private Reading<Handset> readNew(Json body) {
    var problems = new Problems(body);
    Fields fields = Fields.of(body, problems);
    WaId waId = fields == null ? null : HandsetReader.waId(fields);
    return problems.reading(fields == null || waId == null ? null : readNew(fields, waId));
  }

  private Handset readNew(Fields fields, WaId waId) {
    HandsetReader.onlyThese(fields, HandsetReader.MEMBERS);
    fields.text("name", Handset.NAME_MAX_CHARS);
    return HandsetReader.changes(fields, network.fresh(waId), numbers());
  }

  private Response addOnce(Handset handset) {
    return network
        .handsets()
        .oneAtATime(
            handset.waId(),
            () -> {
              String taken = whyTaken(handset.waId());
              return taken == null
                  ? answers.created(network.add(handset).toJson())
                  : answers.conflict(
                      Problem.badValue(
                          Path.root().field("wa_id"),
                          "is %s, %s".formatted(handset.waId(), taken)));
            });
  }

  private @Nullable String whyTaken(WaId waId) {
    if (network.handsets().find(waId).isPresent()) {
      return "a handset that there is already";
    }
    if (network.isBusinessNumber(waId)) {
      return "the number of a business";
    }
    if (MagicRecipients.of(waId).isPresent()) {
      return "a magic recipient";
    }
    return network.handsets().isFull()
        ? "one more than the %d handsets that there can be".formatted(Handsets.HANDSETS_MAX)
        : null;
  }

  Response change(Request request) {
    return answers.withBody(
        request,
        body ->
            withHandset(
                request,
                before ->
                    answers.with(
                        readChange(body, before),
                        changed -> {
                          network.change(before, changed);
                          return answers.ok(changed.toJson());
                        })));
  }

  private Reading<Handset> readChange(Json body, Handset before) {
    var problems = new Problems(body);
    Fields fields = Fields.of(body, problems);
    if (fields == null) {
      return problems.reading(null);
    }
    HandsetReader.onlyThese(fields, HandsetReader.MEMBERS);
    return problems.reading(HandsetReader.changes(fields, before, numbers()));
  }

  Response remove(Request request) {
    return withHandset(
        request,
        handset -> {
          network.remove(handset);
          return answers.done();
        });
  }

  /// While nothing else happens on the phone.
  Response withHandset(Request request, Function<Handset, Response> then) {
    String named = request.pathParameter("wa_id");
    Optional<WaId> waId = WaId.normalised(named);
    return waId.isEmpty()
        ? unknown(named)
        : network
            .handsets()
            .oneAtATime(
                waId.get(),
                () ->
                    network.handsets().find(waId.get()).map(then).orElseGet(() -> unknown(named)));
  }

  /// With the phone as it is now. It is not held: what a user does on it takes it, and may wait for
  /// a message before, which needs the phone to arrive.
  Response withFound(Request request, Function<Handset, Response> then) {
    String named = request.pathParameter("wa_id");
    return WaId.normalised(named)
        .flatMap(network.handsets()::find)
        .map(then)
        .orElseGet(() -> unknown(named));
  }

  private Response unknown(String named) {
    String known =
        network.handsets().all().stream()
            .limit(NAMED_MAX)
            .map(handset -> handset.waId() + " " + handset.name())
            .collect(Collectors.joining(", "));
    return answers.notFound(
        "There is no handset %s; there are %s.".formatted(Fields.quoted(named), known));
  }

  private Set<String> numbers() {
    return accounts.numbers().stream()
        .map(PhoneNumber::id)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
