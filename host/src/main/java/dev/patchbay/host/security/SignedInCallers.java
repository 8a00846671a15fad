package dev.patchbay.host.security;

import dev.patchbay.host.caller.Caller;
import dev.patchbay.host.caller.OutsideCallers;
import dev.patchbay.host.caller.StandingCallers;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Asks those who let a caller in. */
@Singleton
public class SignedInCallers implements StandingCallers {
  private final Subjects subjects;
  private final OutsideCallers outsiders;

  @Inject
  SignedInCallers(Subjects subjects, OutsideCallers outsiders) {
    this.subjects = subjects;
    this.outsiders = outsiders;
  }

  @Override
  public boolean stillStands(Caller caller) {
    return now(caller).filter(known -> reachesAsFar(known, caller)).isPresent();
  }

  private Optional<Caller> now(Caller caller) {
    return caller.subject().startsWith(OutsideCallers.PREFIX)
        ? outsiders.stillGood(caller.subject(), caller.name(), caller.tenantId(), caller.scopes())
        : subjects.find(caller.subject());
  }

  private static boolean reachesAsFar(Caller known, Caller caller) {
    return known.tenantId().equals(caller.tenantId())
        && known.generation() == caller.generation()
        && known.roles().containsAll(caller.roles())
        && known.scopes().containsAll(caller.scopes());
  }
}
