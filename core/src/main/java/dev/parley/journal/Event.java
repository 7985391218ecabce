package dev.parley.journal;

import dev.parley.chat.ChatId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What happened, once and for ever.
///
/// @param seq its place in the stream: from 1, without gaps, in the order of commits
/// @param at the world's time, to the millisecond
/// @param chat the chat it belongs to; null for what concerns the number or the business as a whole
public record Event(StreamId stream, long seq, Instant at, @Nullable ChatId chat, EventBody body) {}
