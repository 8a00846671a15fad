package dev.patchbay.host.sync;

import dev.patchbay.host.edit.EditKind;
import dev.patchbay.host.edit.EditMerge;
import dev.patchbay.host.edit.FieldChange;
import dev.patchbay.host.edit.PendingEdit;
import dev.patchbay.host.edit.SplitPart;
import dev.patchbay.host.match.Match;
import dev.patchbay.host.match.MatchCandidate;
import dev.patchbay.host.record.RecordScope;
import dev.patchbay.host.record.RecordTitle;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Says of each edit in a plan what it would do, for a person to read. */
@Singleton
class PlannedItems {
  private final EditMerge merge;

  @Inject
  PlannedItems(EditMerge merge) {
    this.merge = merge;
  }

  /**
   * @param waiting all edits of the plan
   */
  PushPlan.Item of(Connection database, RecordScope scope, PendingEdit edit, Waiting waiting)
      throws SQLException {
    Optional<Match> match = waiting.match(edit);
    Optional<MatchCandidate> same = match.flatMap(Match::same);
    return item(
        edit,
        same.isPresent()
            ? joined(database, scope, edit, same.get().dataObject())
            : FieldChange.of(edit),
        edit.split().map(part -> split(part, waiting)).orElse(null),
        match.map(found -> twin(scope.type(), found)).orElse(null));
  }

  /** Only what the service does not have yet is sent to the item. */
  private List<FieldChange> joined(
      Connection database, RecordScope scope, PendingEdit edit, Map<String, Object> service)
      throws SQLException {
    return FieldChange.between(service, merge.joined(database, scope, edit, service));
  }

  private static PushPlan.Item item(
      PendingEdit edit, List<FieldChange> changes, PushPlan.Split split, PushPlan.Twin twin) {
    boolean partial = edit.kind() == EditKind.UPDATE || (twin != null && twin.same() != null);
    return new PushPlan.Item(
        edit.recordId(),
        edit.collectionId(),
        edit.kind(),
        RecordTitle.of(edit.dataObject()),
        edit.destination().orElse(null),
        edit.notice().isDue(),
        partial ? changes.stream().map(FieldChange::path).toList() : List.of(),
        changes,
        split,
        twin);
  }

  private static PushPlan.Split split(SplitPart part, Waiting waiting) {
    return new PushPlan.Split(
        part.turn().name().toLowerCase(Locale.ROOT),
        part.from(),
        waiting.edits().stream()
            .filter(edit -> edit.recordId().equals(part.id()))
            .findFirst()
            .map(half -> RecordTitle.of(half.dataObject()))
            .orElse(null));
  }

  private static PushPlan.Twin twin(String type, Match match) {
    return new PushPlan.Twin(
        Match.properties(type),
        match.same().map(MatchCandidate::recordId).orElse(null),
        match.candidates().stream()
            .map(
                one ->
                    new PushPlan.Candidate(
                        one.recordId(), one.collection(), one.title(), one.crmId(), one.isFree()))
            .toList());
  }
}
