package dev.parley.server.media;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

/// First bytes of files of each type, filled up to a size.
public final class Samples {
  private Samples() {}

  public static final byte[] JPEG = hex("ffd8ffe000104a46494600010100000100010000ffdb");
  public static final byte[] PNG =
      hex("89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489");
  public static final byte[] GIF = latin("GIF89a\1\0\1\0");
  public static final byte[] STILL_WEBP = latin("RIFF\44\0\0\0WEBPVP8X\12\0\0\0\0\0\0\0");
  public static final byte[] ANIMATED_WEBP = latin("RIFF\44\0\0\0WEBPVP8X\12\0\0\0\2\0\0\0");
  public static final byte[] MP4 = latin("\0\0\0\30ftypisom\0\0\2\0isommp41");
  public static final byte[] M4A = latin("\0\0\0\30ftypM4A \0\0\0\0M4A mp42");
  public static final byte[] MOV = latin("\0\0\0\24ftypqt  \0\0\2\0qt  ");
  public static final byte[] THREE_GP = latin("\0\0\0\30ftyp3gp4\0\0\2\0isom3gp4");
  public static final byte[] AMR = latin("#!AMR\n<abc");
  public static final byte[] MP3 = latin("ID3\3\0\0\0\0\0\0");
  public static final byte[] AAC = hex("fff15080021ffc");
  public static final byte[] OPUS = ogg("\23OpusHead\1\1\0\0\200\273\0\0\0\0\0");
  public static final byte[] STEREO_OPUS = ogg("\23OpusHead\1\2\0\0\200\273\0\0\0\0\0");
  public static final byte[] VORBIS = ogg("\36\1vorbis\0\0\0\0\2");
  public static final byte[] PDF = latin("%PDF-1.7\n%abc\n1 0 obj\n");
  public static final byte[] ZIP = latin("PK\3\4\24\0\6\0\10\0\0\0!\0");
  public static final byte[] OLE =
      hex("d0cf11e0a1b11ae1000000000000000000000000000000003e000300feff0900");
  public static final byte[] TEXT = latin("Soup of the day\n");

  private static byte[] ogg(String packet) {
    return latin("OggS\0\2\0\0\0\0\0\0\0\0\1\2\3\4\0\0\0\0\1\2\3\4\1" + packet);
  }

  /// The same start, and as many bytes as wanted.
  public static byte[] ofSize(byte[] start, long size) {
    byte[] bytes = Arrays.copyOf(start, Math.toIntExact(size));
    for (int i = start.length; i < bytes.length; i++) {
      bytes[i] = (byte) ((i * 31) >> 3);
    }
    return bytes;
  }

  private static byte[] hex(String digits) {
    return HexFormat.of().parseHex(digits);
  }

  private static byte[] latin(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
