package dev.patchbay.host.sync;

import dev.patchbay.api.error.Rejected;
import dev.patchbay.api.error.VersionConflict;
import dev.patchbay.api.item.Item;
import dev.patchbay.api.item.Version;
import dev.patchbay.api.sync.Target;
import dev.patchbay.api.sync.Written;
import dev.patchbay.host.edit.EditKind;
import dev.patchbay.host.edit.PendingEdit;
import dev.patchbay.host.plugin.PluginDefect;
import dev.patchbay.host.record.RecordScope;
import dev.patchbay.host.record.StoredCollection;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;

/**
 * Sends one edit. Each goes with the version that it was made of, so that it can only be applied to
 * that; where the service holds another one by then, the edit is merged with it and sent again. A
 * new item goes with a key that stays the same, by which it is found again if the answer is lost.
 */
@Singleton
class EditSender {
  private static final int MOST_MERGES = 3;

  private final EditJournal journal;
  private final ReturnedEdits returned;
  private final MovedEdits moves;
  private final Steps steps;

  @Inject
  EditSender(EditJournal journal, ReturnedEdits returned, MovedEdits moves, Steps steps) {
    this.journal = journal;
    this.returned = returned;
    this.moves = moves;
    this.steps = steps;
  }

  /** Sends the edit until the service has it, refuses it, or it is no longer wanted. */
  void send(Route route, String record) {
    Optional<PendingEdit> marked = begin(route, record);
    for (int merges = 0; marked.isPresent(); merges++) {
      PendingEdit edit = marked.get();
      if (edit.destination().isPresent()) {
        move(route, edit, edit.destination().get());
        return;
      }
      if (!hasContent(edit)) {
        returned.drop(route.run(), route.scope(), edit);
        return;
      }
      if (merges == MOST_MERGES) {
        returned.putBack(route.run(), route.scope(), edit);
        return;
      }
      if (isDone(route, edit)) {
        return;
      }
      marked = begin(route, record);
    }
  }

  /** What else was edited is sent to where the item is then. */
  private void move(Route route, PendingEdit edit, String to) {
    Optional<StoredCollection> goal = route.other(to);
    if (goal.isEmpty()) {
      returned.putBack(route.run(), route.scope(), edit);
    } else if (isMoved(route, edit, goal.get())) {
      send(route.to(goal.get()), edit.recordId());
    }
  }

  private boolean isMoved(Route route, PendingEdit edit, StoredCollection goal) {
    try {
      Target target = edit.isMoveAlone() ? target(route, edit) : route.target();
      Written moved = target.move(route.id(edit), goal.collectionId());
      steps.reached(Step.ANSWERED);
      moves.moved(route.run(), route.scope(), route.scope(goal), edit, moved);
      steps.reached(Step.SETTLED);
      return true;
    } catch (VersionConflict e) {
      isMerged(route, edit);
    } catch (Rejected e) {
      returned.refuse(route.run(), route.scope(), edit, e);
    } catch (PluginDefect e) {
      setAside(route.run(), route.scope(), edit, e);
    }
    return false;
  }

  private Optional<PendingEdit> begin(Route route, String record) {
    Optional<PendingEdit> marked = journal.begin(route.run(), route.scope(), record);
    steps.reached(Step.MARKED);
    return marked;
  }

  private static boolean hasContent(PendingEdit edit) {
    return edit.kind() != EditKind.UPDATE || !edit.patch().isEmpty();
  }

  /** Returns false if the edit was merged anew and has to be sent again. */
  private boolean isDone(Route route, PendingEdit edit) {
    HeldRun run = route.run();
    RecordScope scope = route.scope();
    try {
      Optional<Written> answer = perform(route, edit);
      steps.reached(Step.ANSWERED);
      if (answer.isPresent()) {
        journal.settle(run, scope, edit, answer.get());
      } else {
        journal.settleDeletion(run, scope, edit);
      }
      steps.reached(Step.SETTLED);
      return true;
    } catch (VersionConflict e) {
      return !isMerged(route, edit);
    } catch (Rejected e) {
      returned.refuse(run, scope, edit, e);
      return true;
    } catch (PluginDefect e) {
      setAside(run, scope, edit, e);
      return true;
    }
  }

  private static Target target(Route route, PendingEdit edit) {
    return edit.notice().isDue() ? route.target().notifying() : route.target();
  }

  private static Optional<Written> perform(Route route, PendingEdit edit) {
    Target target = target(route, edit);
    return switch (edit.kind()) {
      case CREATE ->
          Optional.of(
              target.create(
                  route.collectionId(), Item.of(target.type(), edit.dataObject()), edit.key()));
      case UPDATE ->
          Optional.of(
              target.update(
                  route.id(edit),
                  edit.patch().basedOn(Item.of(target.type(), edit.baseObject())),
                  version(edit)));
      case DELETE -> {
        requireNotMoved(route, edit);
        target.delete(route.id(edit), version(edit));
        yield Optional.empty();
      }
    };
  }

  /** To a service an item that was moved is gone, and what is gone counts as deleted. */
  private static void requireNotMoved(Route route, PendingEdit edit) {
    if (!route.others().isEmpty() && isGone(route, edit)) {
      throw new VersionConflict("The item " + edit.externalId() + " left its collection");
    }
  }

  private static boolean isGone(Route route, PendingEdit edit) {
    try {
      return route.target().read(route.id(edit)).isEmpty();
    } catch (Rejected cannotTell) {
      return false;
    }
  }

  private static Version version(PendingEdit edit) {
    return new Version(edit.externalVersion().orElse(""));
  }

  private boolean isMerged(Route route, PendingEdit edit) {
    HeldRun run = route.run();
    RecordScope scope = route.scope();
    try {
      Optional<Written> fresh = route.target().read(route.id(edit));
      steps.reached(Step.REREAD);
      if (fresh.isEmpty() && edit.kind() != EditKind.CREATE && hasMoved(route, edit)) {
        return false;
      }
      journal.mergeWith(run, scope, edit, fresh);
      steps.reached(Step.MERGED_AGAIN);
      return true;
    } catch (Rejected e) {
      returned.putBack(run, scope, edit);
      return false;
    }
  }

  /**
   * An item that left may be in another collection by now; there its edit waits for the next run.
   */
  private boolean hasMoved(Route route, PendingEdit edit) {
    return route.others().stream()
        .filter(other -> route.target().read(Route.id(other, edit)).isPresent())
        .anyMatch(other -> moves.move(route.run(), route.scope(), route.scope(other), edit));
  }

  private void setAside(HeldRun run, RecordScope scope, PendingEdit edit, PluginDefect defect) {
    if (edit.kind() == EditKind.CREATE) {
      returned.giveUp(run, scope, edit, defect);
    } else {
      returned.setAside(run, scope, edit, defect);
    }
  }

  /** Finds out what became of an edit whose answer nobody saw. */
  void recover(Route route, PendingEdit edit) {
    HeldRun run = route.run();
    RecordScope scope = route.scope();
    if (edit.kind() == EditKind.UPDATE && (edit.isOvertaken() || edit.notice().isDue())) {
      isMerged(route, edit);
      return;
    }
    if (edit.kind() != EditKind.CREATE) {
      returned.putBack(run, scope, edit);
      return;
    }
    try {
      if (!isFound(route, route.collection(), edit)
          && route.others().stream().noneMatch(other -> isFound(route, other, edit))) {
        returned.putBack(run, scope, edit);
      }
    } catch (Rejected | PluginDefect e) {
      returned.giveUp(run, scope, edit, e);
    }
  }

  /** What was made may have been moved since. */
  private boolean isFound(Route route, StoredCollection collection, PendingEdit edit) {
    Optional<Written> made = route.target().find(collection.collectionId(), edit.key());
    if (made.isEmpty()) {
      return false;
    }
    RecordScope place = route.scope(collection);
    if (!place.equals(route.scope())) {
      moves.move(route.run(), route.scope(), place, edit);
    }
    journal.settle(route.run(), place, edit, made.get());
    return true;
  }
}
