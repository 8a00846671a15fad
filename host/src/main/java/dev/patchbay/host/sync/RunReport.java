package dev.patchbay.host.sync;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a run did so far.
 *
 * @param tally what became of the items that were read
 * @param sent what became of the edits that were sent
 * @param errors the first of what it has to say; the tally counts the rest
 * @param currentCollection the name of the collection it is at
 */
public record RunReport(
    Tally tally, Sent sent, List<RunError> errors, Optional<String> currentCollection) {
  static final int MOST_ERRORS = 50;

  public RunReport {
    errors = List.copyOf(errors);
  }

  static RunReport empty() {
    return new RunReport(Tally.NONE, Sent.NOTHING, List.of(), Optional.empty());
  }

  RunReport at(String collection) {
    return new RunReport(tally, sent, errors, Optional.of(collection));
  }

  RunReport plus(Tally more, List<RunError> moreErrors) {
    List<RunError> all = new ArrayList<>(errors);
    moreErrors.stream().limit(MOST_ERRORS - errors.size()).forEach(all::add);
    return new RunReport(tally.plus(more), sent, all, currentCollection);
  }

  /** One edit more that was sent. */
  RunReport plus(Sent more) {
    return new RunReport(tally, sent.plus(more), errors, currentCollection);
  }

  /** One edit more that did not arrive, and why. */
  RunReport plus(Sent more, RunError error) {
    return plus(Tally.NONE, List.of(error)).plus(more);
  }

  /** How many items the run dealt with, those that were sent included. */
  long processed() {
    return tally.processed() + sent.total();
  }

  /** The same without the reason why it waited, now that it goes on. */
  RunReport goingOn() {
    return new RunReport(
        tally, sent, errors.stream().filter(error -> !error.isWait()).toList(), currentCollection);
  }

  /** The reason of the run itself comes first, and is kept however many items failed. */
  RunReport because(RunError reason) {
    List<RunError> all = new ArrayList<>();
    all.add(reason);
    errors.stream().limit(MOST_ERRORS - 1).forEach(all::add);
    return new RunReport(tally, sent, all, currentCollection);
  }
}
