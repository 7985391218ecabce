package dev.parley.server.sql;

/// The statements about files. Each names its stream.
final class MediaSql {
  private MediaSql() {}

  static final String ADD =
      """
      INSERT INTO media (stream, id, origin, mime_type, filename, sha256, size, added_at,
                         expires_at, link)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)\
      """;

  static final String DROP =
      """
      DELETE FROM media
       WHERE stream = ? AND id = ?\
      """;

  static final String FIND =
      """
      SELECT id, origin, mime_type, filename, sha256, size, added_at FROM media
       WHERE stream = ? AND id = ?\
      """;

  static final String OF_LINK =
      """
      SELECT id, origin, mime_type, filename, sha256, size, added_at FROM media
       WHERE stream = ? AND link = ?
       ORDER BY added_at DESC LIMIT 1\
      """;

  static final String EXPIRED =
      """
      SELECT id, origin, mime_type, filename, sha256, size, added_at FROM media
       WHERE stream = ? AND expires_at <= ?
       ORDER BY expires_at LIMIT ?\
      """;

  static final String OF_ORIGIN =
      """
      SELECT id, origin, mime_type, filename, sha256, size, added_at FROM media
       WHERE stream = ? AND origin = ?
       ORDER BY id\
      """;

  static final String HASHES =
      """
      SELECT DISTINCT sha256 FROM media
       WHERE stream = ?\
      """;

  static final String USES =
      """
      SELECT id FROM media
       WHERE stream = ? AND sha256 = ?
       LIMIT 1\
      """;
}
