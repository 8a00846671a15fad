package dev.patchbay.host.connection;

import dev.patchbay.api.ConnectionContext;
import dev.patchbay.api.ConnectionId;
import dev.patchbay.api.auth.Auth;
import dev.patchbay.host.egress.Departures;
import dev.patchbay.host.egress.EgressGate;
import dev.patchbay.host.egress.Origin;
import dev.patchbay.host.ids.Ids;
import dev.patchbay.host.integration.Integration;
import dev.patchbay.host.integration.IntegrationSecrets;
import dev.patchbay.host.plugin.ReadyPlugin;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.function.Supplier;

/** Makes what a plugin gets for one call, so that nothing of another connection is in reach. */
@Singleton
public class ConnectionContexts {
  private final IntegrationSecrets secrets;
  private final EgressGate gate;
  private final Ids ids;
  private final Clock clock;

  @Inject
  public ConnectionContexts(IntegrationSecrets secrets, EgressGate gate, Ids ids, Clock clock) {
    this.ids = ids;
    this.secrets = secrets;
    this.gate = gate;
    this.clock = clock;
  }

  /**
   * A new call.
   *
   * @param runId the sync run that it is part of; empty text if it is part of none
   */
  public Origin origin(Integration integration, String runId) {
    return new Origin(integration.tenantId(), runId, ids.next("cal"), new Departures());
  }

  /**
   * @param authorization asked at every request of the plugin
   * @param origin what the call is for
   */
  public ConnectionContext of(
      ReadyPlugin plugin,
      Integration integration,
      String connectionId,
      Supplier<Auth> authorization,
      Origin origin) {
    var id = new ConnectionId(connectionId);
    var settings = secrets.settings(integration);
    var sender = plugin.sender(id, settings).from(origin);
    return new OneCall(
        id,
        settings,
        authorization,
        gate.http(sender),
        gate.sockets(sender),
        new MarkedLog(integration.plugin(), connectionId),
        clock,
        origin.departures());
  }
}
