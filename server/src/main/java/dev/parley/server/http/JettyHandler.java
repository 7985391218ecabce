package dev.parley.server.http;

import dev.parley.server.http.HttpConfig.Limits;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Between Jetty and our [Handler]: makes the request, writes the answer.
final class JettyHandler extends org.eclipse.jetty.server.Handler.Abstract {
  private static final Logger LOG = LoggerFactory.getLogger(JettyHandler.class);

  /// An unread body up to this length is read out, so that the connection stays of use.
  private static final int READ_OUT_BYTES_MAX = 64 * 1024;

  /// Who is refused while still sending may send so much more, for so long, before we close; else
  /// he gets a broken connection in place of his answer.
  private static final long REFUSED_BYTES_MAX = 64L * 1024 * 1024;

  private static final Duration REFUSED_FOR = Duration.ofSeconds(2);

  /// Who has gone already has no address. Not loopback.
  private static final InetAddress NOBODY = new InetSocketAddress(0).getAddress();

  private final Handler handler;
  private final Failures failures;
  private final OpenStreams streams;
  private final Limits limits;

  JettyHandler(Handler handler, Failures failures, OpenStreams streams, Limits limits) {
    this.handler = handler;
    this.failures = failures;
    this.streams = streams;
    this.limits = limits;
  }

  @Override
  public boolean handle(
      org.eclipse.jetty.server.Request request,
      org.eclipse.jetty.server.Response response,
      Callback callback) {
    var body = new RequestBody(request, limits.bodyWithin());
    switch (respond(request, body)) {
      case Response.Answer answer -> write(answer, request, response, body, callback);
      case Response.Failure failure ->
          write(failures.answer(failure, rawPath(request)), request, response, body, callback);
      case Response.Download download -> download(download, request, response, body, callback);
      case Response.EventStream stream -> stream(stream, request, response, callback);
    }
    return true;
  }

  private Response respond(org.eclipse.jetty.server.Request request, RequestBody body) {
    var uri = request.getHttpURI();
    if (uri.getPathQuery() != null && uri.getPathQuery().length() > Target.CHARS_MAX) {
      return Response.failure(
          414, "path and query are longer than %d characters".formatted(Target.CHARS_MAX));
    }
    if (request.getMethod().equals("CONNECT")) {
      return Response.failure(501, "CONNECT is for proxies, and this is none");
    }
    Target target;
    try {
      target = Target.read(rawPath(request), uri.getQuery());
    } catch (BadTarget e) {
      return Response.failure(400, String.valueOf(e.getMessage()));
    }
    try {
      return handler.handle(
          new Request(
              request.getMethod(),
              rawPath(request),
              target,
              headers(request),
              remote(request),
              body,
              Map.of()));
    } catch (BodyRefused e) {
      return Response.failure(e.status(), String.valueOf(e.getMessage()));
    } catch (Unavailable e) {
      return e.answer();
    } catch (Throwable t) {
      return failures.unexpected(request.getMethod(), rawPath(request), t);
    }
  }

  private static String rawPath(org.eclipse.jetty.server.Request request) {
    String path = request.getHttpURI().getPath();
    return path == null ? "" : path;
  }

  private static Headers headers(org.eclipse.jetty.server.Request request) {
    var headers = new ArrayList<Header>(request.getHeaders().size());
    for (var field : request.getHeaders()) {
      String value = field.getValue();
      headers.add(new Header(field.getName(), value == null ? "" : value));
    }
    return new Headers(headers);
  }

  private static InetAddress remote(org.eclipse.jetty.server.Request request) {
    var address = request.getConnectionMetaData().getRemoteSocketAddress();
    return address instanceof InetSocketAddress known ? known.getAddress() : NOBODY;
  }

  private static void write(
      Response.Answer answer,
      org.eclipse.jetty.server.Request request,
      org.eclipse.jetty.server.Response response,
      RequestBody body,
      Callback callback) {
    if (!body.isUnread()) {
      Answers.write(answer, request, response, callback);
    } else if (body.isHeldBack()) {
      response.getHeaders().put(HttpHeader.CONNECTION, "close");
      Answers.write(answer, request, response, callback);
    } else {
      writeBeforeEnd(answer, request, response, body, callback);
    }
  }

  /// The client is still sending, and many read only after that.
  private static void writeBeforeEnd(
      Response.Answer answer,
      org.eclipse.jetty.server.Request request,
      org.eclipse.jetty.server.Response response,
      RequestBody body,
      Callback callback) {
    if (request.getLength() < 0 || request.getLength() > READ_OUT_BYTES_MAX) {
      response.getHeaders().put(HttpHeader.CONNECTION, "close");
    }
    Answers.head(answer, response);
    try {
      Content.Sink.write(response, false, Answers.body(answer, request));
    } catch (IOException e) {
      callback.failed(e);
      return;
    }
    body.discard(REFUSED_BYTES_MAX, REFUSED_FOR);
    response.write(true, null, callback);
  }

  private void download(
      Response.Download download,
      org.eclipse.jetty.server.Request request,
      org.eclipse.jetty.server.Response response,
      RequestBody body,
      Callback callback) {
    InputStream in;
    try {
      in = Downloads.open(download, request);
    } catch (Unavailable e) {
      write(failures.answer(e.answer(), rawPath(request)), request, response, body, callback);
      return;
    } catch (IOException | RuntimeException e) {
      var told = failures.unexpected(request.getMethod(), rawPath(request), e);
      write(told, request, response, body, callback);
      return;
    }
    if (body.isUnread()) {
      response.getHeaders().put(HttpHeader.CONNECTION, "close");
    }
    try (in) {
      Downloads.write(download, in, response);
      response.write(true, null, callback);
    } catch (IOException e) {
      callback.failed(e); // The client has gone, or the file's disk failed: the rest can't come.
    }
  }

  private void stream(
      Response.EventStream stream,
      org.eclipse.jetty.server.Request request,
      org.eclipse.jetty.server.Response response,
      Callback callback) {
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/event-stream");
    response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
    response.getHeaders().put("X-Accel-Buffering", "no"); // nginx would collect events first.
    if (request.getMethod().equals("HEAD")) {
      response.write(true, null, callback);
      return;
    }
    var endPoint = request.getConnectionMetaData().getConnection().getEndPoint();
    var sink = streams.open(endPoint::close);
    var writer = new EventWriter(sink, response, limits.streams().heartbeat());
    try {
      writer.begin();
      Runnable whenEnded = stream.source().open(sink);
      try {
        writer.writeUntilEnd();
      } finally {
        sink.end();
        whenEnded.run();
      }
      response.write(true, null, callback);
    } catch (IOException e) {
      callback.failed(e); // The client has gone.
    } catch (Throwable t) {
      LOG.error("event stream {} failed", rawPath(request), t);
      callback.failed(t);
    } finally {
      sink.end();
      streams.closed(sink);
    }
  }
}
