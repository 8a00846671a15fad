package dev.patchbay.host.problem;

import java.net.URI;
import java.util.Arrays;

/**
 * Every kind of refusal the API knows; the address of a kind never changes once it is published.
 */
public enum ProblemType {
  MALFORMED_REQUEST(400, "malformed-request", "The request cannot be read"),
  BAD_PARAMETER(400, "bad-parameter", "A parameter is not acceptable"),
  UNAUTHENTICATED(401, "unauthenticated", "Sign-in needed"),
  FORBIDDEN(403, "forbidden", "Not allowed"),
  NOT_FOUND(404, "not-found", "Not found"),
  METHOD_NOT_ALLOWED(405, "method-not-allowed", "Method not allowed here"),
  NOT_ACCEPTABLE(406, "not-acceptable", "No acceptable representation"),
  CONFLICT(409, "conflict", "In conflict with what is there"),
  GONE(410, "gone", "No longer available"),
  PRECONDITION_FAILED(412, "precondition-failed", "Changed in the meantime"),
  BODY_TOO_LARGE(413, "body-too-large", "Body too large"),
  ADDRESS_TOO_LONG(414, "address-too-long", "Address too long"),
  UNSUPPORTED_MEDIA_TYPE(415, "unsupported-media-type", "Media type not supported"),
  INVALID_CONTENT(422, "invalid-content", "The content is not acceptable"),
  PRECONDITION_REQUIRED(428, "precondition-required", "Precondition needed"),
  TOO_MANY_REQUESTS(429, "too-many-requests", "Too many requests"),
  INTERNAL_ERROR(500, "internal-error", "Internal error"),
  SERVICE_REFUSED(502, "service-refused", "The service refused"),
  UNAVAILABLE(503, "unavailable", "Not available at the moment"),
  SERVICE_TIMEOUT(504, "service-timeout", "The service did not answer in time");

  private static final String BASE = "https://patchbay.dev/problems/";

  private final int status;
  private final String slug;
  private final String title;

  ProblemType(int status, String slug, String title) {
    this.status = status;
    this.slug = slug;
    this.title = title;
  }

  public int status() {
    return status;
  }

  public URI uri() {
    return URI.create(BASE + slug);
  }

  public String title() {
    return title;
  }

  /** Returns the kind that a bare status stands for; what is not listed is the general one. */
  public static ProblemType ofStatus(int status) {
    return Arrays.stream(values())
        .filter(type -> type.status == status)
        .findFirst()
        .orElse(status >= 400 && status < 500 ? MALFORMED_REQUEST : INTERNAL_ERROR);
  }
}
