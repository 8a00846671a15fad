package dev.patchbay.host.security;

import dev.patchbay.host.audit.Actor;
import dev.patchbay.host.audit.Audit;
import dev.patchbay.host.audit.Deed;
import dev.patchbay.host.audit.Refusals;
import dev.patchbay.host.caller.Caller;
import dev.patchbay.host.credential.Place;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Tells who signed in and who was not let in, to the tenant whose name was used. */
@Singleton
class SignInAudit {
  private static final String ACTION = "signed-in";

  private final Audit audit;
  private final Refusals refusals;

  @Inject
  SignInAudit(Audit audit, Refusals refusals) {
    this.audit = audit;
    this.refusals = refusals;
  }

  void succeeded(Caller caller, String address) {
    audit.record(
        Deed.done(caller.tenantId(), Actor.of(caller), ACTION, caller.subject())
            .with("address", address));
  }

  /** Tells of somebody who came in without a password. */
  void succeededBy(String way, Caller caller, String address) {
    audit.record(
        Deed.done(caller.tenantId(), Actor.of(caller), ACTION, caller.subject())
            .with("address", address)
            .with("by", way));
  }

  /** Tells of somebody whom the tenant's provider sent in vain. */
  void refusedBecause(String why, String tenantId, String address) {
    refusals.tell(
        Deed.refused(tenantId, Actor.BROWSER, ACTION, "")
            .with("address", address)
            .with("reason", why));
  }

  /**
   * @param meant whose name was used; nothing if there is nobody of that name
   */
  void refused(Optional<Caller> meant, String address) {
    Deed refusal =
        meant
            .map(one -> Deed.refused(one.tenantId(), Actor.of(one), ACTION, one.subject()))
            .orElse(Deed.refused(Place.SERVER, Actor.UNKNOWN, ACTION, ""));
    refusals.tell(meant.isPresent() ? refusal.with("address", address) : refusal);
  }
}
