package dev.patchbay.host.connection;

import dev.patchbay.host.event.EventLog;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Map;

/** Tells who follows of the life of connections, in the transaction in which it goes on. */
@Singleton
public class ConnectionFeed {
  private final EventLog events;

  @Inject
  public ConnectionFeed(EventLog events) {
    this.events = events;
  }

  void tell(@Observes ConnectionEstablished event) {
    events.append(event.tenantId(), "connection.established", event.connectionId(), Map.of());
  }

  void tell(@Observes ConnectionLost event) {
    events.append(event.tenantId(), "connection.lost", event.connectionId(), Map.of());
  }

  void tell(@Observes ConnectionRecovered event) {
    events.append(event.tenantId(), "connection.recovered", event.connectionId(), Map.of());
  }

  void tell(@Observes CredentialEnding event) {
    events.append(
        event.tenantId(),
        "connection.ending",
        event.connectionId(),
        Map.of("endsAt", event.endsAt().toString()));
  }

  void tell(@Observes CredentialReplaced event) {
    events.append(
        event.tenantId(), "connection.credential-replaced", event.connectionId(), Map.of());
  }

  void tell(@Observes EndUserErased event) {
    events.append(event.tenantId(), "end-user.erased", event.endUserId(), Map.of());
  }

  void tell(@Observes ConnectionEnded event) {
    events.append(
        event.tenantId(),
        "connection.disconnected",
        event.connectionId(),
        Map.of("records", event.records().name().toLowerCase(Locale.ROOT)));
  }

  void paused(String tenantId, String connectionId) {
    events.append(tenantId, "connection.paused", connectionId, Map.of());
  }

  void resumed(String tenantId, String connectionId) {
    events.append(tenantId, "connection.resumed", connectionId, Map.of());
  }
}
