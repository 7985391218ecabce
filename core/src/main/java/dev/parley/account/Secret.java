package dev.parley.account;

/// A value that must not reach a log.
public record Secret(String value) {
  @Override
  public String toString() {
    return "•••";
  }
}
