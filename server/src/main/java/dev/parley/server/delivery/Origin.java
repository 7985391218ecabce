package dev.parley.server.delivery;

import dev.parley.account.Business;
import dev.parley.account.PhoneNumber;
import dev.parley.journal.StreamId;
import org.jspecify.annotations.Nullable;

/// Whose stream is told of.
///
/// @param number null for what belongs to no number of the business
record Origin(StreamId stream, Business business, @Nullable PhoneNumber number) {
  static Origin of(PhoneNumber number) {
    return new Origin(number.stream(), number.business(), number);
  }

  static Origin of(Business business) {
    return new Origin(business.stream(), business, null);
  }

  @Nullable String numberId() {
    return number == null ? null : number.id();
  }
}
