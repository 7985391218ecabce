package dev.parley.server.sql;

import dev.parley.journal.StreamId;
import dev.parley.media.MediaFile;
import dev.parley.media.MediaId;
import dev.parley.media.MediaIndex;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The files, asked of their table.
class SqlMedia implements MediaIndex {
  private final Statements statements;

  SqlMedia(Statements statements) {
    this.statements = statements;
  }

  @Override
  public Optional<MediaFile> find(MediaId id) {
    return statements.first(MediaSql.FIND, SqlMedia::read, id.stream().value(), id.value());
  }

  @Override
  public Optional<MediaFile> ofLink(StreamId stream, String link) {
    return statements.first(MediaSql.OF_LINK, SqlMedia::read, stream.value(), link);
  }

  @Override
  public List<MediaFile> expired(StreamId stream, Instant now, int limit) {
    return statements.list(
        MediaSql.EXPIRED, SqlMedia::read, stream.value(), now.toEpochMilli(), limit);
  }

  @Override
  public List<MediaFile> pictures(StreamId stream) {
    return statements.list(
        MediaSql.OF_ORIGIN, SqlMedia::read, stream.value(), Codes.of(MediaFile.Origin.PICTURE));
  }

  @Override
  public Set<String> hashes(StreamId stream) {
    return new HashSet<>(statements.list(MediaSql.HASHES, row -> row.getString(1), stream.value()));
  }

  @Override
  public boolean uses(StreamId stream, String sha256) {
    return statements
        .first(MediaSql.USES, row -> row.getLong(1), stream.value(), sha256)
        .isPresent();
  }

  private static MediaFile read(ResultSet row) throws SQLException {
    return new MediaFile(
        new MediaId(row.getLong(1)),
        Codes.mediaOrigin(row.getInt(2)),
        row.getString(3),
        row.getString(4),
        row.getString(5),
        row.getLong(6),
        Instant.ofEpochMilli(row.getLong(7)));
  }

  /// Within a transaction, on its stream.
  static final class Writable extends SqlMedia implements MediaIndex.Writable {
    private final StreamId stream;
    private final Statements statements;
    private final WriterMemory memory;

    Writable(StreamId stream, Statements statements, WriterMemory memory) {
      super(statements);
      this.stream = stream;
      this.statements = statements;
      this.memory = memory;
    }

    @Override
    public void add(MediaFile file) {
      insert(file, null);
    }

    @Override
    public void add(MediaFile file, String link) {
      insert(file, link);
    }

    private void insert(MediaFile file, @Nullable String link) {
      requireOwn(file.id());
      memory.noteChange(stream);
      statements.update(
          MediaSql.ADD,
          stream.value(),
          file.id().value(),
          Codes.of(file.origin()),
          file.mimeType(),
          file.filename(),
          file.sha256(),
          file.size(),
          file.addedAt().toEpochMilli(),
          file.expiresAt().toEpochMilli(),
          link);
    }

    @Override
    public void drop(MediaId id) {
      requireOwn(id);
      memory.noteChange(stream);
      statements.update(MediaSql.DROP, stream.value(), id.value());
    }

    private void requireOwn(MediaId id) {
      if (!id.stream().equals(stream)) {
        throw new IllegalArgumentException(
            "a transaction on stream %s can't write file %s".formatted(stream, id));
      }
    }
  }
}
