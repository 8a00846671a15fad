package dev.patchbay.host.action;

import dev.patchbay.host.caller.RequestKey;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * One thing that somebody asked to have done. It is written down before anything leaves, so that
 * whoever asks again with the same key finds it, on any node and after a crash.
 */
@Entity
@Table(name = "action_run")
public class ActionRun {
  private static final int LONGEST_PROBLEM = 2000;

  @Id private String id;

  @Column(name = "tenant_id")
  private String tenantId;

  @Column(name = "connection_id")
  private String connectionId;

  private String action;

  @Column(name = "idempotency_key")
  private String key;

  @Column(name = "request_hash")
  private String requestHash;

  @Enumerated(EnumType.STRING)
  private ActionState state;

  @Convert(converter = ResultConverter.class)
  private Map<String, Object> result;

  private String category;
  private String problem;

  @Column(name = "retry_after_seconds")
  private Long retryAfterSeconds;

  @Column(name = "started_at")
  private Instant startedAt;

  @Column(name = "finished_at")
  private Instant finishedAt;

  /** For JPA. */
  protected ActionRun() {}

  ActionRun(String id, ActionRequest request, Instant now) {
    this.id = id;
    this.tenantId = request.tenantId();
    this.connectionId = request.connectionId();
    this.action = request.action();
    this.key = request.key().map(RequestKey::text).orElse(null);
    this.requestHash = request.hash();
    begin(now);
  }

  private void begin(Instant now) {
    this.state = ActionState.RUNNING;
    this.startedAt = now;
    this.finishedAt = null;
    this.category = null;
    this.problem = null;
    this.retryAfterSeconds = null;
  }

  /** Begins once more, if it has failed in a way that another attempt may mend. */
  boolean beginAgain(Instant now) {
    if (state != ActionState.FAILED || !Failure.isPassing(category)) {
      return false;
    }
    begin(now);
    return true;
  }

  void succeed(Map<String, Object> answer, Instant now) {
    end(ActionState.SUCCEEDED, now);
    this.result = answer;
  }

  void fail(Failure failure, Instant now) {
    end(failure.state(), now);
    this.category = failure.category();
    this.problem = cut(failure.words());
    this.retryAfterSeconds = failure.retryAfter().map(Duration::toSeconds).orElse(null);
  }

  private void end(ActionState how, Instant now) {
    this.state = how;
    this.finishedAt = now;
  }

  boolean isRunning() {
    return state == ActionState.RUNNING;
  }

  /** Whether it is what this request asks for too. */
  boolean isOf(ActionRequest request) {
    return requestHash.equals(request.hash());
  }

  String id() {
    return id;
  }

  String connectionId() {
    return connectionId;
  }

  String action() {
    return action;
  }

  ActionState state() {
    return state;
  }

  Optional<Map<String, Object>> result() {
    return Optional.ofNullable(result);
  }

  String category() {
    return category;
  }

  String problem() {
    return problem;
  }

  Optional<Duration> retryAfter() {
    return Optional.ofNullable(retryAfterSeconds).map(Duration::ofSeconds);
  }

  Instant startedAt() {
    return startedAt;
  }

  Instant finishedAt() {
    return finishedAt;
  }

  private static String cut(String text) {
    return text.length() <= LONGEST_PROBLEM ? text : text.substring(0, LONGEST_PROBLEM);
  }
}
