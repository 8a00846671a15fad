package dev.patchbay.host.edit;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;

/** Erases what is known of a connection's edits: each holds a copy of a record. */
@Singleton
public class EditEraser {
  private final Edits edits;
  private final CrmLinks links;
  private final Conflicts conflicts;
  private final AnsweredRequests answers;

  @Inject
  public EditEraser(Edits edits, CrmLinks links, Conflicts conflicts, AnsweredRequests answers) {
    this.edits = edits;
    this.links = links;
    this.conflicts = conflicts;
    this.answers = answers;
  }

  public void erase(Connection database, String tenantId, String connectionId) throws SQLException {
    edits.erase(database, tenantId, connectionId);
    links.erase(database, tenantId, connectionId);
    conflicts.erase(database, tenantId, connectionId);
    answers.erase(database, tenantId, connectionId);
  }
}
