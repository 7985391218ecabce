package dev.parley.server.sql;

/// What a commit waits for.
public enum Sync {
  /// All works that wait share a commit, which is on disk before they return. What a server uses.
  FULL,

  /// Each work has a commit of its own on disk: what group commit is measured against.
  PER_MESSAGE,

  /// A commit is not waited for on disk. For throw-away worlds, which end with their process.
  NEVER
}
