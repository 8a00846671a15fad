package dev.patchbay.host.problem;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A refusal with its reason, thrown from anywhere below a resource. The message is read by the
 * caller: it names the thing, the value and the way out, and no secret.
 */
public class ProblemException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final ProblemType type;
  private final transient List<FieldError> errors;
  private String category;
  private Duration retryAfter;
  private transient Object current;

  private ProblemException(ProblemType type, String detail, List<FieldError> errors) {
    super(detail);
    this.type = type;
    this.errors = List.copyOf(errors);
  }

  public static ProblemException of(ProblemType type, String detail) {
    return new ProblemException(type, detail, List.of());
  }

  /** A thing that is not there, or belongs to another tenant: the two look the same. */
  public static ProblemException notFound(String what, String id) {
    return of(ProblemType.NOT_FOUND, "There is no " + what + " with the id " + id + ".");
  }

  public static ProblemException conflict(String detail) {
    return of(ProblemType.CONFLICT, detail);
  }

  /** Content that can be read but not accepted (422). */
  public static ProblemException invalid(String field, String message) {
    return invalid(List.of(new FieldError(field, message)));
  }

  /** Content that can be read but not accepted (422), for several fields at once. */
  public static ProblemException invalid(List<FieldError> errors) {
    return new ProblemException(ProblemType.INVALID_CONTENT, summary(errors), errors);
  }

  /** A body that cannot be read (400), naming the field. */
  public static ProblemException malformed(String field, String message) {
    List<FieldError> errors = List.of(new FieldError(field, message));
    return new ProblemException(ProblemType.MALFORMED_REQUEST, summary(errors), errors);
  }

  /** A query or path parameter that cannot be used (400). */
  public static ProblemException badParameter(String name, String message) {
    List<FieldError> errors = List.of(new FieldError(name, message));
    return new ProblemException(ProblemType.BAD_PARAMETER, summary(errors), errors);
  }

  /** Names the failure category of the service that is the cause. */
  public ProblemException withCategory(String name) {
    this.category = name;
    return this;
  }

  /** Tells the caller when to come again; sent as {@code Retry-After}. */
  public ProblemException withRetryAfter(Duration wait) {
    this.retryAfter = wait;
    return this;
  }

  /** Shows the caller what is there instead of what it expected. */
  public ProblemException withCurrent(Object representation) {
    this.current = representation;
    return this;
  }

  public ProblemException causedBy(Throwable cause) {
    initCause(cause);
    return this;
  }

  public ProblemType type() {
    return type;
  }

  public List<FieldError> errors() {
    return errors;
  }

  public Optional<String> category() {
    return Optional.ofNullable(category);
  }

  public Optional<Object> current() {
    return Optional.ofNullable(current);
  }

  public Optional<Duration> retryAfter() {
    return Optional.ofNullable(retryAfter);
  }

  private static String summary(List<FieldError> errors) {
    return errors.stream()
        .map(error -> error.field() + " " + error.message())
        .reduce((a, b) -> a + "; " + b)
        .orElse("The request is not acceptable");
  }
}
