package dev.patchbay.host.match;

import dev.patchbay.host.edit.PendingEdit;
import java.util.List;
import java.util.Optional;

/**
 * A new record of the CRM that may be an item which the service has already.
 *
 * @param candidates the records of the items that agree with it in what its type is recognised by
 * @param same the one that it is: by itself if nothing else is possible, or because a person said
 *     so; empty as long as nobody can tell
 */
public record Match(
    PendingEdit edit, List<MatchCandidate> candidates, Optional<MatchCandidate> same) {

  /** Has a person decide wherever more than one thing is possible. */
  static Match of(PendingEdit edit, List<MatchCandidate> candidates, boolean rivalled) {
    Optional<MatchCandidate> decided =
        candidates.stream()
            .filter(MatchCandidate::isFree)
            .filter(one -> edit.sameAs().filter(one.recordId()::equals).isPresent())
            .findFirst();
    return new Match(
        edit, candidates, decided.or(() -> rivalled ? Optional.empty() : only(edit, candidates)));
  }

  /** Copies in other collections are other items. */
  private static Optional<MatchCandidate> only(PendingEdit edit, List<MatchCandidate> candidates) {
    List<MatchCandidate> here =
        candidates.stream().filter(one -> one.collection().equals(edit.collectionId())).toList();
    return here.size() == 1
        ? Optional.of(here.get(0)).filter(MatchCandidate::isFree)
        : Optional.empty();
  }

  /** What items of a type are recognised by. */
  public static List<String> properties(String type) {
    return MatchKeys.of(type);
  }

  public boolean isOpen() {
    return same.isEmpty();
  }
}
