package dev.patchbay.host.sync;

import dev.patchbay.api.item.Version;
import dev.patchbay.api.sync.Written;
import dev.patchbay.host.edit.EditKind;
import dev.patchbay.host.edit.EditMerge;
import dev.patchbay.host.edit.EditState;
import dev.patchbay.host.edit.Edits;
import dev.patchbay.host.edit.Edits.Intent;
import dev.patchbay.host.edit.Notice;
import dev.patchbay.host.edit.PendingEdit;
import dev.patchbay.host.ids.Ids;
import dev.patchbay.host.record.RecordScope;
import dev.patchbay.host.record.RecordWrite;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** Edits that were sent, as the CRM left them meanwhile. */
@Singleton
class SentEdits {
  private final Edits edits;
  private final EditMerge merge;
  private final Ids ids;

  @Inject
  SentEdits(Edits edits, EditMerge merge, Ids ids) {
    this.edits = edits;
    this.merge = merge;
    this.ids = ids;
  }

  /** The CRM edited the record again while it was sent: that edit waits on top of the answer. */
  String overtaken(Connection connection, RecordScope scope, PendingEdit now, String held)
      throws SQLException {
    if (now.deleted()) {
      Intent rest =
          new Intent(EditKind.DELETE, Optional.of(held), ids.next("key"), now.notice().arrived());
      edits.rebase(connection, scope, now.recordId(), rest);
      return held;
    }
    return merge.merge(connection, scope, arrived(now).on(now.sent().orElseThrow()), held);
  }

  /** Has it sent again, since it surely did not arrive or may be sent in any case. */
  void putBack(Connection connection, RecordScope scope, PendingEdit sent) throws SQLException {
    withdrawn(connection, scope, sent);
    edits.mark(connection, scope, sent.recordId(), EditState.WAITING);
  }

  /** The edit as it is by now, of which this attempt told nobody. */
  PendingEdit withdrawn(Connection connection, RecordScope scope, PendingEdit sent)
      throws SQLException {
    PendingEdit now = present(connection, scope, sent);
    Notice notice = now.notice().withdrawn(sent.notice());
    edits.tell(connection, scope, now.recordId(), notice);
    return now.with(notice);
  }

  static PendingEdit arrived(PendingEdit now) {
    return now.with(now.notice().arrived());
  }

  /**
   * The edit as it is by now.
   *
   * @throws Superseded if it is gone, so that another run was here
   */
  PendingEdit present(Connection connection, RecordScope scope, PendingEdit sent)
      throws SQLException {
    return edits
        .find(connection, scope.connectionId(), scope.type(), sent.recordId())
        .orElseThrow(() -> new Superseded("of " + sent.recordId()));
  }

  /** The record once the service holds that. */
  static RecordWrite write(String recordId, Written written, String data) {
    String version = Optional.of(written.version()).map(Version::value).orElseThrow();
    return new RecordWrite(
        recordId, written.id().externalId(), version, written.fingerprint(), data);
  }
}
