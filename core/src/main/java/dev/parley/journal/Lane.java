package dev.parley.journal;

import dev.parley.chat.ChatId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One chat that fell behind its reader's cursor, because an event of it could not be delivered.
/// The others go on; the events of this chat wait here.
///
/// @param next seq of the first event that is not delivered
/// @param attempts made at that event
/// @param lastError the answer or failure of the last attempt, for people
public record Lane(
    String reader,
    StreamId stream,
    ChatId chat,
    long next,
    int attempts,
    Instant due,
    @Nullable String lastError) {}
