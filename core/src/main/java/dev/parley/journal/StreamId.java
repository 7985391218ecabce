package dev.parley.journal;

/// One short log of the journal: there is one per number and one per business. Small on purpose, so
/// that a wamid of ours can carry it (see {@link dev.parley.chat.WamidMint}).
///
/// @param value 1 to {@link #VALUE_MAX}, given by the store in the order of creation
public record StreamId(int value) implements Comparable<StreamId> {
  /// 20 bits of a wamid.
  public static final int VALUE_MAX = (1 << 20) - 1;

  public StreamId {
    if (value < 1 || value > VALUE_MAX) {
      throw new IllegalArgumentException("not a stream: " + value);
    }
  }

  @Override
  public int compareTo(StreamId other) {
    return Integer.compare(value, other.value);
  }

  @Override
  public String toString() {
    return Integer.toString(value);
  }
}
