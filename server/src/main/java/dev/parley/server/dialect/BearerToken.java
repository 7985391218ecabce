package dev.parley.server.dialect;

import dev.parley.server.http.BadForm;
import dev.parley.server.http.FormFields;
import dev.parley.server.http.Request;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The token of a Graph call: `Authorization: Bearer`, in any letter case, or `access_token` as a
/// parameter of the query or of a form. Source: reference, clients.md 4, 5.
final class BearerToken {
  static final String PARAMETER = "access_token";

  private static final String SCHEME = "bearer ";

  private BearerToken() {}

  static Optional<String> of(Request request) {
    return inHeader(request)
        .or(() -> given(request.query().first(PARAMETER)))
        .or(() -> inForm(request));
  }

  private static Optional<String> inHeader(Request request) {
    String header = request.headers().first("Authorization");
    return header != null && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
        ? given(header.substring(SCHEME.length()))
        : Optional.empty();
  }

  private static Optional<String> inForm(Request request) {
    try {
      return FormFields.of(request, MessageBody.BYTES_MAX)
          .flatMap(fields -> given(fields.get(PARAMETER)));
    } catch (BadForm unreadable) {
      return Optional.empty();
    }
  }

  private static Optional<String> given(@Nullable String token) {
    return token == null || token.isBlank() ? Optional.empty() : Optional.of(token.strip());
  }
}
