package dev.parley.server.boot;

import dev.parley.server.http.Handler;
import dev.parley.server.http.Request;
import dev.parley.server.http.Response;
import dev.parley.server.http.Route;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Who may use the sandbox's own API and page. On loopback: everybody on this machine, but no web
/// page of another site (a browser would carry its requests here), hence the look at Host and
/// Origin. Bound elsewhere: whoever has the admin key, as `X-Admin-Key` or as the password that a
/// browser asks for.
final class SandboxGuard {
  private static final Set<String> LOCAL_NAMES = Set.of("localhost", "127.0.0.1", "[::1]");

  private static final Pattern LOOPBACK = Pattern.compile("127(\\.\\d{1,3}){3}");

  private final @Nullable String adminKey;

  SandboxGuard(Config config) {
    this.adminKey = config.adminKey();
  }

  Route guarded(Route route) {
    Handler handler = route.handler();
    return new Route(
        route.method(),
        route.pattern(),
        request -> {
          Response refusal = refusal(request);
          return refusal == null ? handler.handle(request) : refusal;
        });
  }

  private @Nullable Response refusal(Request request) {
    if (adminKey != null) {
      return hasKey(request, adminKey)
          ? null
          : Response.failure(401, "The sandbox's own API needs the admin key, as X-Admin-Key")
              .with("WWW-Authenticate", "Basic realm=\"Parley\", charset=\"UTF-8\"");
    }
    String host = request.headers().first("Host");
    if (host != null && !isHere(withoutPort(host))) {
      return Response.failure(
          403, "The sandbox's own API is open to this machine only, not as host " + host);
    }
    String origin = request.headers().first("Origin");
    if (origin != null && !isHere(withoutPort(origin.replaceFirst("^https?://", "")))) {
      return Response.failure(403, "The sandbox's own API takes no calls from pages of " + origin);
    }
    return null;
  }

  private boolean isHere(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return LOCAL_NAMES.contains(lower)
        || LOOPBACK.matcher(lower).matches()
        || lower.endsWith(".localhost");
  }

  private static String withoutPort(String host) {
    return host.replaceFirst(":\\d*$", "");
  }

  private static boolean hasKey(Request request, String key) {
    String given = request.headers().first("X-Admin-Key");
    String basic = request.headers().first("Authorization");
    if (given == null && basic != null && basic.startsWith("Basic ")) {
      try {
        String pair =
            new String(
                Base64.getDecoder().decode(basic.substring(6).strip()), StandardCharsets.UTF_8);
        given = pair.substring(pair.indexOf(':') + 1);
      } catch (IllegalArgumentException notBase64) {
        return false;
      }
    }
    return given != null
        && MessageDigest.isEqual(
            given.getBytes(StandardCharsets.UTF_8), key.getBytes(StandardCharsets.UTF_8));
  }
}
