package dev.patchbay.host.security;

import dev.patchbay.host.caller.Caller;
import dev.patchbay.host.caller.OutsideCallers;
import dev.patchbay.host.caller.Scope;
import dev.patchbay.host.caller.StandingCallers;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;

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
    return find(caller.subject(), caller.name(), caller.tenantId(), caller.scopes())
        .filter(known -> reachesAsFar(known, caller))
        .isPresent();
  }

  /**
   * Who a subject is by now.
   *
   * @param name what an outsider was called, whom nobody here keeps
   */
  Optional<Caller> find(String subject, String name, String tenant, Set<Scope> scopes) {
    return subject.startsWith(OutsideCallers.PREFIX)
        ? outsiders.stillGood(subject, name, tenant, scopes)
        : subjects.find(subject);
  }

  private static boolean reachesAsFar(Caller known, Caller caller) {
    return known.tenantId().equals(caller.tenantId())
        && known.generation() == caller.generation()
        && known.roles().containsAll(caller.roles())
        && known.scopes().containsAll(caller.scopes());
  }
}
