package dev.patchbay.host.sync;

import dev.patchbay.host.record.Deletion;
import dev.patchbay.host.record.RecordWrite;
import java.util.List;

/**
 * What of a batch is written once it agrees with the edits of the CRM.
 *
 * @param growth by how many the collection's live records grow
 */
record Reconciled(
    List<RecordWrite> inserts, List<RecordWrite> updates, List<Deletion> deletions, int growth) {

  /** The batch as it is, where no edit waits. */
  static Reconciled asItIs(Batch batch) {
    return new Reconciled(batch.inserts(), batch.updates(), batch.deletions(), batch.growth());
  }
}
