package dev.parley.server.admin;

import dev.parley.account.Accounts;
import dev.parley.account.NumberRules;
import dev.parley.account.PhoneNumber;
import dev.parley.protocol.api.ApiError;
import dev.parley.protocol.json.Fields;
import dev.parley.protocol.json.Json;
import dev.parley.protocol.json.JsonReader;
import dev.parley.protocol.json.Problems;
import dev.parley.protocol.json.Reading;
import dev.parley.server.http.Request;
import dev.parley.server.http.Response;
import dev.parley.server.http.Route;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The sandbox's own way to set the rules of a number: `POST /sandbox/numbers/{id}` with those that
/// change. Whether somebody may call it at all is decided before.
public final class NumberRulesRoutes {
  private static final String NUMBER = "/sandbox/numbers/{number}";
  private static final String COUNTRY = "country";
  private static final Set<String> COUNTRIES =
      Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2);

  private final Accounts accounts;
  private final Answers answers;

  /// @param traceIds a new one for each error
  public NumberRulesRoutes(Accounts accounts, Supplier<String> traceIds) {
    this.accounts = accounts;
    this.answers = new Answers(traceIds);
  }

  public List<Route> routes() {
    return List.of(
        new Route("GET", NUMBER, request -> withNumber(request, NumberRulesRoutes::shown)),
        new Route(
            "POST", NUMBER, request -> withNumber(request, number -> change(request, number))));
  }

  private Response withNumber(Request request, Function<PhoneNumber, Response.Answer> then) {
    String id = request.pathParameter("number");
    Optional<PhoneNumber> number = accounts.number(id);
    return number.isPresent()
        ? then.apply(number.get())
        : answers.refused(404, ApiError.noSuchObject(request.method(), id));
  }

  private static Response.Answer shown(PhoneNumber number) {
    NumberRules rules = number.rules();
    return Answers.ok(
        Json.object(
            "id",
            number.id(),
            "display",
            number.display(),
            "strict",
            rules.strict(),
            "us_marketing_stopped",
            rules.usMarketingStopped(),
            "compliance_required",
            rules.complianceRequired(),
            "media_throttled",
            rules.mediaThrottled(),
            "compliance_filed",
            number.settings().complianceFiled(),
            COUNTRY,
            rules.country()));
  }

  private Response.Answer change(Request request, PhoneNumber number) {
    // As the rest of the sandbox API: JSON, whatever the content type says.
    return answers.with(
        JsonReader.read(request.body(CallBody.BYTES_MAX)),
        body ->
            answers.with(
                read(body, number.rules()),
                rules -> shown(accounts.change(number, settings -> settings.with(rules)))));
  }

  private static Reading<NumberRules> read(Json body, NumberRules before) {
    var problems = new Problems(body);
    Fields fields = Fields.of(body, problems);
    return problems.reading(
        fields == null
            ? null
            : new NumberRules(
                flag(fields, "strict", before.strict()),
                flag(fields, "us_marketing_stopped", before.usMarketingStopped()),
                flag(fields, "compliance_required", before.complianceRequired()),
                flag(fields, "media_throttled", before.mediaThrottled()),
                country(fields, before.country())));
  }

  private static boolean flag(Fields fields, String name, boolean before) {
    Boolean flag = Members.flag(fields, name);
    return flag == null ? before : flag;
  }

  /// An empty one, or null, is that of the calling code again.
  private static @Nullable String country(Fields fields, @Nullable String before) {
    if (!fields.json().has(COUNTRY)) {
      return before;
    }
    String country = Members.word(fields, COUNTRY, COUNTRIES);
    return country == null || country.isEmpty() ? null : country;
  }
}
