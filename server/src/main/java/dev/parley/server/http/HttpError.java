package dev.parley.server.http;

/// An error of the server's own, to be worded in somebody's envelope.
///
/// @param message what the caller may know; never the text of an unexpected exception
/// @param traceId also in the log, where the status is 500
/// @param rawPath as sent, without the query; "" when the request line could not be read
public record HttpError(int status, String message, String traceId, String rawPath) {}
