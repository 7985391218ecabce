package dev.parley.chat;

import dev.parley.journal.StreamId;
import dev.parley.protocol.api.Wamid;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/// Makes the wamids of one world, and finds the message behind one without an index: the id inside
/// holds (stream, seq), scrambled with the world's salt so that it looks like any other and does
/// not repeat after a reset.
///
/// 72 bits: 64 of them a permutation of stream (20) and seq (44), 8 a check. The shape around them
/// is the documented one; a user's id starts with `3A` as on an iPhone. Source: reference,
/// responses-and-errors.md §2.
public final class WamidMint {
  private static final int SEQ_BITS = 44;
  private static final String FROM_USER = "3A";
  private static final int ID_HEX = 18;

  private final long salt;

  public WamidMint(long salt) {
    this.salt = salt;
  }

  /// Where a message is.
  public record Place(StreamId stream, long seq) {}

  /// @param address the chat's ({@link Chat#address}), in both directions
  public Wamid mint(StreamId stream, long seq, Direction direction, String address) {
    long place = ((long) stream.value() << SEQ_BITS) | seq;
    String id =
        HexFormat.of().withUpperCase().toHexDigits(scramble(place))
            + HexFormat.of().withUpperCase().toHexDigits(check(place, direction));
    return switch (direction) {
      case OUT -> Wamid.compose(new Wamid.Parts(address, true, id));
      case IN -> Wamid.compose(new Wamid.Parts(address, false, FROM_USER + id));
    };
  }

  /// The id of the conversation that a message is, as messages are priced each: 32 digits.
  public String conversation(StreamId stream, long seq) {
    long place = ((long) stream.value() << SEQ_BITS) | seq;
    return HexFormat.of().toHexDigits(mix(place ^ Long.rotateLeft(salt, 7)))
        + HexFormat.of().toHexDigits(mix(place ^ Long.rotateLeft(salt, 29)));
  }

  /// Empty when no message of this world can have this id. A message that is found must still be
  /// compared with the chat it is expected in.
  public Optional<Place> find(Wamid wamid) {
    Wamid.Parts parts = wamid.parts().orElse(null);
    if (parts == null) {
      return Optional.empty();
    }
    Direction direction = parts.fromBusiness() ? Direction.OUT : Direction.IN;
    String id = parts.id().toUpperCase(Locale.ROOT);
    if (direction == Direction.IN) {
      if (!id.startsWith(FROM_USER)) {
        return Optional.empty();
      }
      id = id.substring(FROM_USER.length());
    }
    if (id.length() != ID_HEX || !id.chars().allMatch(HexFormat::isHexDigit)) {
      return Optional.empty();
    }
    long place = unscramble(HexFormat.fromHexDigitsToLong(id, 0, 16));
    int stream = (int) (place >>> SEQ_BITS);
    long seq = place & ((1L << SEQ_BITS) - 1);
    boolean genuine =
        (byte) HexFormat.fromHexDigits(id, 16, 18) == check(place, direction)
            && stream >= 1
            && seq >= 1;
    return genuine ? Optional.of(new Place(new StreamId(stream), seq)) : Optional.empty();
  }

  private byte check(long place, Direction direction) {
    return (byte) (mix(place ^ Long.rotateLeft(salt, direction == Direction.OUT ? 17 : 43)) >>> 56);
  }

  private long scramble(long place) {
    return mix(place ^ salt) ^ Long.rotateLeft(salt, 32);
  }

  private long unscramble(long scrambled) {
    return unmix(scrambled ^ Long.rotateLeft(salt, 32)) ^ salt;
  }

  // The finaliser of SplitMix64: each step can be undone.
  private static long mix(long z) {
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }

  private static long unmix(long z) {
    z = (z ^ (z >>> 31) ^ (z >>> 62)) * 0x319642b2d24d8ec3L;
    z = (z ^ (z >>> 27) ^ (z >>> 54)) * 0x96de1b173f119089L;
    return z ^ (z >>> 30) ^ (z >>> 60);
  }
}
