package dev.parley.media;

import dev.parley.journal.StreamId;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/// Names a file: 16 digits below 2^53, since clients read it as a number. It carries its stream, so
/// that its row is found without asking all of them. Source: reference, clients.md 3; observed.md
/// §2.
///
/// @param value 2^52 + stream · 2^32 + 32 bits by chance
public record MediaId(long value) {
  private static final long FLOOR = 1L << 52;
  private static final int CHANCE_BITS = 32;
  private static final Pattern DIGITS = Pattern.compile("\\d{16}");

  public MediaId {
    if (!isOne(value)) {
      throw new IllegalArgumentException("not a media id: " + value);
    }
  }

  private static boolean isOne(long value) {
    long stream = (value - FLOOR) >> CHANCE_BITS;
    return value >= FLOOR && stream >= 1 && stream <= StreamId.VALUE_MAX;
  }

  /// A new one; the caller sees to it that the stream has no such id yet.
  public static MediaId mint(StreamId stream, RandomGenerator random) {
    long chance = random.nextLong() >>> (64 - CHANCE_BITS);
    return new MediaId(FLOOR + ((long) stream.value() << CHANCE_BITS) + chance);
  }

  /// The id that this text is; empty when it can't be one of ours.
  public static Optional<MediaId> parse(String text) {
    return DIGITS.matcher(text).matches() && isOne(Long.parseLong(text))
        ? Optional.of(new MediaId(Long.parseLong(text)))
        : Optional.empty();
  }

  public StreamId stream() {
    return new StreamId((int) ((value - FLOOR) >> CHANCE_BITS));
  }

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
