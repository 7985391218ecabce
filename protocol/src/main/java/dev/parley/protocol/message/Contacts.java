package dev.parley.protocol.message;

import java.util.List;

/// Cards of people. Source: `messages.md` §5.
public record Contacts(List<Contact> contacts) implements Message {

  /// Cards in one message. Meta's page says so.
  public static final int CONTACTS_MAX = 257;

  /// Cards in one message by Meta's OpenAPI document.
  public static final int CONTACTS_MAX_STRICTLY = 5;

  public Contacts {
    contacts = List.copyOf(contacts);
  }

  @Override
  public String type() {
    return "contacts";
  }
}
