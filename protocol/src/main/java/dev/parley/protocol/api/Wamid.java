package dev.parley.protocol.api;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/// The id of a message. To callers it is opaque; ours have the shape that Meta's have.
public record Wamid(String value) {

  /// Characters of an id that is read; Meta's own stay below 128.
  public static final int LENGTH_MAX = 512;

  private static final String PREFIX = "wamid.";

  /// How the parts lie in the bytes: a Thrift-compact struct. Source: `responses-and-errors.md` §2.
  private static final byte STRUCT = 0x1C;

  private static final byte TEXT = 0x18;
  private static final byte[] AFTER_PHONE = {0x15, 0x02, 0x00};
  private static final byte FROM_BUSINESS = 0x11;
  private static final byte FROM_USER = 0x12;
  private static final byte STOP = 0x00;

  /// What an id says inside: the user's phone number (whoever wrote), who wrote, and the id that
  /// the writer's device chose.
  public record Parts(String phone, boolean fromBusiness, String id) {

    /// The id in a message of the business: 72 bits as 18 hexadecimal digits.
    public static String businessId(int high8, long low64) {
      return HexFormat.of().withUpperCase().toHexDigits((byte) high8)
          + HexFormat.of().withUpperCase().toHexDigits(low64);
    }

    /// The id in a message of a user, as an iPhone makes it: `3A` and 18 hexadecimal digits.
    public static String userId(int high8, long low64) {
      return "3A" + businessId(high8, low64);
    }
  }

  public Wamid {
    if (!isWamid(value)) {
      throw new IllegalArgumentException("not a wamid: " + value);
    }
  }

  /// Whether this can be an id at all. What is inside is not looked at.
  public static boolean isWamid(String value) {
    return value.startsWith(PREFIX)
        && value.length() > PREFIX.length()
        && value.length() <= LENGTH_MAX
        && value.chars().allMatch(c -> c > ' ' && c < 127);
  }

  /// The id that says these parts.
  public static Wamid compose(Parts parts) {
    var phone = parts.phone().getBytes(StandardCharsets.US_ASCII);
    var id = parts.id().getBytes(StandardCharsets.US_ASCII);
    if (phone.length > Byte.MAX_VALUE || id.length > Byte.MAX_VALUE) {
      throw new IllegalArgumentException("a part of a wamid has more than 127 characters");
    }
    var bytes = new byte[phone.length + id.length + 10];
    int at = 0;
    bytes[at++] = STRUCT;
    at = text(bytes, at, phone);
    System.arraycopy(AFTER_PHONE, 0, bytes, at, AFTER_PHONE.length);
    at += AFTER_PHONE.length;
    bytes[at++] = parts.fromBusiness() ? FROM_BUSINESS : FROM_USER;
    at = text(bytes, at, id);
    bytes[at++] = STOP;
    if (at != bytes.length) {
      throw new IllegalStateException("a wamid of %d bytes, not %d".formatted(at, bytes.length));
    }
    return new Wamid(PREFIX + Base64.getEncoder().encodeToString(bytes));
  }

  private static int text(byte[] bytes, int at, byte[] text) {
    bytes[at] = TEXT;
    bytes[at + 1] = (byte) text.length;
    System.arraycopy(text, 0, bytes, at + 2, text.length);
    return at + 2 + text.length;
  }

  /// What this id says, if it has the shape that ours have.
  public Optional<Parts> parts() {
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(value.substring(PREFIX.length()));
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
    int phoneEnd = textEnd(bytes, 1);
    if (phoneEnd < 0 || bytes[0] != STRUCT || phoneEnd + 4 > bytes.length) {
      return Optional.empty();
    }
    byte direction = bytes[phoneEnd + 3];
    int idEnd = textEnd(bytes, phoneEnd + 4);
    boolean known =
        Arrays.equals(bytes, phoneEnd, phoneEnd + 3, AFTER_PHONE, 0, 3)
            && (direction == FROM_BUSINESS || direction == FROM_USER)
            && idEnd == bytes.length - 1
            && bytes[idEnd] == STOP;
    return known
        ? Optional.of(
            new Parts(
                ascii(bytes, 3, phoneEnd),
                direction == FROM_BUSINESS,
                ascii(bytes, phoneEnd + 6, idEnd)))
        : Optional.empty();
  }

  /// Where the text that starts here ends; -1 where none starts.
  private static int textEnd(byte[] bytes, int at) {
    if (at + 2 > bytes.length || bytes[at] != TEXT || bytes[at + 1] < 0) {
      return -1;
    }
    int end = at + 2 + bytes[at + 1];
    return end > bytes.length ? -1 : end;
  }

  private static String ascii(byte[] bytes, int from, int to) {
    return new String(bytes, from, to - from, StandardCharsets.US_ASCII);
  }

  @Override
  public String toString() {
    return value;
  }
}
