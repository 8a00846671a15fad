package dev.patchbay.host.connect;

import dev.patchbay.api.error.IntegrationException;
import dev.patchbay.host.problem.FieldError;
import java.net.URI;
import java.util.List;
import java.util.regex.Pattern;

/**
 * How it went, for the static page: where to go, or what to put right; nothing of what was typed.
 *
 * @param page the page that ends the attempt; null while it goes on
 * @param address where the page goes on, after a choice; null while it stays
 * @param reply the fragment of that page's address; null if no other page is to hear of the end
 */
public record FormAnswer(
    String page, String address, String reply, String message, List<FieldError> errors) {

  private static final Pattern FULL_STOP = Pattern.compile("\\.\\s*$");

  static FormAnswer end(ConnectEnd end) {
    return new FormAnswer(
        end.page().fileName(),
        null,
        end.reply().map(ConnectReply::fragment).orElse(null),
        null,
        null);
  }

  static FormAnswer goOn(URI address) {
    return new FormAnswer(null, address.toString(), null, null, null);
  }

  /** Lets the person try again, and says what the service or the plugin found. */
  static FormAnswer again(String pattern, IntegrationException found) {
    var words = FULL_STOP.matcher(found.getMessage()).replaceFirst("");
    return new FormAnswer(null, null, null, pattern.formatted(words), null);
  }

  static FormAnswer wrong(List<FieldError> errors) {
    return new FormAnswer(null, null, null, null, errors);
  }

  @Override
  public String toString() {
    return "FormAnswer[" + page + ", " + message + ", " + errors + "]";
  }
}
