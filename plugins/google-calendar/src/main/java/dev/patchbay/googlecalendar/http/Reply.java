package dev.patchbay.googlecalendar.http;

import dev.patchbay.googlecalendar.json.Json;
import java.util.Map;

/**
 * What Google answered where a refusal is as good an answer as any.
 *
 * @param status the HTTP status
 * @param json what it did; empty if it refused or has nothing to say
 */
public record Reply(int status, Map<String, Object> json) {

  static Reply of(int status, byte... body) {
    boolean tells = isSuccess(status) && body.length > 0;
    return new Reply(status, tells ? Json.object(body) : Map.of());
  }

  /** Whether it did what was asked. */
  public boolean isSuccess() {
    return isSuccess(status);
  }

  private static boolean isSuccess(int status) {
    return status >= 200 && status < 300;
  }

  /** Whether there is no such thing, or no longer. */
  public boolean isMissing() {
    return status == 404 || status == 410;
  }

  /** Whether there is one already (409). */
  public boolean isTaken() {
    return status == 409;
  }
}
