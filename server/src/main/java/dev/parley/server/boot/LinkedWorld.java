package dev.parley.server.boot;

import dev.parley.server.delivery.AddressRule;
import dev.parley.server.delivery.LinkClient;
import dev.parley.server.delivery.PublicAddresses;
import dev.parley.server.media.LinkedFiles;
import dev.parley.server.media.MediaLibrary;
import dev.parley.server.sandbox.LinkFetches;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/// What a world has for files that messages name by link.
///
/// @param client null where nobody is asked
record LinkedWorld(@Nullable LinkClient client, LinkFetches fetches) implements AutoCloseable {

  static LinkedWorld of(Config.Links links, MediaLibrary media, InstantSource clock) {
    return switch (links) {
      case FETCH_PUBLIC -> fetching(new PublicAddresses(), media, clock);
      case FETCH_ANY -> fetching(AddressRule.ANY, media, clock);
      case TRUST -> new LinkedWorld(null, LinkFetches.trusting());
    };
  }

  private static LinkedWorld fetching(AddressRule rule, MediaLibrary media, InstantSource clock) {
    var client = new LinkClient(LinkClient.TIME_LIMIT, rule);
    return new LinkedWorld(client, LinkFetches.of(new LinkedFiles(media, client, clock)));
  }

  /// Cuts what is under way; the messages are taken up by the next start.
  @Override
  public void close() {
    if (client != null) {
      client.close();
    }
    fetches.close();
  }
}
