package dev.patchbay.host.webhook;

import dev.patchbay.host.caller.CurrentCaller;
import dev.patchbay.host.caller.Needs;
import dev.patchbay.host.caller.Roles;
import dev.patchbay.host.caller.Scope;
import dev.patchbay.host.connection.Connections;
import dev.patchbay.host.persistence.Transactions;
import dev.patchbay.host.problem.ProblemException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Shows whether a connection's service tells of changes, or is asked now and then. */
@Path("v1/connections/{id}/subscriptions")
@Tag(name = "webhooks")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.SERVER_ADMIN, Roles.ADMIN, Roles.EDITOR, Roles.VIEWER, Roles.CRM})
@Needs(Scope.CONNECTIONS_READ)
public class SubscriptionResource {
  private final Subscriptions subscriptions;
  private final Connections connections;
  private final Reachability reachability;
  private final Transactions transactions;
  private final CurrentCaller caller;

  @Inject
  public SubscriptionResource(
      Subscriptions subscriptions,
      Connections connections,
      Reachability reachability,
      Transactions transactions,
      CurrentCaller caller) {
    this.subscriptions = subscriptions;
    this.connections = connections;
    this.reachability = reachability;
    this.transactions = transactions;
    this.caller = caller;
  }

  @GET
  @Operation(summary = "Look at how changes at the service come to be known, and of what it tells")
  public SubscriptionList list(@PathParam("id") String id) {
    String tenant = caller.tenantId();
    transactions.call(
        () ->
            connections
                .find(tenant, id)
                .orElseThrow(() -> ProblemException.notFound("connection", id)));
    return SubscriptionList.of(subscriptions.of(tenant, id), reachability.isGiven());
  }
}
