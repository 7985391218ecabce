package dev.parley.journal;

/// A stream and whom it belongs to.
///
/// @param owner phone number id, or WABA id
public record StreamInfo(StreamId id, Kind kind, String owner) {
  public enum Kind {
    NUMBER,
    BUSINESS
  }
}
