-- Files that messages carry. Their bytes lie beside the database, under their SHA-256.

CREATE TABLE media (
  stream     BIGINT   NOT NULL,
  id         BIGINT   NOT NULL,         -- names the stream too: dev.parley.media.MediaId
  origin     SMALLINT NOT NULL,
  mime_type  TEXT     NOT NULL,
  filename   TEXT,
  sha256     TEXT     NOT NULL,
  size       BIGINT   NOT NULL,
  added_at   BIGINT   NOT NULL,
  expires_at BIGINT   NOT NULL,
  link       TEXT,                      -- from which we fetched it
  PRIMARY KEY (stream, id)
){clustered};

CREATE INDEX media_sha256 ON media (stream, sha256);

CREATE INDEX media_expires_at ON media (stream, expires_at);

-- Most files have no link and need no entry.
CREATE INDEX media_link ON media (stream, link) WHERE link IS NOT NULL;
