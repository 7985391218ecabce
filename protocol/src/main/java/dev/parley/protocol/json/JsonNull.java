package dev.parley.protocol.json;

/// `null`: a member that is there and holds nothing.
public enum JsonNull implements Json {
  NULL;

  @Override
  public String kind() {
    return "null";
  }

  @Override
  public String toString() {
    return "null";
  }
}
