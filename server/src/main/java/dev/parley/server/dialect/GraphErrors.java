package dev.parley.server.dialect;

import dev.parley.protocol.api.ApiError;
import dev.parley.protocol.api.ErrorCode;
import dev.parley.protocol.api.GraphErrorWriter;
import dev.parley.protocol.json.JsonWriter;
import dev.parley.server.http.ErrorAnswer;
import dev.parley.server.http.HttpError;
import dev.parley.server.http.Response;

/// Words what fails before, beside or in spite of a handler: every error of this server comes in
/// the Graph envelope.
public final class GraphErrors implements ErrorAnswer {
  @Override
  public Response.Answer word(HttpError error) {
    ErrorCode code =
        switch (error.status()) {
          case 401 -> ErrorCode.AUTH_EXCEPTION;
          case 403 -> ErrorCode.PERMISSION_DENIED;
          case 404, 405 -> ErrorCode.API_UNKNOWN;
          case 408, 413, 414, 415, 417, 426, 431 -> ErrorCode.INVALID_PARAMETER;
          case 503 -> ErrorCode.API_SERVICE;
          default ->
              error.status() >= 500 ? ErrorCode.SOMETHING_WENT_WRONG : ErrorCode.INVALID_PARAMETER;
        };
    var told = ApiError.of(code, error.message());
    return Response.json(
        error.status(), JsonWriter.utf8(GraphErrorWriter.envelope(told, error.traceId())));
  }
}
