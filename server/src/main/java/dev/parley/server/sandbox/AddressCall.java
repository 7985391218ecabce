package dev.parley.server.sandbox;

import dev.parley.protocol.event.InboundContent.FormReply;
import dev.parley.protocol.json.Fields;
import dev.parley.protocol.json.Json;
import dev.parley.protocol.json.JsonObject;
import dev.parley.protocol.json.JsonString;
import dev.parley.protocol.json.Problems;
import dev.parley.protocol.json.Reading;
import dev.parley.protocol.message.AddressMessage;
import dev.parley.protocol.message.AddressMessage.SavedAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Reads an address form that a user filled in, `{"values":{field:text,…},"saved_address_id"?}`; a
/// saved address that is chosen without values is sent as the business saved it.
final class AddressCall {
  /// As people write them: at least six digits.
  private static final String PHONE_NUMBER = "\\+?[0-9][0-9 ()./-]{5,24}";

  private final AddressForm form;
  private final AddressMessage asked;

  private AddressCall(AddressForm form, AddressMessage asked) {
    this.form = form;
    this.asked = asked;
  }

  static Reading<FormReply> read(Json body, AddressForm form, AddressMessage asked) {
    var problems = new Problems(body);
    Fields fields = Fields.of(body, problems);
    return problems.reading(fields == null ? null : new AddressCall(form, asked).reply(fields));
  }

  private @Nullable FormReply reply(Fields body) {
    String savedId = body.optionalText("saved_address_id", AddressMessage.SAVED_ID_MAX_CHARS);
    SavedAddress saved = savedId == null ? null : saved(body, savedId);
    JsonObject values;
    if (savedId != null && !body.has("values")) {
      values = saved == null ? null : saved.value();
    } else {
      Fields given = body.object("values");
      values = given == null ? null : values(given);
    }
    if (values == null) {
      return null;
    }
    JsonObject response =
        JsonObject.builder()
            .putIfPresent("saved_address_id", savedId)
            .put("values", values)
            .build();
    return new FormReply(FormReply.ADDRESS, lines(values), response.toString());
  }

  private @Nullable SavedAddress saved(Fields body, String id) {
    for (SavedAddress each : asked.savedAddresses()) {
      if (each.id().equals(id)) {
        return each;
      }
    }
    String known =
        asked.savedAddresses().stream()
            .map(each -> Fields.quoted(each.id()))
            .collect(Collectors.joining(", "));
    body.badValue(
        "saved_address_id",
        "is %s, the message offers %s"
            .formatted(Fields.quoted(id), known.isEmpty() ? "no saved address" : known));
    return null;
  }

  private JsonObject values(Fields given) {
    HandsetReader.onlyThese(given, Set.copyOf(form.fields()));
    var values = JsonObject.builder();
    for (String field : form.fields()) {
      values.putIfPresent(field, value(given, field));
    }
    return values.build();
  }

  private @Nullable String value(Fields given, String field) {
    int maxChars = AddressForm.maxChars(field);
    String value =
        form.required().contains(field)
            ? given.text(field, maxChars)
            : given.optionalText(field, maxChars);
    if (value == null) {
      return null;
    }
    if (AddressForm.isPostalCode(field) && !value.matches("[0-9]+")) {
      given.badValue(field, "is %s, must be digits".formatted(Fields.quoted(value)));
    }
    if (AddressForm.isPhoneNumber(field) && !value.matches(PHONE_NUMBER)) {
      given.badValue(field, "is %s, must be a phone number".formatted(Fields.quoted(value)));
    }
    return value;
  }

  /// The address as people read it, a field a line, in the form's order.
  private String lines(JsonObject values) {
    List<String> lines = new ArrayList<>();
    for (String field : form.fields()) {
      if (values.get(field) instanceof JsonString(var line)) {
        lines.add(line);
      }
    }
    return String.join("\n", lines);
  }
}
