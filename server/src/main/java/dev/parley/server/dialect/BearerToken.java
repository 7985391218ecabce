package dev.parley.server.dialect;

import dev.parley.server.http.Request;
import java.util.Optional;

/// The token of a Graph call: `Authorization: Bearer`, in any letter case, or `?access_token=`.
/// Source: reference, clients.md 4.
final class BearerToken {
  private static final String SCHEME = "bearer ";

  private BearerToken() {}

  static Optional<String> of(Request request) {
    String header = request.headers().first("Authorization");
    if (header != null && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      String token = header.substring(SCHEME.length()).strip();
      return token.isEmpty() ? Optional.empty() : Optional.of(token);
    }
    String parameter = request.query().first("access_token");
    return parameter == null || parameter.isBlank()
        ? Optional.empty()
        : Optional.of(parameter.strip());
  }
}
