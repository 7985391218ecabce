package dev.parley.carrier;

import dev.parley.account.PhoneNumber;
import dev.parley.protocol.api.ApiError;
import dev.parley.protocol.api.Identity;
import dev.parley.protocol.api.Recipient;
import dev.parley.protocol.api.SendRequest;
import java.util.Optional;

/// A network that takes messages to users.
public interface Carrier {
  /// What the network would refuse at once, before the message is accepted: unknown products, a
  /// template that does not exist, the sender as recipient. Must not write anything.
  Optional<ApiError> refusesAtOnce(PhoneNumber from, SendRequest.SendMessage request);

  /// Who is meant, as far as the business may know: a number may be spelt otherwise on the network
  /// than it was typed, an id may stand for a number that is known. Empty where the number's
  /// portfolio knows no such id. Must not write anything.
  Optional<Identity> identify(PhoneNumber from, Recipient to);

  /// Hands a message over. Called in order within a chat, one at a time; concurrently over chats.
  /// May be called again with the same message after a crash.
  CarrierAnswer carry(Outgoing outgoing);

  /// The business read a chat, up to the message of this seq, and perhaps types an answer.
  void showRead(PhoneNumber number, long messageSeq, boolean typing);
}
