package dev.parley.server.sql;

import java.sql.BatchUpdateException;
import java.sql.SQLException;

/// A statement failed. Unchecked, since works are plain functions; it ends at the writer or at the
/// reader, which decide by {@link Dialect#isOwnFault} whether the store is broken.
final class SqlFailure extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final SQLException failure;

  /// @param statement its text; its values are nobody's business
  SqlFailure(String statement, SQLException failure) {
    super(cause(failure).getMessage() + " in: " + statement, cause(failure));
    this.failure = cause(failure);
  }

  /// A failed batch is described with its values, message bodies among them; what follows it tells
  /// the cause without.
  private static SQLException cause(SQLException failure) {
    SQLException next = failure.getNextException();
    return failure instanceof BatchUpdateException && next != null ? next : failure;
  }

  SQLException failure() {
    return failure;
  }
}
