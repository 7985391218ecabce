package dev.parley.template;

/// Whether the network waits for what users think of a template before it carries more of it.
/// Source: reference, template-kinds.md §9, template pacing.
public enum Pacing {
  NONE,
  /// Messages are accepted and wait.
  HOLDING,
  /// Users thought ill of it: what waited has failed, and the template is paused until somebody
  /// ends that.
  DROPPED;

  /// As it is told; how an end came about the status says.
  public String shown() {
    return this == HOLDING ? "holding" : "none";
  }
}
