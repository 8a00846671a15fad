package dev.patchbay.smtp.inbox;

import dev.patchbay.api.error.IntegrationException;
import dev.patchbay.api.error.RateLimited;
import dev.patchbay.api.error.ReauthorizationNeeded;
import dev.patchbay.api.error.Rejected;
import dev.patchbay.api.error.Unavailable;
import dev.patchbay.smtp.line.Limits;
import dev.patchbay.smtp.line.Login;
import dev.patchbay.smtp.line.MailServer;
import java.net.SocketTimeoutException;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.iap.ProtocolException;
import org.eclipse.angus.mail.iap.Response;

/**
 * Why an IMAP server does not do what it is asked (RFC 3501, section 7.1, with the codes of RFC
 * 5530 and those that large providers made up).
 */
record ImapFailures(MailServer server, Login login, Limits limits) {

  private static final Pattern CODE = Pattern.compile("\\[([A-Z-]+)[^\\]]*]");
  private static final Set<String> LATER = Set.of("INUSE", "LIMIT", "OVERQUOTA", "THROTTLED");
  private static final Set<String> BROKEN =
      Set.of("UNAVAILABLE", "SERVERBUG", "CORRUPTION", "EXPUNGEISSUED");
  private static final Set<String> CREDENTIAL =
      Set.of("AUTHENTICATIONFAILED", "AUTHORIZATIONFAILED", "EXPIRED");
  private static final int LONGEST = 400;

  /** What a command failed with. */
  IntegrationException of(String command, ProtocolException e) {
    var response = e.getResponse();
    if (response == null) {
      return nonsense(server, command, e);
    }
    if (response.isSynthetic()) {
      return lost(command, response.getException());
    }
    return refusal(command, response);
  }

  /** Why the first line of the server is none that lets anybody in. */
  IntegrationException ofGreeting(Response greeting) {
    if (greeting.isBYE()) {
      return refusal("greeting", greeting);
    }
    return new Unavailable(
        "What answers at %s is no server for replies (IMAP): \"%s\""
            .formatted(server, words(greeting)));
  }

  /** The line ended, or nothing came in time. */
  IntegrationException lost(String command, Throwable cause) {
    var why = command.equals("greeting") && isTimeout(cause) ? ". Does it expect TLS?" : "";
    return new Unavailable(
        "The mail server %s ended the connection, or did not answer within %d s (%s)%s"
            .formatted(server, limits.read().toSeconds(), command, why),
        cause);
  }

  /** The answer is none that the library understands. */
  static IntegrationException nonsense(MailServer server, String command, Exception cause) {
    return new Unavailable(
        "What the mail server %s answers cannot be understood (%s)".formatted(server, command),
        cause);
  }

  private IntegrationException refusal(String command, Response response) {
    var words = words(response);
    var code = code(words).orElse("");
    boolean login = command.equals("LOGIN");
    if (CREDENTIAL.contains(code) || (login && code.isEmpty() && response.isNO())) {
      return new ReauthorizationNeeded(
          "The mail server %s refuses the login of \"%s\": %s"
              .formatted(server, login().username(), words));
    }
    var message = "The mail server %s refuses to serve (%s): %s".formatted(server, command, words);
    if (LATER.contains(code)) {
      return new RateLimited(message);
    }
    return BROKEN.contains(code) || response.isBYE()
        ? new Unavailable(message)
        : new Rejected(message);
  }

  private static Optional<String> code(String words) {
    var found = CODE.matcher(words);
    return found.lookingAt() ? Optional.of(found.group(1)) : Optional.empty();
  }

  private String words(Response response) {
    var words = response.toString().replaceFirst("(?i)^\\S+ (?:OK|NO|BAD|BYE) ", "");
    var line = login.masked(words).replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    return line.substring(0, Math.min(line.length(), LONGEST));
  }

  private static boolean isTimeout(Throwable e) {
    return e instanceof SocketTimeoutException
        || (e != null && e.getCause() != null && isTimeout(e.getCause()));
  }
}
