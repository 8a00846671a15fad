package dev.patchbay.slack.web;

import dev.patchbay.api.error.CursorExpired;
import dev.patchbay.api.error.IntegrationException;
import dev.patchbay.api.error.RateLimited;
import dev.patchbay.api.error.ReauthorizationNeeded;
import dev.patchbay.api.error.Rejected;
import dev.patchbay.api.error.Unavailable;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An answer that says no. Slack says it with a status of 200 as a rule, and with an error code in
 * the body.
 *
 * @param method what was asked
 * @param status the HTTP status
 * @param body the answer's object
 * @param retryAfter how long Slack wants to be left alone with this method
 */
record Refusal(String method, int status, SlackObject body, Optional<Duration> retryAfter) {

  private static final int UNAUTHORIZED = 401;

  /** Whether Slack did surely nothing of what was asked. */
  boolean isSure() {
    return wantsSignIn() || !code().mayPass();
  }

  /**
   * @param mask takes out of the words what nobody may read, since they are shown to people
   */
  IntegrationException failure(UnaryOperator<String> mask) {
    var code = code();
    var words = mask.apply(words());
    if (wantsSignIn()) {
      return new ReauthorizationNeeded(words);
    }
    if (code.wantsPause()) {
      return RateLimited.onlyFor(method, words, retryAfter.orElse(null));
    }
    if (code.isOldCursor()) {
      return new CursorExpired(words);
    }
    return code.mayPass() ? new Unavailable(words) : new Rejected(words);
  }

  private boolean wantsSignIn() {
    return status == UNAUTHORIZED || code().wantsSignIn();
  }

  private ErrorCode code() {
    return new ErrorCode(said());
  }

  private String said() {
    return body.text("error").orElse("no reason");
  }

  private String words() {
    return Stream.of(
            List.of("Slack refused %s: %s.".formatted(method, said())),
            explanations(),
            List.of(missingScope()),
            List.of(code().wayOut()))
        .flatMap(List::stream)
        .filter(sentence -> !sentence.isEmpty())
        .collect(Collectors.joining(" "));
  }

  private List<String> explanations() {
    return body.object("response_metadata").json().get("messages") instanceof List<?> messages
        ? messages.stream().map(String::valueOf).limit(3).toList()
        : List.of();
  }

  private String missingScope() {
    return said().equals("missing_scope")
        ? "Add the scope %s to the integration and to the Slack app, then connect the account again."
            .formatted(body.text("needed").orElse("it names"))
        : "";
  }
}
