package dev.parley.account;

/// Who asks, after the key was checked: the number in whose name the call is made.
public record Sender(PhoneNumber number) {}
