package dev.parley.server.dialect;

import dev.parley.server.http.BadForm;
import dev.parley.server.http.FormFields;
import dev.parley.server.http.Request;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The token of a Graph call: `Authorization: Bearer` or `OAuth`, in any letter case, or
/// `access_token` as a parameter of the query or of a form. Source: reference, clients.md 4, 5;
/// observed.md §2 (`OAuth`, unverified).
final class BearerToken {
  static final String PARAMETER = "access_token";

  private static final List<String> SCHEMES = List.of("bearer ", "oauth ");

  private BearerToken() {}

  static Optional<String> of(Request request) {
    return inHeader(request)
        .or(() -> given(request.query().first(PARAMETER)))
        .or(() -> inForm(request));
  }

  private static Optional<String> inHeader(Request request) {
    String header = request.headers().first("Authorization");
    return header == null
        ? Optional.empty()
        : SCHEMES.stream()
            .filter(scheme -> header.regionMatches(true, 0, scheme, 0, scheme.length()))
            .findFirst()
            .flatMap(scheme -> given(header.substring(scheme.length())));
  }

  private static Optional<String> inForm(Request request) {
    if (isUpload(request)) {
      return Optional.empty();
    }
    try {
      return FormFields.of(request, MessageBody.BYTES_MAX)
          .flatMap(fields -> given(fields.get(PARAMETER)));
    } catch (BadForm unreadable) {
      return Optional.empty();
    }
  }

  /// A form with a file in it is read bit by bit, once, by those who keep the file.
  private static boolean isUpload(Request request) {
    String last = request.path().isEmpty() ? "" : request.path().getLast();
    return last.equals("media") || last.startsWith("upload:");
  }

  private static Optional<String> given(@Nullable String token) {
    return token == null || token.isBlank() ? Optional.empty() : Optional.of(token.strip());
  }
}
