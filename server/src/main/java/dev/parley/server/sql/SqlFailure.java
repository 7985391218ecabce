package dev.parley.server.sql;

import java.sql.SQLException;

/// A statement failed. Unchecked, since works are plain functions; it ends at the writer or at the
/// reader, which decide by {@link Dialect#isOwnFault} whether the store is broken.
final class SqlFailure extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final SQLException failure;

  SqlFailure(String statement, SQLException failure) {
    super(failure.getMessage() + " in: " + statement, failure);
    this.failure = failure;
  }

  SQLException failure() {
    return failure;
  }
}
