package dev.parley.chat;

/// A chat within its stream: a small number, given in the order of the first contact.
public record ChatId(long value) {}
