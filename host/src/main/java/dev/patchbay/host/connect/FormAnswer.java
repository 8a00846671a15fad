package dev.patchbay.host.connect;

import dev.patchbay.host.problem.FieldError;
import java.util.List;

/**
 * How it went, for the static page: where to go, or what to put right; nothing of what was typed.
 *
 * @param page the page that ends the attempt; null while it goes on
 */
public record FormAnswer(String page, String message, List<FieldError> errors) {

  static FormAnswer end(ResultPage page) {
    return new FormAnswer(page.fileName(), null, null);
  }

  static FormAnswer again(String message) {
    return new FormAnswer(null, message, null);
  }

  static FormAnswer wrong(List<FieldError> errors) {
    return new FormAnswer(null, null, errors);
  }
}
