package dev.parley.server.delivery;

import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.time.Duration;
import javax.net.ssl.SSLException;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.NoHttpResponseException;

/// Why a call had no answer, in words for people.
final class CallFailure {
  private CallFailure() {}

  /// @param overdue whether we gave the call up ourselves
  static String inPlainWords(Exception failure, boolean overdue, Duration limit) {
    if (overdue || failure instanceof InterruptedIOException) {
      return "timed out after " + inSeconds(limit);
    }
    return switch (failure) {
      case AddressRefused refused -> refused.why;
      case UnknownHostException unknown -> "the host name is not known";
      case NoRouteToHostException unreachable -> "no route to the host";
      case ConnectException refused -> "connection refused";
      case SSLException tls -> "TLS failed: " + tls.getMessage();
      case NoHttpResponseException closed -> CLOSED;
      case ConnectionClosedException closed -> CLOSED;
      case SocketException reset -> CLOSED;
      case HttpException nonsense -> "the answer is not HTTP: " + nonsense.getMessage();
      default -> "the call failed: " + failure.getMessage();
    };
  }

  private static final String CLOSED = "the connection was closed without an answer";

  private static String inSeconds(Duration limit) {
    long millis = limit.toMillis();
    return millis % 1000 == 0 ? millis / 1000 + " s" : millis + " ms";
  }

  /// The rule forbids where the name leads to.
  static final class AddressRefused extends UnknownHostException {
    private static final long serialVersionUID = 1;

    private final String why;

    AddressRefused(String host, InetAddress address) {
      this(
          "the address %s of %s is private and may not be called"
              .formatted(address.getHostAddress(), host));
    }

    private AddressRefused(String why) {
      super(why);
      this.why = why;
    }
  }
}
