package dev.patchbay.host.sync;

import dev.patchbay.host.edit.RecordsEdited;
import dev.patchbay.host.persistence.Database;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Has edits of the CRM sent soon, where a person agreed to it once. */
@Singleton
class EditNews {
  private final Database database;
  private final PushConsents consents;
  private final Syncs syncs;

  @Inject
  EditNews(Database database, PushConsents consents, Syncs syncs) {
    this.database = database;
    this.consents = consents;
    this.syncs = syncs;
  }

  void edited(@Observes RecordsEdited news) {
    if (database.read(db -> consents.any(db, news.connectionId(), news.type()))) {
      syncs.request(new TaskName(news.connectionId(), news.type()), Wish.both());
    }
  }
}
