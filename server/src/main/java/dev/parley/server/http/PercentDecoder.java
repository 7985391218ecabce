package dev.parley.server.http;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/// Decodes `%41` once and strictly: two hex digits, the bytes valid UTF-8, never NUL.
final class PercentDecoder {
  private PercentDecoder() {}

  static String segment(String raw) throws BadTarget {
    return raw.indexOf('%') < 0 ? raw : decode(raw, false);
  }

  /// A name or value of the query, where `+` is a space. Source: WHATWG URL,
  /// application/x-www-form-urlencoded parsing.
  static String query(String raw) throws BadTarget {
    return raw.indexOf('%') < 0 && raw.indexOf('+') < 0 ? raw : decode(raw, true);
  }

  private static String decode(String raw, boolean plusIsSpace) throws BadTarget {
    byte[] in = raw.getBytes(StandardCharsets.UTF_8);
    byte[] out = new byte[in.length];
    int length = 0;
    for (int i = 0; i < in.length; i++) {
      byte b = in[i];
      if (b == '%') {
        b = hexByte(in, i);
        i += 2;
      } else if (b == '+' && plusIsSpace) {
        b = ' ';
      }
      out[length++] = b;
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(out, 0, length)).toString();
    } catch (CharacterCodingException _) {
      throw new BadTarget("percent-encoded bytes in the path or query are not valid UTF-8");
    }
  }

  private static byte hexByte(byte[] in, int percent) throws BadTarget {
    int high = percent + 2 < in.length ? Character.digit(in[percent + 1], 16) : -1;
    int low = percent + 2 < in.length ? Character.digit(in[percent + 2], 16) : -1;
    if (high < 0 || low < 0) {
      throw new BadTarget("a % in the path or query is not followed by two hex digits");
    }
    if (high == 0 && low == 0) {
      throw new BadTarget("%00 is not allowed in the path or query");
    }
    return (byte) (high << 4 | low);
  }
}
