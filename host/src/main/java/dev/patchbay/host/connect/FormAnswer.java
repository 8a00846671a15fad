package dev.patchbay.host.connect;

import dev.patchbay.host.problem.FieldError;
import java.util.List;

/**
 * How it went, for the static page: where to go, or what to put right; nothing of what was typed.
 *
 * @param page the page that ends the attempt; null while it goes on
 * @param reply the fragment of that page's address; null if no other page is to hear of the end
 */
public record FormAnswer(String page, String reply, String message, List<FieldError> errors) {

  static FormAnswer end(ConnectEnd end) {
    return new FormAnswer(
        end.page().fileName(), end.reply().map(ConnectReply::fragment).orElse(null), null, null);
  }

  static FormAnswer again(String message) {
    return new FormAnswer(null, null, message, null);
  }

  static FormAnswer wrong(List<FieldError> errors) {
    return new FormAnswer(null, null, null, errors);
  }

  @Override
  public String toString() {
    return "FormAnswer[" + page + ", " + message + ", " + errors + "]";
  }
}
