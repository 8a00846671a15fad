package dev.patchbay.sandbox.oauth;

import dev.patchbay.sandbox.http.Answer;
import dev.patchbay.sandbox.http.Json;
import dev.patchbay.sandbox.http.Refusal;

/** The error document of RFC 6749, section 5.2. */
public final class OAuthError {
  private OAuthError() {}

  public static Refusal of(int status, String error, String description) {
    Answer answer =
        Answer.json(
            status, Json.object().put("error", error).put("error_description", description));
    return new Refusal(answer.with("Cache-Control", "no-store"));
  }

  public static Refusal invalidRequest(String description) {
    return of(400, "invalid_request", description);
  }

  public static Refusal invalidGrant(String description) {
    return of(400, "invalid_grant", description);
  }
}
