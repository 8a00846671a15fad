package dev.patchbay.api.webhook;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What became of a received webhook: a handshake that wants an answer, or notifications. Immutable.
 *
 * @since 1
 */
public final class Receipt {

  private final String answer;
  private final List<Notification> notifications;

  private Receipt(String answer, List<Notification> notifications) {
    this.answer = answer;
    this.notifications = List.copyOf(notifications);
  }

  /** A handshake: this text is sent back as {@code text/plain}. */
  public static Receipt answer(String text) {
    return new Receipt(Objects.requireNonNull(text, "text"), List.of());
  }

  /** Genuine notifications; they are acknowledged once they are stored. */
  public static Receipt of(List<Notification> notifications) {
    return new Receipt(null, notifications);
  }

  /** Genuine, and nothing to do: it is acknowledged. */
  public static Receipt nothing() {
    return of(List.of());
  }

  /** The text to send back, if it was a handshake. */
  public Optional<String> answer() {
    return Optional.ofNullable(answer);
  }

  /** What was notified, in the service's order. */
  public List<Notification> notifications() {
    return notifications;
  }
}
