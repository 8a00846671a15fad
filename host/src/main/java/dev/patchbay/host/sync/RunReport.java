package dev.patchbay.host.sync;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a run did so far.
 *
 * @param errors the first of what it has to say; the tally counts the rest
 * @param currentCollection the name of the collection it is at
 */
public record RunReport(Tally tally, List<RunError> errors, Optional<String> currentCollection) {
  static final int MOST_ERRORS = 50;

  public RunReport {
    errors = List.copyOf(errors);
  }

  static RunReport empty() {
    return new RunReport(Tally.NONE, List.of(), Optional.empty());
  }

  RunReport at(String collection) {
    return new RunReport(tally, errors, Optional.of(collection));
  }

  RunReport plus(Tally more, List<RunError> moreErrors) {
    List<RunError> all = new ArrayList<>(errors);
    moreErrors.stream().limit(MOST_ERRORS - errors.size()).forEach(all::add);
    return new RunReport(tally.plus(more), all, currentCollection);
  }

  /** The same without the reason why it waited, now that it goes on. */
  RunReport goingOn() {
    return new RunReport(
        tally, errors.stream().filter(error -> !error.isWait()).toList(), currentCollection);
  }

  /** The reason of the run itself comes first, and is kept however many items failed. */
  RunReport because(RunError reason) {
    List<RunError> all = new ArrayList<>();
    all.add(reason);
    errors.stream().limit(MOST_ERRORS - 1).forEach(all::add);
    return new RunReport(tally, all, currentCollection);
  }
}
