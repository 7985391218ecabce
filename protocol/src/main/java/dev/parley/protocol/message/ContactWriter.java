package dev.parley.protocol.message;

import dev.parley.protocol.json.Json;
import dev.parley.protocol.json.JsonArray;
import dev.parley.protocol.json.JsonObject;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Writes the card of a person; what is absent is left out.
public final class ContactWriter {
  private ContactWriter() {}

  public static JsonObject write(Contact contact) {
    var birthday = contact.birthday();
    return JsonObject.builder()
        .put("name", name(contact.name()))
        .putIfPresent("phones", all(contact.phones(), ContactWriter::phone))
        .putIfPresent("emails", all(contact.emails(), ContactWriter::email))
        .putIfPresent("urls", all(contact.urls(), ContactWriter::url))
        .putIfPresent("addresses", all(contact.addresses(), ContactWriter::address))
        .putIfPresent("org", org(contact.org()))
        .putIfPresent("birthday", birthday == null ? null : birthday.toString())
        .build();
  }

  private static JsonObject name(Contact.Name name) {
    return Json.object(
        "formatted_name", name.formattedName(),
        "first_name", name.firstName(),
        "last_name", name.lastName(),
        "middle_name", name.middleName(),
        "suffix", name.suffix(),
        "prefix", name.prefix());
  }

  private static JsonObject phone(Contact.Phone phone) {
    return Json.object("phone", phone.phone(), "type", phone.type(), "wa_id", phone.waId());
  }

  private static JsonObject email(Contact.Email email) {
    return Json.object("email", email.email(), "type", email.type());
  }

  private static JsonObject url(Contact.Url url) {
    return Json.object("url", url.url(), "type", url.type());
  }

  private static JsonObject address(Contact.Address address) {
    return Json.object(
        "street", address.street(),
        "city", address.city(),
        "state", address.state(),
        "zip", address.zip(),
        "country", address.country(),
        "country_code", address.countryCode(),
        "type", address.type());
  }

  private static @Nullable JsonObject org(Contact.@Nullable Org org) {
    return org == null
        ? null
        : Json.object(
            "company", org.company(), "department", org.department(), "title", org.title());
  }

  private static <T> @Nullable JsonArray all(List<T> values, Function<T, JsonObject> writer) {
    return values.isEmpty() ? null : JsonArray.from(values, writer);
  }
}
