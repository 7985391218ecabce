package dev.parley.server.delivery;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

/// Lets pass only what lies on the public internet: no address of this machine, of its networks, or
/// that is set aside, nor such a one in the clothes of IPv6. Source: IANA's registries of special
/// purpose addresses for IPv4 and IPv6.
public final class PublicAddresses implements AddressRule {
  /// Addresses whose first `bits` bits are those of `start`.
  @SuppressWarnings("ArrayRecordComponent") // Never handed out, never compared.
  private record Block(byte[] start, int bits) {
    static Block of(String start, int bits) {
      try {
        return new Block(InetAddress.ofLiteral(start).getAddress(), bits);
      } catch (IllegalArgumentException e) {
        throw new IllegalStateException(e);
      }
    }

    boolean holds(byte[] address) {
      if (address.length != start.length) {
        return false;
      }
      for (int bit = 0; bit < bits; bit++) {
        int mask = 0x80 >> (bit % 8);
        if ((address[bit / 8] & mask) != (start[bit / 8] & mask)) {
          return false;
        }
      }
      return true;
    }
  }

  private static final List<Block> SET_ASIDE =
      List.of(
          Block.of("0.0.0.0", 8),
          Block.of("10.0.0.0", 8),
          Block.of("100.64.0.0", 10),
          Block.of("127.0.0.0", 8),
          Block.of("169.254.0.0", 16),
          Block.of("172.16.0.0", 12),
          Block.of("192.0.0.0", 24),
          Block.of("192.0.2.0", 24),
          Block.of("192.168.0.0", 16),
          Block.of("198.18.0.0", 15),
          Block.of("198.51.100.0", 24),
          Block.of("203.0.113.0", 24),
          Block.of("224.0.0.0", 3),
          Block.of("100::", 64),
          Block.of("2001:db8::", 32),
          Block.of("3fff::", 20),
          Block.of("5f00::", 16));

  /// All of the public internet that there is of IPv6.
  private static final Block GLOBAL_UNICAST = Block.of("2000::", 3);

  private static final Block NAT64 = Block.of("64:ff9b::", 96);
  private static final Block SIX_TO_FOUR = Block.of("2002::", 16);
  private static final Block TEREDO = Block.of("2001::", 32);

  @Override
  public boolean allows(InetAddress address) {
    byte[] bytes = address.getAddress();
    return switch (address) {
      case Inet4Address four -> isPublic(bytes);
      case Inet6Address six when NAT64.holds(bytes) -> allowsWithin(bytes, 12);
      case Inet6Address six when SIX_TO_FOUR.holds(bytes) -> allowsWithin(bytes, 2);
      case Inet6Address six when TEREDO.holds(bytes) -> false;
      default -> GLOBAL_UNICAST.holds(bytes) && isPublic(bytes);
    };
  }

  private boolean allowsWithin(byte[] six, int at) {
    try {
      return allows(InetAddress.getByAddress(Arrays.copyOfRange(six, at, at + 4)));
    } catch (UnknownHostException e) {
      throw new IllegalStateException("four bytes are an address", e);
    }
  }

  private static boolean isPublic(byte[] address) {
    return SET_ASIDE.stream().noneMatch(block -> block.holds(address));
  }
}
