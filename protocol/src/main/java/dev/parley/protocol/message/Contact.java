package dev.parley.protocol.message;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The card of a person. Only `name.formatted_name` must be there. Source: `messages.md` §5.
public record Contact(
    Name name,
    List<Phone> phones,
    List<Email> emails,
    List<Url> urls,
    List<Address> addresses,
    @Nullable Org org,
    @Nullable LocalDate birthday) {
  public Contact {
    phones = List.copyOf(phones);
    emails = List.copyOf(emails);
    urls = List.copyOf(urls);
    addresses = List.copyOf(addresses);
  }

  /// A card with a name and one phone number that is on WhatsApp.
  public static Contact of(String name, String phone, String waId) {
    return new Contact(
        new Name(name, null, null, null, null, null),
        List.of(new Phone(phone, "CELL", waId)),
        List.of(),
        List.of(),
        List.of(),
        null,
        null);
  }

  public record Name(
      String formattedName,
      @Nullable String firstName,
      @Nullable String lastName,
      @Nullable String middleName,
      @Nullable String suffix,
      @Nullable String prefix) {}

  /// With `waId` the phone shows "Message", without it "Invite to WhatsApp".
  public record Phone(@Nullable String phone, @Nullable String type, @Nullable String waId) {}

  public record Email(@Nullable String email, @Nullable String type) {}

  public record Url(@Nullable String url, @Nullable String type) {}

  public record Address(
      @Nullable String street,
      @Nullable String city,
      @Nullable String state,
      @Nullable String zip,
      @Nullable String country,
      @Nullable String countryCode,
      @Nullable String type) {}

  public record Org(
      @Nullable String company, @Nullable String department, @Nullable String title) {}
}
