package dev.patchbay.console.sync;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import dev.patchbay.console.ui.Tone;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** One execution of a sync. */
public record SyncRun(
    String id,
    String connectionId,
    String type,
    String direction,
    State state,
    long itemsProcessed,
    long created,
    long updated,
    long deleted,
    long unchanged,
    long failed,
    List<ItemError> errors,
    Instant queuedAt,
    Instant startedAt,
    Instant finishedAt,
    Instant waitingUntil,
    String currentCollection,
    Sent sent,
    long conflicts) {

  /** Where a run stands, in the admin's words. */
  public enum State {
    QUEUED("Waiting", Tone.BUSY),
    RUNNING("Running", Tone.BUSY),
    SUCCEEDED("Done", Tone.GOOD),
    AWAITING_CONFIRMATION("Waits for your word", Tone.ATTENTION),
    FAILED("Failed", Tone.BAD),
    CANCELLED("Cancelled", Tone.OFF),
    @JsonEnumDefaultValue
    UNKNOWN("Unknown state", Tone.IDLE);

    private final String label;
    private final Tone tone;

    State(String label, Tone tone) {
      this.label = label;
      this.tone = tone;
    }

    public String label() {
      return label;
    }

    public Tone tone() {
      return tone;
    }
  }

  /** One thing that went wrong while the run went on. */
  public record ItemError(String externalId, String category, String message) {}

  /** What became of the edits that it sent. */
  public record Sent(long created, long updated, long deleted, long refused, long unknown) {
    static final Sent NOTHING = new Sent(0, 0, 0, 0, 0);
  }

  public SyncRun {
    sent = sent == null ? Sent.NOTHING : sent;
    errors = errors == null ? List.of() : List.copyOf(errors);
  }

  public boolean isOver() {
    return state != State.QUEUED && state != State.RUNNING;
  }

  /** Whether a person has to confirm what it would do. */
  public boolean needsWord() {
    return state == State.AWAITING_CONFIRMATION;
  }

  /** When it began, or was asked for. */
  public Instant began() {
    return startedAt == null ? queuedAt : startedAt;
  }

  /** When it came to an end. */
  public Optional<Instant> ended() {
    return Optional.ofNullable(finishedAt);
  }

  /** Until when the service asked to be left alone. */
  public Optional<Instant> waiting() {
    return Optional.ofNullable(waitingUntil);
  }

  /** What is being read right now. */
  public Optional<String> collection() {
    return Optional.ofNullable(currentCollection);
  }
}
