package dev.parley.server.admin;

import dev.parley.account.Accounts;
import dev.parley.account.PhoneNumber;
import dev.parley.account.Registration;
import dev.parley.protocol.api.ApiError;
import dev.parley.protocol.api.ErrorCode;
import dev.parley.protocol.json.Fields;
import dev.parley.protocol.json.JsonObject;
import dev.parley.protocol.json.Problems;
import dev.parley.protocol.json.Reading;
import dev.parley.server.http.Request;
import dev.parley.server.http.Response;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Connects a number with the network and takes it off again; only a connected one sends. Source:
/// reference, platform.md §5; observed.md §5; verified.md §4; OpenAPI v23, `register`.
final class RegistrationCalls {
  private static final Pattern PIN = Pattern.compile("[0-9]{6}");

  private static final Set<String> REGIONS =
      Set.of("AE", "AU", "BH", "BR", "CA", "CH", "DE", "GB", "ID", "IN", "JP", "KR", "SG", "ZA");

  private final Accounts accounts;
  private final Answers answers;
  private final InstantSource clock;

  RegistrationCalls(Accounts accounts, Answers answers, InstantSource clock) {
    this.accounts = accounts;
    this.answers = answers;
    this.clock = clock;
  }

  Response.Answer register(Request request, PhoneNumber number) {
    return answers.withBody(
        request, body -> answers.with(readRegister(body), pin -> register(number, pin)));
  }

  private Response.Answer register(PhoneNumber number, String pin) {
    Registration registration = number.settings().registration();
    Instant now = clock.instant();
    if (!registration.mayCall(now)) {
      return tooOften(number);
    }
    if (!registration.takes(pin)) {
      return answers.refused(
          ApiError.of(
              ErrorCode.PIN_MISMATCH,
              "The pin is not that of number %s, whose two-step verification is on."
                  .formatted(number.id())));
    }
    accounts.change(
        number, settings -> settings.with(settings.registration().registered(pin, now)));
    return Answers.success();
  }

  Response.Answer deregister(Request request, PhoneNumber number) {
    Instant now = clock.instant();
    if (!number.settings().registration().mayCall(now)) {
      return tooOften(number);
    }
    accounts.change(number, settings -> settings.with(settings.registration().deregistered(now)));
    return Answers.success();
  }

  /// The PIN of the two-step verification, new or changed.
  Response.Answer setPin(JsonObject body, PhoneNumber number) {
    var problems = new Problems(body);
    Fields fields = Fields.of(body, problems);
    return answers.with(
        problems.reading(fields == null ? null : pin(fields)),
        pin -> {
          accounts.change(number, settings -> settings.with(settings.registration().withPin(pin)));
          return Answers.success();
        });
  }

  private Response.Answer tooOften(PhoneNumber number) {
    return answers.refused(
        ApiError.of(
            ErrorCode.REGISTER_RATE_LIMIT,
            "Number %s was registered or deregistered %d times within %d h, which is the most."
                .formatted(
                    number.id(), Registration.CALLS_MAX, Registration.CALLS_WITHIN.toHours())));
  }

  private static Reading<String> readRegister(JsonObject body) {
    var problems = new Problems(body);
    Fields fields = Fields.of(body, problems);
    if (fields == null) {
      return problems.reading(null);
    }
    Members.product(fields);
    String pin = pin(fields);
    Members.word(fields, "data_localization_region", REGIONS);
    return problems.reading(pin);
  }

  /// Some clients send it as a number.
  private static @Nullable String pin(Fields fields) {
    String pin = fields.metaId("pin", Integer.MAX_VALUE);
    if (pin != null && !PIN.matcher(pin).matches()) {
      fields.badValue("pin", "is not 6 digits");
    }
    return pin;
  }
}
