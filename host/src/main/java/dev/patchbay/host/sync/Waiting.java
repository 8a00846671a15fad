package dev.patchbay.host.sync;

import dev.patchbay.host.edit.EditKind;
import dev.patchbay.host.edit.PendingEdit;
import dev.patchbay.host.match.Match;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The edits that can be sent.
 *
 * @param edits the oldest first
 * @param matches the new records that the service may have already, by their ids
 */
record Waiting(List<PendingEdit> edits, Map<String, Match> matches) {

  Optional<Match> match(PendingEdit edit) {
    return Optional.ofNullable(matches.get(edit.recordId()));
  }

  /** Whether a person has to say first what it is. */
  boolean isUnsure(PendingEdit edit) {
    return match(edit).filter(Match::isOpen).isPresent();
  }

  /** Some of them. */
  Waiting of(List<PendingEdit> some) {
    Map<String, Match> theirs = new HashMap<>();
    some.forEach(edit -> match(edit).ifPresent(found -> theirs.put(edit.recordId(), found)));
    return new Waiting(some, theirs);
  }

  long count(EditKind kind) {
    return edits.stream().filter(edit -> edit.kind() == kind).count();
  }
}
