package dev.patchbay.testkit.contract;

import dev.patchbay.api.egress.Egress;
import dev.patchbay.api.error.IntegrationException;
import java.util.List;
import java.util.Map;

/**
 * A service that is reached over HTTP. Its troubles are answers in its place, with the usual
 * statuses unless {@link #says} knows better.
 */
public abstract class HttpService implements SimulatedService {
  private final Stage stage = new Stage(this::http);

  /** The way to the service when nothing is wrong. */
  protected abstract Egress http();

  /**
   * The body in which the service says that something was wrong.
   *
   * @param words what it says
   */
  protected abstract String refusal(String words);

  /**
   * How the service says this trouble: 401, 429 with {@code Retry-After} in seconds, 503 and 400.
   *
   * @param trouble one of those four
   */
  protected Said says(Trouble trouble) {
    var body = refusal(Trouble.WORDS);
    return switch (trouble) {
      case CREDENTIAL_REFUSED -> Said.of(401, body);
      case TOO_MUCH ->
          Said.of(429, body).with("Retry-After", Long.toString(Trouble.WAIT.toSeconds()));
      case BROKEN -> Said.of(503, body);
      case REFUSED -> Said.of(400, body);
      default -> throw new IllegalArgumentException(trouble + " is no answer");
    };
  }

  /** Failures that the service says with a status of success: the answer, and what it means. */
  protected Map<Said, Class<? extends IntegrationException>> failuresThatLookLikeSuccess() {
    return Map.of();
  }

  @Override
  public final Egress egress() {
    return stage;
  }

  @Override
  public final void suffer(Trouble trouble) {
    switch (trouble) {
      case AWAY -> stage.refuse();
      case SLOW -> stage.stall();
      case NONSENSE ->
          stage.answer(Said.of(200, "<html><title>Welcome to the hotel</title></html>"));
      default -> stage.answer(says(trouble));
    }
  }

  @Override
  public final List<LogicalFailure> logicalFailures() {
    return failuresThatLookLikeSuccess().entrySet().stream()
        .map(
            each ->
                new LogicalFailure(
                    each.getKey().body(), () -> stage.answer(each.getKey()), each.getValue()))
        .toList();
  }
}
