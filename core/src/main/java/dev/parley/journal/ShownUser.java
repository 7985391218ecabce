package dev.parley.journal;

import dev.parley.protocol.api.Identity;
import org.jspecify.annotations.Nullable;

/// How a user was shown to the business when something happened.
///
/// @param profileName the name that the user gave himself
/// @param identity null in events of a time that didn't write it down; then as the chat has it
public record ShownUser(String profileName, @Nullable Identity identity) {}
