package dev.parley.protocol.json;

/// Where something stands in a text: line and column, counted from 1; a column is a UTF-16 unit, as
/// editors count.
public record Place(int line, int column) {
  public static final Place START = new Place(1, 1);

  @Override
  public String toString() {
    return line + ":" + column;
  }
}
