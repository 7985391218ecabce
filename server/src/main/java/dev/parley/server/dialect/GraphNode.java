package dev.parley.server.dialect;

import dev.parley.account.Business;
import dev.parley.server.http.Route;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// A kind of object that Graph paths name by id.
///
/// @param what as a sentence says it, "a phone number"
/// @param owner the business that an object of this kind is, or belongs to; empty where there is no
///   such object
/// @param routes patterns without version, such as `/{id}/phone_numbers`. They are called for
///   objects that are there, by somebody whose token is good for them
public record GraphNode(
    String what, Function<String, Optional<Business>> owner, List<Route> routes) {
  public GraphNode {
    routes = List.copyOf(routes);
  }
}
