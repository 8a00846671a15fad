package dev.patchbay.host.egress;

import dev.patchbay.api.error.Unavailable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.MessageConstraintException;

/** Says in words why a service gave no whole answer. */
final class NoAnswer {

  private NoAnswer() {}

  static Unavailable because(Throwable cause, ExchangeWatch watch) {
    return new Unavailable("The host " + watch.host() + " " + words(cause, watch), cause);
  }

  /** Whether the connection never stood, so that nothing was sent over it. */
  static boolean isBeforeSending(Throwable cause) {
    return cause instanceof UnknownHostException
        || cause instanceof ConnectException
        || cause instanceof ProxyRefused
        || cause instanceof NoRouteToHostException
        || cause instanceof ConnectTimeoutException
        || cause instanceof ConnectionRequestTimeoutException;
  }

  private static String words(Throwable cause, ExchangeWatch watch) {
    if (watch.isLate()) {
      return "was cut off after " + watch.time().toMillis() + " ms without a whole answer";
    }
    if (cause instanceof UnknownHostException) {
      return "is not found";
    }
    if (cause instanceof ConnectionRequestTimeoutException) {
      return "is busy: all connections to it are in use";
    }
    if (cause instanceof ProxyRefused) {
      return "cannot be reached: " + cause.getMessage();
    }
    if (cause instanceof ConnectException) {
      return "accepts no connection";
    }
    if (cause instanceof InterruptedIOException) {
      return "did not answer in time";
    }
    if (cause instanceof SSLException) {
      return "cannot be trusted: " + cause.getMessage();
    }
    if (isNoHttp(cause)) {
      return "answered with something that is not HTTP";
    }
    return cause instanceof IOException ? "broke off the exchange" : "could not be called";
  }

  private static boolean isNoHttp(Throwable cause) {
    return cause instanceof MessageConstraintException || cause.getCause() instanceof HttpException;
  }
}
