package dev.patchbay.console.twoway;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** An edit that did not reach the service and is not sent again by itself. */
record QuarantinedEdit(
    String recordId,
    String type,
    String title,
    EditKind kind,
    State state,
    String category,
    String reason,
    Instant editedAt,
    List<FieldChange> changes) {

  /** Why it is here. */
  enum State {
    QUARANTINED,
    OUTCOME_UNKNOWN,
    @JsonEnumDefaultValue
    UNKNOWN
  }

  QuarantinedEdit {
    changes = changes == null ? List.of() : List.copyOf(changes);
  }

  String name() {
    return Optional.ofNullable(title).orElse(recordId);
  }

  boolean mayBeThere() {
    return state == State.OUTCOME_UNKNOWN;
  }

  /** What happened, in one sentence. */
  String inWords() {
    if (mayBeThere()) {
      return "Nobody can tell whether the service has this edit. Look there before it is sent"
          + " again.";
    }
    return switch (Optional.ofNullable(category).orElse("")) {
      case "ReauthorizationNeeded" -> "The service wanted a new sign-in.";
      case "VersionConflict" -> "The item kept changing at the service.";
      case "Unavailable" -> "The service could not be reached.";
      case "RateLimited" -> "The service had enough calls for the time being.";
      default -> "The service refused this edit. The rest was sent.";
    };
  }
}
