package dev.patchbay.smtp.line;

import dev.patchbay.api.error.IntegrationException;
import dev.patchbay.api.error.Rejected;
import dev.patchbay.api.error.Unavailable;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.Optional;
import javax.net.ssl.SSLException;

/** Why a line could not be encrypted. */
final class TlsFailures {

  private TlsFailures() {}

  static IntegrationException of(MailServer server, SSLException e) {
    var certificate = deepest(e, GeneralSecurityException.class);
    if (certificate.isPresent()) {
      return new Rejected(
          "The certificate of the mail server %s is not trusted: %s"
              .formatted(server, certificate.get().getMessage()),
          e);
    }
    if (deepest(e.getCause(), IOException.class).isPresent()) {
      return new Unavailable(
          "The mail server %s ended the connection while it was being encrypted".formatted(server),
          e);
    }
    return new Rejected(
        "The mail server %s does not speak TLS there: %s. Does the port fit the chosen security?"
            .formatted(server, e.getMessage()),
        e);
  }

  static Optional<SSLException> within(Throwable e) {
    return deepest(e, SSLException.class);
  }

  private static <T extends Throwable> Optional<T> deepest(Throwable e, Class<T> kind) {
    T found = null;
    for (var each = e; each != null; each = each.getCause()) {
      found = kind.isInstance(each) ? kind.cast(each) : found;
    }
    return Optional.ofNullable(found);
  }
}
