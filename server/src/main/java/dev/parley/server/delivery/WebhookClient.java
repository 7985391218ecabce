package dev.parley.server.delivery;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.routing.RoutingSupport;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/// Calls endpoints: one request, one answer, within a time limit over all of it. Follows no
/// redirect and repeats nothing by itself; whether to try again is for {@link RetrySchedule} to
/// say.
public final class WebhookClient implements AutoCloseable {
  /// For the whole call: name, connection, TLS, request and the head of the answer. Source:
  /// 360dialog's hard limit, webhooks reference §7.
  public static final Duration TIME_LIMIT = Duration.ofSeconds(5);

  /// Of an answer's body; nobody needs it but people who look for a mistake. The rest is not read.
  static final int ANSWER_MAX_BYTES = 64 * 1024;

  static final int ANSWER_HEADERS_MAX = 100;
  static final int ANSWER_HEADER_MAX_CHARS = 16 * 1024;

  /// Connections to one host and port, over all endpoints there. One more waits for a free one,
  /// within its time limit.
  static final int CONNECTIONS_PER_ROUTE_MAX = 64;

  static final int CONNECTIONS_MAX = 512;

  /// A kept connection that rested so long is looked at before it is used: the other side may have
  /// closed it.
  private static final TimeValue CHECK_AFTER = TimeValue.ofMilliseconds(200);

  private static final TimeValue KEEP = TimeValue.ofSeconds(30);

  /// The user agent of Meta's webhooks; some firewalls let in nothing else.
  private static final String USER_AGENT = "facebookexternalua";

  /// Set by the body itself; an endpoint's own header of that name would break the request.
  private static final Set<String> FRAMING = caseless("Content-Length", "Transfer-Encoding");

  private final AddressRule rule;

  /// Made with the first call: what it needs for TLS takes a tenth of a second, which a server
  /// should not wait for when it starts.
  private @Nullable CloseableHttpClient http;

  private final CallTimer timer;

  public WebhookClient(Duration timeLimit, AddressRule rule) {
    this.timer = new CallTimer("webhook-timer", timeLimit);
    this.rule = rule;
  }

  private synchronized CloseableHttpClient client() {
    CloseableHttpClient made = http;
    if (made == null) {
      made = make();
      http = made;
    }
    return made;
  }

  private CloseableHttpClient make() {
    Timeout limit = Timeout.of(timer.limit());
    var http1 =
        Http1Config.custom()
            .setMaxHeaderCount(ANSWER_HEADERS_MAX)
            .setMaxLineLength(ANSWER_HEADER_MAX_CHARS)
            .build();
    var connections =
        PoolingHttpClientConnectionManagerBuilder.create()
            .setMaxConnPerRoute(CONNECTIONS_PER_ROUTE_MAX)
            .setMaxConnTotal(CONNECTIONS_MAX)
            .setDnsResolver(new RuledResolver(rule))
            .setConnectionFactory(
                ManagedHttpClientConnectionFactory.builder().http1Config(http1).build())
            .setDefaultConnectionConfig(
                ConnectionConfig.custom()
                    .setConnectTimeout(limit)
                    .setSocketTimeout(limit)
                    .setValidateAfterInactivity(CHECK_AFTER)
                    .build())
            .build();
    return HttpClients.custom()
        .setConnectionManager(connections)
        .setDefaultRequestConfig(
            RequestConfig.custom()
                .setConnectionRequestTimeout(limit)
                .setResponseTimeout(limit)
                .setDefaultKeepAlive(KEEP.toMilliseconds(), TimeUnit.MILLISECONDS)
                .build())
        .setUserAgent(USER_AGENT)
        .disableRedirectHandling()
        .disableAutomaticRetries()
        .disableContentCompression()
        .disableCookieManagement()
        .disableAuthCaching()
        .build();
  }

  /// With the usual limit, to any address.
  public static WebhookClient open() {
    return new WebhookClient(TIME_LIMIT, AddressRule.ANY);
  }

  /// @param body JSON
  /// @param headers in their order; a later one of the same name wins
  public WebhookAnswer post(URI url, byte[] body, Map<String, String> headers) {
    var request = new HttpPost(withoutUser(url));
    request.setEntity(new ByteArrayEntity(body, null));
    request.setHeader("Content-Type", "application/json");
    return call(request, url, headers);
  }

  public WebhookAnswer get(URI url) {
    return call(new HttpGet(withoutUser(url)), url, Map.of());
  }

  @Override
  public synchronized void close() {
    timer.close();
    if (http == null) {
      return;
    }
    try {
      http.close();
    } catch (IOException e) {
      // The sockets are gone either way.
    }
  }

  private WebhookAnswer call(HttpUriRequestBase request, URI url, Map<String, String> headers) {
    addUser(request, url);
    headers.forEach((name, value) -> {
      if (!FRAMING.contains(name)) {
        request.setHeader(name, value);
      }
    });
    long start = System.nanoTime();
    CallTimer.Run time = timer.start(request);
    try {
      ClassicHttpResponse response =
          client().executeOpen(RoutingSupport.determineHost(request), request, null);
      int status = response.getCode();
      Duration took = since(start);
      return new WebhookAnswer.Answered(status, readBody(request, response), took);
    } catch (IOException | HttpException e) {
      return new WebhookAnswer.Failed(
          CallFailure.inPlainWords(e, time.isOverdue(), timer.limit()), since(start));
    } finally {
      time.end();
    }
  }

  /// The status alone decides, so a body that breaks off or never ends does no harm. The connection
  /// is kept if the body was read to its end.
  private static String readBody(HttpUriRequestBase request, ClassicHttpResponse response) {
    HttpEntity entity = response.getEntity();
    try (response) {
      if (entity == null) {
        return "";
      }
      InputStream in = entity.getContent();
      byte[] body = in.readNBytes(ANSWER_MAX_BYTES);
      String text = new String(body, StandardCharsets.UTF_8);
      if (body.length == ANSWER_MAX_BYTES && in.read() >= 0) {
        cut(request, response);
      }
      return text;
    } catch (IOException e) {
      cut(request, response);
      return "";
    }
  }

  /// Closing alone would read the rest.
  private static void cut(HttpUriRequestBase request, ClassicHttpResponse response) {
    request.cancel();
    try {
      response.close();
    } catch (IOException e) {
      // It is cut, as it should be.
    }
  }

  /// `https://user:password@host/` is a way to protect an endpoint. Source: webhooks reference §7.
  private static void addUser(HttpUriRequestBase request, URI url) {
    String user = url.getUserInfo();
    if (user != null) {
      String basic = Base64.getEncoder().encodeToString(user.getBytes(StandardCharsets.UTF_8));
      request.setHeader("Authorization", "Basic " + basic);
    }
  }

  /// The address as it may be shown and as the request needs it.
  static URI withoutUser(URI url) {
    String user = url.getRawUserInfo();
    return user == null ? url : URI.create(url.toString().replaceFirst("//[^/?#]*@", "//"));
  }

  private static Duration since(long startNanos) {
    return Duration.ofNanos(System.nanoTime() - startNanos);
  }

  private static Set<String> caseless(String... names) {
    var set = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    set.addAll(Set.of(names));
    return set;
  }
}
