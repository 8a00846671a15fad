package dev.patchbay.smtp.line;

import dev.patchbay.api.error.IntegrationException;
import dev.patchbay.api.error.Unavailable;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;

/** Why the server could not be reached, in words that tell an admin what to look at. */
final class DialFailures {

  private final MailServer server;
  private final Limits limits;

  DialFailures(MailServer server, Limits limits) {
    this.server = server;
    this.limits = limits;
  }

  IntegrationException of(IOException e) {
    if (e instanceof SSLException tls) {
      return TlsFailures.of(server, tls);
    }
    return new Unavailable(words(e), e);
  }

  private String words(IOException e) {
    if (e instanceof UnknownHostException) {
      return "The mail server \"%s\" cannot be found: nobody knows this name. Is it spelt right?"
          .formatted(server.host());
    }
    if (e instanceof SocketTimeoutException) {
      return ("The mail server %s does not answer within %d s. Is the port right, and open in"
              + " the firewalls on the way?")
          .formatted(server, limits.connect().toSeconds());
    }
    if (e instanceof ConnectException) {
      return "Nothing listens at the mail server %s. Is the port right? (%s)"
          .formatted(server, e.getMessage());
    }
    return "The mail server %s cannot be reached: %s".formatted(server, e.getMessage());
  }
}
