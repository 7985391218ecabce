package dev.parley.server.boot;

import dev.parley.price.RateCard;
import dev.parley.price.RateCardReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/// The rate card that is used where none is supplied. It has no prices: Meta publishes them in
/// files of their own, and none is invented here.
final class ShippedRateCard {
  private static final String FILE = "rate-card.json";

  private ShippedRateCard() {}

  static RateCard read() {
    try (InputStream in =
        Objects.requireNonNull(ShippedRateCard.class.getResourceAsStream(FILE), FILE)) {
      return RateCardReader.read(in.readAllBytes()).orThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
