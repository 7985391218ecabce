package dev.parley.protocol.message;

import dev.parley.protocol.json.Fields;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Reads `contacts`, an array of cards.
public final class ContactsReader {

  private ContactsReader() {}

  static @Nullable Contacts read(Fields body) {
    var items = items(body);
    return items == null ? null : new Contacts(each(items, ContactsReader::card));
  }

  /// The cards in the member `contacts`, 1 to 257.
  public static @Nullable List<Fields> items(Fields body) {
    var items = body.objects("contacts");
    if (items == null) {
      return null;
    }
    int count = body.size("contacts");
    int max = body.strict() ? Contacts.CONTACTS_MAX_STRICTLY : Contacts.CONTACTS_MAX;
    if (count > max) {
      body.badValue("contacts", "has %d contacts, at most %d are allowed".formatted(count, max));
    }
    return items;
  }

  /// One of them.
  public static @Nullable Contact card(Fields card) {
    var name = card.object("name");
    var formattedName = name == null ? null : name.text("formatted_name");
    var phones = each(card.optionalObjects("phones"), ContactsReader::phone);
    var emails = each(card.optionalObjects("emails"), ContactsReader::email);
    var urls = each(card.optionalObjects("urls"), ContactsReader::url);
    var addresses = each(card.optionalObjects("addresses"), ContactsReader::address);
    var org = org(card);
    var birthday = birthday(card);
    if (name == null) {
      return null;
    }
    var parts =
        new Contact.Name(
            formattedName == null ? "" : formattedName,
            given(name, "first_name"),
            given(name, "last_name"),
            given(name, "middle_name"),
            given(name, "suffix"),
            given(name, "prefix"));
    if (name.strict() && hasNoPart(parts)) {
      card.badValue("name", "has no part beside \"formatted_name\", one at least is required");
    }
    return new Contact(parts, phones, emails, urls, addresses, org, birthday);
  }

  /// Old pages require one, Meta's OpenAPI document does not. Source: `messages.md` §5.
  private static boolean hasNoPart(Contact.Name name) {
    return name.firstName() == null
        && name.lastName() == null
        && name.middleName() == null
        && name.suffix() == null
        && name.prefix() == null;
  }

  private static Contact.Phone phone(Fields phone) {
    return new Contact.Phone(given(phone, "phone"), given(phone, "type"), given(phone, "wa_id"));
  }

  private static Contact.Email email(Fields email) {
    return new Contact.Email(given(email, "email"), given(email, "type"));
  }

  private static Contact.Url url(Fields url) {
    return new Contact.Url(given(url, "url"), given(url, "type"));
  }

  private static Contact.Address address(Fields address) {
    return new Contact.Address(
        given(address, "street"),
        given(address, "city"),
        given(address, "state"),
        given(address, "zip"),
        given(address, "country"),
        given(address, "country_code"),
        given(address, "type"));
  }

  private static Contact.@Nullable Org org(Fields card) {
    var org = card.optionalObject("org");
    return org == null || org.isEmpty()
        ? null
        : new Contact.Org(given(org, "company"), given(org, "department"), given(org, "title"));
  }

  /// A day that there was, as `YYYY-MM-DD`.
  private static @Nullable LocalDate birthday(Fields card) {
    var birthday = given(card, "birthday");
    if (birthday == null) {
      return null;
    }
    try {
      if (birthday.length() == "YYYY-MM-DD".length()) {
        return LocalDate.parse(birthday);
      }
    } catch (DateTimeParseException noSuchDay) {
      // said below
    }
    card.badValue(
        "birthday", "is %s, must be a date as YYYY-MM-DD".formatted(Fields.quoted(birthday)));
    return null;
  }

  /// A string that may be absent; an empty one is.
  private static @Nullable String given(Fields fields, String name) {
    var text = fields.optionalString(name);
    return text == null || text.isEmpty() ? null : text;
  }

  private static <T> List<T> each(List<Fields> items, Function<Fields, @Nullable T> reader) {
    var values = new ArrayList<T>(items.size());
    for (var item : items) {
      var value = reader.apply(item);
      if (value != null) {
        values.add(Objects.requireNonNull(value));
      }
    }
    return values;
  }
}
