package dev.patchbay.host.sync;

import dev.patchbay.host.edit.EditKind;
import dev.patchbay.host.edit.PendingEdit;
import dev.patchbay.host.match.Match;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

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

  /** Those that write to none of these collections. */
  Waiting without(Set<String> collections) {
    return only(edit -> edit.places().stream().noneMatch(collections::contains));
  }

  /** Those that write to a collection. */
  Waiting touching(String collectionId) {
    return only(edit -> edit.places().contains(collectionId));
  }

  /** Those after which the item is in a collection, or is gone from it. */
  Waiting goingTo(String collectionId) {
    return only(edit -> edit.place().equals(collectionId));
  }

  private Waiting only(Predicate<PendingEdit> which) {
    List<PendingEdit> some = edits.stream().filter(which).toList();
    Map<String, Match> theirs = new HashMap<>();
    some.forEach(edit -> match(edit).ifPresent(found -> theirs.put(edit.recordId(), found)));
    return new Waiting(some, theirs);
  }

  long count(EditKind kind) {
    return edits.stream().filter(edit -> edit.kind() == kind).count();
  }
}
