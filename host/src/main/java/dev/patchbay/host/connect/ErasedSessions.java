package dev.patchbay.host.connect;

import dev.patchbay.host.connection.EndUserErased;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Removes the attempts to connect of a person who is erased, those on their way too. */
@Singleton
public class ErasedSessions {
  private final ConnectSessions sessions;

  @Inject
  public ErasedSessions(ConnectSessions sessions) {
    this.sessions = sessions;
  }

  void remove(@Observes EndUserErased erased) {
    sessions.forgetEndUser(erased.tenantId(), erased.endUserId());
  }
}
