package dev.parley.protocol.json;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/// Whether bytes are UTF-8, in one pass: eight at a time as long as they are ASCII. The JSON parser
/// itself lets some pass that are not. Source: RFC 3629 §4.
enum Utf8 {
  INVALID,
  PLAIN,

  /// Valid, with a backslash somewhere: a JSON string may have escapes.
  WITH_BACKSLASH;

  private static final VarHandle EIGHT =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private static final long HIGH_BITS = 0x8080808080808080L;
  private static final long LOW_BITS = 0x0101010101010101L;
  private static final long BACKSLASHES = LOW_BITS * '\\';

  static Utf8 of(byte[] bytes) {
    boolean backslash = false;
    int i = 0;
    while (i < bytes.length) {
      if (i + Long.BYTES <= bytes.length) {
        long eight = (long) EIGHT.get(bytes, i);
        if ((eight & HIGH_BITS) == 0) {
          long others = eight ^ BACKSLASHES;
          backslash |= ((others - LOW_BITS) & ~others & HIGH_BITS) != 0;
          i += Long.BYTES;
          continue;
        }
      }
      int length = characterLength(bytes, i);
      if (length == 0) {
        return INVALID;
      }
      backslash |= bytes[i] == '\\';
      i += length;
    }
    return backslash ? WITH_BACKSLASH : PLAIN;
  }

  /// The bytes without a byte order mark, which a reader may skip (RFC 8259 §8.1).
  static byte[] withoutMark(byte[] bytes) {
    boolean marked =
        bytes.length >= 3
            && bytes[0] == (byte) 0xEF
            && bytes[1] == (byte) 0xBB
            && bytes[2] == (byte) 0xBF;
    return marked ? Arrays.copyOfRange(bytes, 3, bytes.length) : bytes;
  }

  static boolean startsCharacter(byte b) {
    return (b & 0xC0) != 0x80;
  }

  /// How many bytes the character at this place has; 0 where there is none.
  private static int characterLength(byte[] bytes, int at) {
    int first = bytes[at] & 0xFF;
    if (first < 0x80) {
      return 1;
    }
    if (first < 0xC2 || first > 0xF4) {
      return 0;
    }
    int length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    if (at + length > bytes.length || !isSecond(first, bytes[at + 1] & 0xFF)) {
      return 0;
    }
    for (int i = at + 2; i < at + length; i++) {
      if (startsCharacter(bytes[i])) {
        return 0;
      }
    }
    return length;
  }

  /// Neither longer than need be, nor half a surrogate pair, nor beyond the last character.
  private static boolean isSecond(int first, int second) {
    int min = first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80;
    int max = first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF;
    return second >= min && second <= max;
  }
}
