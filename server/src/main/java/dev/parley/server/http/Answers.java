package dev.parley.server.http;

import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/// Writes an answer that is known as a whole: head and body in one write.
final class Answers {
  private static final HttpField JSON =
      new PreEncodedHttpField(HttpHeader.CONTENT_TYPE, "application/json");

  private Answers() {}

  static void write(
      dev.parley.server.http.Response.Answer answer,
      Request request,
      Response response,
      Callback callback) {
    head(answer, response);
    response.write(true, body(answer, request), callback);
  }

  static void head(dev.parley.server.http.Response.Answer answer, Response response) {
    response.setStatus(answer.status());
    HttpFields.Mutable fields = response.getHeaders();
    for (var header : answer.headers()) {
      fields.add(field(header));
    }
    if (mayHaveBody(answer.status())) {
      fields.put(HttpHeader.CONTENT_LENGTH, answer.body().length);
    }
  }

  static ByteBuffer body(dev.parley.server.http.Response.Answer answer, Request request) {
    return request.getMethod().equals("HEAD") || !mayHaveBody(answer.status())
        ? ByteBuffer.allocate(0)
        : ByteBuffer.wrap(answer.body());
  }

  /// Source: RFC 9110, 15.3.5 and 15.4.5.
  private static boolean mayHaveBody(int status) {
    return status != 204 && status != 304;
  }

  static HttpField field(Header header) {
    return header.name().equals("Content-Type") && header.value().equals("application/json")
        ? JSON
        : new HttpField(header.name(), header.value());
  }
}
