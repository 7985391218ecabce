-- The journal and the views that follow from it. Runs on SQLite and on PostgreSQL; where they differ
-- stands a word in braces, and dev.parley.server.sql.Dialect says what each of them puts there.
--
-- Every table of the journal is keyed by stream first, so that streams can be sharded. Times are
-- milliseconds since 1970. Small numbers for kinds and states: dev.parley.server.sql.Codes.

-- One row: what belongs to the database as a whole. Not keyed by stream; a sharded database copies it.
CREATE TABLE world (
  id    SMALLINT PRIMARY KEY CHECK (id = 1),
  salt  BIGINT NOT NULL,                -- new after each wipe, so that wamids do not repeat
  epoch BIGINT NOT NULL                 -- one more each time that a process opens the database
);

CREATE TABLE stream (
  stream    BIGINT   NOT NULL PRIMARY KEY,
  kind      SMALLINT NOT NULL,
  owner     TEXT     NOT NULL,          -- phone number id, or WABA id
  last_seq  BIGINT   NOT NULL,          -- of its newest event
  last_chat BIGINT   NOT NULL,          -- id of its newest chat
  epoch     BIGINT   NOT NULL,          -- of the process that may write; fences off an older one
  UNIQUE (kind, owner)                  -- a number has one log, whoever opens it first
);

-- Rows lie in the order of their arrival: keyed by place, each accept would dirty a page per stream.
CREATE TABLE event (
  {arrival}stream BIGINT NOT NULL,
  seq     BIGINT   NOT NULL,
  kind    SMALLINT NOT NULL,
  chat    BIGINT,
  at      BIGINT   NOT NULL,
  payload {bytes}  NOT NULL,
  UNIQUE (stream, seq)                  -- one event per place; and how an event is found
);

CREATE TABLE chat (
  stream           BIGINT NOT NULL,
  id               BIGINT NOT NULL,
  wa_id            TEXT,
  user_id          TEXT,
  username         TEXT,
  profile_name     TEXT,
  last_inbound_at  BIGINT,
  last_message     BIGINT NOT NULL,
  read_by_user     BIGINT NOT NULL,
  read_by_business BIGINT NOT NULL,
  PRIMARY KEY (stream, id),
  UNIQUE (stream, wa_id)                -- one chat per user, however often they are written to
){clustered};

-- Apart, since most chats have none and need no entry.
CREATE UNIQUE INDEX chat_user_id ON chat (stream, user_id) WHERE user_id IS NOT NULL;

-- No index on chats: a message names the one before it in its chat.
CREATE TABLE message (
  stream          BIGINT   NOT NULL,
  seq             BIGINT   NOT NULL,
  chat            BIGINT   NOT NULL,
  direction       SMALLINT NOT NULL,
  kind            SMALLINT NOT NULL,
  at              BIGINT   NOT NULL,
  previous        BIGINT   NOT NULL,
  progress        SMALLINT NOT NULL,
  deleted         SMALLINT NOT NULL,
  failure_code    INTEGER,
  failure_details TEXT,
  PRIMARY KEY (stream, seq)
){clustered};

CREATE TABLE reaction (
  stream    BIGINT   NOT NULL,
  chat      BIGINT   NOT NULL,
  target    BIGINT   NOT NULL,
  direction SMALLINT NOT NULL,
  emoji     TEXT     NOT NULL,
  PRIMARY KEY (stream, chat, target, direction)   -- a side has one reaction on a message
){clustered};

CREATE TABLE cursor (
  stream BIGINT NOT NULL,
  reader TEXT   NOT NULL,
  seq    BIGINT NOT NULL,
  PRIMARY KEY (stream, reader)
){clustered};

CREATE TABLE lane (
  stream     BIGINT  NOT NULL,
  reader     TEXT    NOT NULL,
  chat       BIGINT  NOT NULL,
  next       BIGINT  NOT NULL,
  attempts   INTEGER NOT NULL,
  due        BIGINT  NOT NULL,
  last_error TEXT,
  PRIMARY KEY (stream, reader, chat)    -- a reader waits in a chat for one event at a time
){clustered};

CREATE TABLE document (
  stream BIGINT  NOT NULL,
  kind   TEXT    NOT NULL,
  key    TEXT    NOT NULL,
  body   {bytes} NOT NULL,
  PRIMARY KEY (stream, kind, key)
){clustered};
