package dev.parley.server.sql;

import java.nio.file.Path;

/// Two processes would write over one another.
public final class DirectoryInUse extends RuntimeException {
  private static final long serialVersionUID = 1;

  DirectoryInUse(Path directory, String holder) {
    super(
        "the data directory %s is in use by %s: stop it, or choose another with --data"
            .formatted(directory, holder));
  }
}
