package dev.patchbay.host.connection;

import dev.patchbay.host.audit.Actor;
import dev.patchbay.host.audit.Audit;
import dev.patchbay.host.audit.Deed;
import dev.patchbay.host.caller.CurrentCaller;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.function.Supplier;

/** Tells that a grant was given, lost, found or given up, in the transaction in which it was. */
@Singleton
public class ConnectionAudit {
  private final Audit audit;
  private final CurrentCaller caller;

  @Inject
  public ConnectionAudit(Audit audit, CurrentCaller caller) {
    this.audit = audit;
    this.caller = caller;
  }

  void tell(@Observes ConnectionEstablished event) {
    audit.record(
        Deed.done(
            event.tenantId(),
            actor(() -> Actor.BROWSER),
            "connection.established",
            event.connectionId()));
  }

  void tell(@Observes ConnectionEnded event) {
    audit.record(
        Deed.done(
                event.tenantId(),
                actor(() -> Actor.SERVER),
                "connection.disconnected",
                event.connectionId())
            .with("records", event.records().name().toLowerCase(Locale.ROOT)));
  }

  void tell(@Observes ConnectionLost event) {
    audit.record(
        Deed.done(event.tenantId(), Actor.SERVER, "connection.lost", event.connectionId()));
  }

  void tell(@Observes ConnectionRecovered event) {
    audit.record(
        Deed.done(event.tenantId(), Actor.SERVER, "connection.recovered", event.connectionId()));
  }

  void tell(@Observes RecordsDiscarded event) {
    audit.record(
        Deed.done(
            event.tenantId(),
            actor(() -> Actor.SERVER),
            "connection.records-erased",
            event.connectionId()));
  }

  void tell(@Observes CredentialReplaced event) {
    audit.record(
        Deed.done(
            event.tenantId(),
            actor(() -> Actor.SERVER),
            "connection.credential-replaced",
            event.connectionId()));
  }

  void tell(@Observes CredentialEnding event) {
    audit.record(
        Deed.done(event.tenantId(), Actor.SERVER, "connection.ending", event.connectionId())
            .with("endsAt", event.endsAt().toString()));
  }

  void tell(@Observes EndUserErased event) {
    audit.record(
        Deed.done(
            event.tenantId(), actor(() -> Actor.SERVER), "end-user.erased", event.endUserId()));
  }

  private Actor actor(Supplier<Actor> otherwise) {
    try {
      return caller.find().map(Actor::of).orElseGet(otherwise);
    } catch (ContextNotActiveException noRequest) {
      return otherwise.get();
    }
  }
}
