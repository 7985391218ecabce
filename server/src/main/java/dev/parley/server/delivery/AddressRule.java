package dev.parley.server.delivery;

import java.net.InetAddress;

/// Which addresses a webhook may go to, asked after DNS and again for each new connection.
@FunctionalInterface
public interface AddressRule {
  /// A sandbox's bots live on the same machine or in the same container network.
  AddressRule ANY = address -> true;

  boolean allows(InetAddress address);
}
