package dev.patchbay.host.sync;

import dev.patchbay.api.error.Rejected;
import dev.patchbay.api.error.VersionConflict;
import dev.patchbay.api.item.Item;
import dev.patchbay.api.item.ItemId;
import dev.patchbay.api.item.Version;
import dev.patchbay.api.sync.CollectionId;
import dev.patchbay.api.sync.Target;
import dev.patchbay.api.sync.Written;
import dev.patchbay.host.edit.EditKind;
import dev.patchbay.host.edit.PendingEdit;
import dev.patchbay.host.plugin.PluginDefect;
import dev.patchbay.host.record.RecordScope;
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
  private final Steps steps;

  @Inject
  EditSender(EditJournal journal, Steps steps) {
    this.journal = journal;
    this.steps = steps;
  }

  /** Sends the edit until the service has it, refuses it, or it is no longer wanted. */
  void send(HeldRun run, Target target, RecordScope scope, CollectionId collection, String record) {
    Optional<PendingEdit> marked = begin(run, scope, record);
    for (int merges = 0; marked.isPresent(); merges++) {
      PendingEdit edit = marked.get();
      if (!hasContent(edit)) {
        journal.drop(run, scope, edit);
        return;
      }
      if (merges == MOST_MERGES) {
        journal.putBack(run, scope, edit);
        return;
      }
      if (isDone(run, target, scope, collection, edit)) {
        return;
      }
      marked = begin(run, scope, record);
    }
  }

  private Optional<PendingEdit> begin(HeldRun run, RecordScope scope, String record) {
    Optional<PendingEdit> marked = journal.begin(run, scope, record);
    steps.reached(Step.MARKED);
    return marked;
  }

  private static boolean hasContent(PendingEdit edit) {
    return edit.kind() != EditKind.UPDATE || !edit.patch().isEmpty();
  }

  /** Returns false if the edit was merged anew and has to be sent again. */
  private boolean isDone(
      HeldRun run, Target target, RecordScope scope, CollectionId collection, PendingEdit edit) {
    try {
      Optional<Written> answer = perform(target, collection, edit);
      steps.reached(Step.ANSWERED);
      if (answer.isPresent()) {
        journal.settle(run, scope, edit, answer.get());
      } else {
        journal.settleDeletion(run, scope, edit);
      }
      steps.reached(Step.SETTLED);
      return true;
    } catch (VersionConflict e) {
      return !isMerged(run, target, scope, collection, edit);
    } catch (Rejected e) {
      journal.refuse(run, scope, edit, e);
      return true;
    } catch (PluginDefect e) {
      setAside(run, scope, edit, e);
      return true;
    }
  }

  private static Optional<Written> perform(
      Target target, CollectionId collection, PendingEdit edit) {
    return switch (edit.kind()) {
      case CREATE ->
          Optional.of(
              target.create(collection, Item.of(target.type(), edit.dataObject()), edit.key()));
      case UPDATE ->
          Optional.of(
              target.update(
                  id(collection, edit),
                  edit.patch().basedOn(Item.of(target.type(), edit.baseObject())),
                  version(edit)));
      case DELETE -> {
        target.delete(id(collection, edit), version(edit));
        yield Optional.empty();
      }
    };
  }

  private static ItemId id(CollectionId collection, PendingEdit edit) {
    return new ItemId(collection.value(), edit.externalId());
  }

  private static Version version(PendingEdit edit) {
    return new Version(edit.externalVersion().orElse(""));
  }

  private boolean isMerged(
      HeldRun run, Target target, RecordScope scope, CollectionId collection, PendingEdit edit) {
    try {
      Optional<Written> fresh = target.read(id(collection, edit));
      steps.reached(Step.REREAD);
      journal.mergeWith(run, scope, edit, fresh);
      steps.reached(Step.MERGED_AGAIN);
      return true;
    } catch (Rejected e) {
      journal.putBack(run, scope, edit);
      return false;
    }
  }

  private void setAside(HeldRun run, RecordScope scope, PendingEdit edit, PluginDefect defect) {
    if (edit.kind() == EditKind.CREATE) {
      journal.giveUp(run, scope, edit, defect);
    } else {
      journal.refuse(run, scope, edit, defect);
    }
  }

  /** Finds out what became of an edit whose answer nobody saw. */
  void recover(
      HeldRun run, Target target, RecordScope scope, CollectionId collection, PendingEdit edit) {
    if (edit.kind() == EditKind.UPDATE && edit.isOvertaken()) {
      isMerged(run, target, scope, collection, edit);
      return;
    }
    if (edit.kind() != EditKind.CREATE) {
      journal.putBack(run, scope, edit);
      return;
    }
    try {
      Optional<Written> made = target.find(collection, edit.key());
      if (made.isPresent()) {
        journal.settle(run, scope, edit, made.get());
      } else {
        journal.putBack(run, scope, edit);
      }
    } catch (Rejected | PluginDefect e) {
      journal.giveUp(run, scope, edit, e);
    }
  }
}
