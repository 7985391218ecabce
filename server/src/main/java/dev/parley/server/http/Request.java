package dev.parley.server.http;

import java.io.InputStream;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One request. All but the body is there already.
public final class Request {
  private final String method;
  private final String rawPath;
  private final Target target;
  private final Headers headers;
  private final InetAddress remote;
  private final RequestBody body;
  private final Map<String, String> pathParameters;

  Request(
      String method,
      String rawPath,
      Target target,
      Headers headers,
      InetAddress remote,
      RequestBody body,
      Map<String, String> pathParameters) {
    this.method = method;
    this.rawPath = rawPath;
    this.target = target;
    this.headers = headers;
    this.remote = remote;
    this.body = body;
    this.pathParameters = pathParameters;
  }

  /// As sent, usually in capitals; any token is possible.
  public String method() {
    return method;
  }

  /// As sent and whole, without the query. For logs and error texts; [#path] is for deciding.
  public String rawPath() {
    return rawPath;
  }

  /// The segments, each decoded once; `/` has none, `/a/` has "a" and "". Never "." nor "..", but a
  /// segment may hold any character, `/` too.
  public List<String> path() {
    return target.segments();
  }

  public Query query() {
    return target.query();
  }

  public Headers headers() {
    return headers;
  }

  public boolean remoteIsLoopback() {
    return remote.isLoopbackAddress();
  }

  /// The other end of the connection; a proxy, where there is one.
  public InetAddress remote() {
    return remote;
  }

  /// What stands in the path where the route has `{name}`.
  public String pathParameter(String name) {
    var value = pathParameters.get(name);
    if (value == null) {
      throw new IllegalArgumentException("the route has no {" + name + "}");
    }
    return value;
  }

  /// The whole body, waited for. Each call gives the same array, so that several may look at it;
  /// nobody changes it. Throws [BodyRefused].
  public byte[] body(int bytesMax) {
    return body.bytes(bytesMax);
  }

  /// The body if [#body] was called before, else null: for those who look on and must not wait.
  public byte @Nullable [] bodyIfRead() {
    return body.ifRead();
  }

  /// The body bit by bit, for uploads; instead of [#body], not beside it. The time counts from the
  /// head of the request. Opening and reading throw [BodyRefused].
  public InputStream stream(long bytesMax, Duration within) {
    return body.stream(bytesMax, within);
  }

  /// The same request as seen by somebody whose root lies so many segments deeper.
  public Request beneath(int segments) {
    var rest = target.segments().subList(segments, target.segments().size());
    return withPath(rest);
  }

  /// The same request at another path: for dialects that take one path in several spellings.
  public Request withPath(List<String> segments) {
    return new Request(
        method,
        rawPath,
        new Target(List.copyOf(segments), target.query()),
        headers,
        remote,
        body,
        pathParameters);
  }

  Request matched(Map<String, String> parameters) {
    return new Request(method, rawPath, target, headers, remote, body, parameters);
  }
}
