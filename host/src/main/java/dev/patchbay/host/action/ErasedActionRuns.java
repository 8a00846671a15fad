package dev.patchbay.host.action;

import dev.patchbay.host.connection.EndUserErased;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Removes what was done over the connections of a person who is erased. */
@Singleton
public class ErasedActionRuns {
  private final ActionRuns runs;

  @Inject
  public ErasedActionRuns(ActionRuns runs) {
    this.runs = runs;
  }

  void remove(@Observes EndUserErased erased) {
    runs.erase(erased.tenantId(), erased.connectionIds());
  }
}
