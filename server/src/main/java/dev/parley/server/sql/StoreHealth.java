package dev.parley.server.sql;

import dev.parley.Store.StoreBroken;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Whether the store can still keep its promise. Once broken it stays so: a failed fsync is never
/// tried again, since the system may have thrown the data away and say yes the next time.
final class StoreHealth {
  private static final Logger log = LoggerFactory.getLogger(StoreHealth.class);

  private final String where;
  private final Consumer<StoreBroken> onBroken;
  private final AtomicReference<@Nullable StoreBroken> broken = new AtomicReference<>();

  /// @param where the database, for people
  /// @param onBroken called once, on a thread of its own
  StoreHealth(String where, Consumer<StoreBroken> onBroken) {
    this.where = where;
    this.onBroken = onBroken;
  }

  boolean isBroken() {
    return broken.get() != null;
  }

  /// Throws when the store is broken; a new exception, so that it shows who asked.
  void check() {
    StoreBroken first = broken.get();
    if (first != null) {
      throw again(first);
    }
  }

  /// Declares the store broken.
  ///
  /// @param doing what failed: `"writing"`
  /// @return what the callers get
  StoreBroken breakDown(String doing, Throwable cause) {
    var failure =
        new StoreBroken(
            "%s %s failed: %s. Nothing more is accepted, since it might be lost; what was accepted"
                    .formatted(doing, where, cause.getMessage())
                + " before is safe",
            cause);
    if (broken.compareAndSet(null, failure)) {
      log.error("{}", failure.getMessage(), cause);
      Thread.ofPlatform()
          .daemon()
          .name("parley-store-broken")
          .start(() -> onBroken.accept(failure));
      return failure;
    }
    StoreBroken first = broken.get();
    return first == null ? failure : first;
  }

  static StoreBroken again(StoreBroken first) {
    return new StoreBroken(String.valueOf(first.getMessage()), first);
  }
}
