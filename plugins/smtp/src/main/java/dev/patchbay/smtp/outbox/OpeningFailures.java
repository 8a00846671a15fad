package dev.patchbay.smtp.outbox;

import dev.patchbay.api.error.IntegrationException;
import dev.patchbay.api.error.ReauthorizationNeeded;
import dev.patchbay.api.error.Rejected;
import dev.patchbay.api.error.Unavailable;
import dev.patchbay.smtp.line.Dial;
import dev.patchbay.smtp.line.Security;
import jakarta.mail.MessagingException;
import java.net.SocketTimeoutException;

/** Why a line that stands is none on which mail could be sent. */
record OpeningFailures(Dial dial, Sender sender) {

  private static final String GREETING = "greeting";

  IntegrationException of(MessagingException e, MailTransport line) {
    return dial.tlsFailure(e).orElseGet(() -> ofReply(e, line));
  }

  private IntegrationException ofReply(MessagingException e, MailTransport line) {
    var last = line.last();
    if (last.isRefusal()) {
      return refusal(line.step(), last);
    }
    if (isWithoutTls(line)) {
      return new Rejected(
          ("The mail server %s offers no STARTTLS, and nothing is sent unencrypted. Choose"
                  + " another port, or tls for one that is encrypted from the start.")
              .formatted(dial.server()));
    }
    if (last.isPositive() && line.step().equals("EHLO")) {
      return new Rejected(
          ("The mail server %s offers no way to log in that Patchbay knows (PLAIN, LOGIN,"
                  + " DIGEST-MD5)")
              .formatted(dial.server()));
    }
    return silence(e, line);
  }

  private IntegrationException refusal(String step, Reply reply) {
    if (step.equals("AUTH") && reply.isPermanent()) {
      return new ReauthorizationNeeded(
          "The mail server %s refuses the login of \"%s\": %s"
              .formatted(dial.server(), sender.username().orElse(""), reply.words()));
    }
    return reply.failure("The mail server %s refuses to serve (%s)".formatted(dial.server(), step));
  }

  private boolean isWithoutTls(MailTransport line) {
    return dial.server().security() == Security.STARTTLS
        && line.last().isPositive()
        && !line.isSSL()
        && !line.supportsExtension("STARTTLS");
  }

  private IntegrationException silence(MessagingException e, MailTransport line) {
    boolean greeting = line.step().equals(GREETING);
    if (greeting && !line.last().words().isEmpty() && !line.last().words().equals("[EOF]")) {
      return new Unavailable(
          "What answers at %s is no mail server: \"%s\""
              .formatted(dial.server(), line.last().words()));
    }
    if (greeting && isTimeout(e)) {
      return new Unavailable(
          ("The mail server %s accepts the connection and says nothing within %d s. Does it"
                  + " expect TLS from the start, as is usual at port 465?")
              .formatted(dial.server(), dial.limits().read().toSeconds()),
          e.getCause());
    }
    return new Unavailable(
        "The mail server %s ended the connection, or did not answer within %d s (%s)"
            .formatted(dial.server(), dial.limits().read().toSeconds(), line.step()),
        e.getCause());
  }

  private static boolean isTimeout(Throwable e) {
    return e != null && (e instanceof SocketTimeoutException || isTimeout(e.getCause()));
  }
}
