package dev.parley.server.delivery;

import dev.parley.media.LinkSource;
import java.io.IOException;
import java.io.InputStream;
import java.net.NoRouteToHostException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.routing.RoutingSupport;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/// Fetches what lies behind the links of messages. The rule is asked for each address that is
/// connected to, those of redirects too.
public final class LinkClient implements LinkSource, AutoCloseable {
  /// For all of it: name, connection, redirects, the whole body. Ours; Meta states none.
  public static final Duration TIME_LIMIT = Duration.ofSeconds(20);

  /// One more fails.
  private static final int REDIRECTS_MAX = 5;

  private static final int CONNECTIONS_MAX = 32;
  private static final String WITHOUT_INTERNET =
      "; where there is no internet, start the sandbox with --links trust";

  private static final String USER_AGENT = "WhatsApp/2.0 A";

  private final AddressRule rule;
  private @Nullable CloseableHttpClient http;

  private final CallTimer timer;

  public LinkClient(Duration timeLimit, AddressRule rule) {
    this.timer = new CallTimer("link-timer", timeLimit);
    this.rule = rule;
  }

  @Override
  public Opened open(URI link) throws IOException {
    var request = new HttpGet(WebhookClient.withoutUser(link));
    CallTimer.Run time = timer.start(request);
    try {
      ClassicHttpResponse response =
          client().executeOpen(RoutingSupport.determineHost(request), request, null);
      HttpEntity entity = response.getEntity();
      InputStream body =
          entity == null ? InputStream.nullInputStream() : new Body(entity.getContent(), time);
      return new Answer(request, response, body, time);
    } catch (IOException | HttpException | IllegalArgumentException e) {
      time.end();
      throw new IOException(
          CallFailure.inPlainWords(e, time.isOverdue(), timer.limit()) + remedy(e), e);
    }
  }

  /// What in the sandbox helps, where the fault may be that it runs where it does.
  private static String remedy(Exception failure) {
    return switch (failure) {
      case CallFailure.AddressRefused _ -> "; start the sandbox with --private-links to allow it";
      case UnknownHostException _ -> WITHOUT_INTERNET;
      case NoRouteToHostException _ -> WITHOUT_INTERNET;
      default -> "";
    };
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
    return HttpClients.custom()
        .setConnectionManager(
            PoolingHttpClientConnectionManagerBuilder.create()
                .setMaxConnPerRoute(CONNECTIONS_MAX)
                .setMaxConnTotal(CONNECTIONS_MAX)
                .setDnsResolver(new RuledResolver(rule))
                .setDefaultConnectionConfig(
                    ConnectionConfig.custom()
                        .setConnectTimeout(limit)
                        .setSocketTimeout(limit)
                        .build())
                .build())
        .setDefaultRequestConfig(
            RequestConfig.custom()
                .setConnectionRequestTimeout(limit)
                .setResponseTimeout(limit)
                .setMaxRedirects(REDIRECTS_MAX)
                .build())
        .setUserAgent(USER_AGENT)
        .disableAutomaticRetries()
        .disableContentCompression()
        .disableCookieManagement()
        .disableAuthCaching()
        .build();
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

  private record Answer(
      HttpGet request, ClassicHttpResponse response, InputStream body, CallTimer.Run time)
      implements Opened {
    @Override
    public int status() {
      return response.getCode();
    }

    @Override
    public @Nullable String contentType() {
      Header type = response.getFirstHeader("Content-Type");
      return type == null ? null : type.getValue();
    }

    /// Closing the answer alone would read the rest.
    @Override
    public void close() {
      time.end();
      request.cancel();
      try {
        response.close();
      } catch (IOException e) {
        // It is cut, as it should be.
      }
    }
  }

  /// Says in plain words why a body broke off.
  private final class Body extends InputStream {
    private final InputStream in;
    private final CallTimer.Run time;

    private Body(InputStream in, CallTimer.Run time) {
      this.in = in;
      this.time = time;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      try {
        return in.read(into, offset, length);
      } catch (IOException e) {
        throw new IOException(CallFailure.inPlainWords(e, time.isOverdue(), timer.limit()), e);
      }
    }
  }
}
