package dev.parley.account;

/// A business portfolio: owns businesses (WABAs). User ids and messaging limits are its.
public record Portfolio(String id, String name) {}
