package dev.patchbay.sandbox.google;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.patchbay.sandbox.http.Answer;
import dev.patchbay.sandbox.http.Json;
import dev.patchbay.sandbox.http.Refusal;

/** Google's JSON error document: {@code error.code, message, errors[{domain, reason, message}]}. */
public record GoogleError(int code, String domain, String reason, String message) {
  private static final String REALM = "Bearer realm=\"https://accounts.google.com/\"";

  public static Refusal of(int code, String domain, String reason, String message) {
    return new Refusal(new GoogleError(code, domain, reason, message).answer());
  }

  public static Refusal notFound() {
    return of(404, "global", "notFound", "Not Found");
  }

  public static Refusal invalid(String message) {
    return of(400, "global", "invalid", message);
  }

  public static Refusal required(String message) {
    return of(400, "global", "required", message);
  }

  public static Refusal unauthorized() {
    GoogleError error = new GoogleError(401, "global", "authError", "Invalid Credentials");
    ObjectNode document = error.document();
    document
        .withObject("/error")
        .put("status", "UNAUTHENTICATED")
        .withObject("/errors/0")
        .put("locationType", "header")
        .put("location", "Authorization");
    return new Refusal(
        Answer.json(401, document).with("WWW-Authenticate", REALM + ", error=\"invalid_token\""));
  }

  public static Refusal insufficientScope(String wanted) {
    GoogleError error =
        new GoogleError(
            403,
            "global",
            "insufficientPermissions",
            "Request had insufficient authentication" + " scopes.");
    ObjectNode document = error.document();
    document.withObject("/error").put("status", "PERMISSION_DENIED");
    return new Refusal(
        Answer.json(403, document)
            .with(
                "WWW-Authenticate",
                REALM + ", error=\"insufficient_scope\", scope=\"" + wanted + "\""));
  }

  /** What Google says when it fails by itself, or has had enough of a caller. */
  static GoogleError ofStatus(int status) {
    return switch (status) {
      case 403 -> new GoogleError(403, "usageLimits", "rateLimitExceeded", "Rate Limit Exceeded");
      case 404 -> new GoogleError(404, "global", "notFound", "Not Found");
      case 429 -> new GoogleError(429, "usageLimits", "rateLimitExceeded", "Rate Limit Exceeded");
      default -> new GoogleError(status, "global", "backendError", "Backend Error");
    };
  }

  public ObjectNode document() {
    ObjectNode document = Json.object();
    ObjectNode error = document.putObject("error");
    error
        .putArray("errors")
        .addObject()
        .put("domain", domain)
        .put("reason", reason)
        .put("message", message);
    error.put("code", code).put("message", message);
    return document;
  }

  public Answer answer() {
    return Answer.json(code, document());
  }
}
