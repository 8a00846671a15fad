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
    String currentCollection) {

  /** Where a run stands, in the admin's words. */
  public enum State {
    QUEUED("Waiting", Tone.BUSY),
    RUNNING("Running", Tone.BUSY),
    SUCCEEDED("Done", Tone.GOOD),
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

  public SyncRun {
    errors = errors == null ? List.of() : List.copyOf(errors);
  }

  public boolean isOver() {
    return state != State.QUEUED && state != State.RUNNING;
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
