package dev.parley.journal;

/// How far a reader has read a stream.
///
/// @param reader who reads, e.g. `dispatcher` or `webhook/business:2000…`
/// @param seq the last event that is done; 0 when none is
public record Cursor(String reader, StreamId stream, long seq) {}
