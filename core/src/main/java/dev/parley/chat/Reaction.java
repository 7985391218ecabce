package dev.parley.chat;

/// The one reaction that a side has on a message; a new one replaces it.
///
/// @param target seq of the message reacted to
public record Reaction(long target, Direction by, String emoji) {}
