package dev.patchbay.host.sync;

import dev.patchbay.host.caller.CurrentCaller;
import dev.patchbay.host.caller.Needs;
import dev.patchbay.host.caller.Roles;
import dev.patchbay.host.caller.Scope;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Shows what a pull would delete and waits with, also to those who may not let it. */
@Path("v1/connections/{id}/pull-plans/{type}")
@Tag(name = "sync")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.SERVER_ADMIN, Roles.ADMIN, Roles.EDITOR, Roles.VIEWER, Roles.CRM})
@Needs(Scope.RECORDS_READ)
public class PullPlanResource {
  private final PullPlans plans;
  private final KnownConnections connections;
  private final CurrentCaller caller;

  @Inject
  PullPlanResource(PullPlans plans, KnownConnections connections, CurrentCaller caller) {
    this.plans = plans;
    this.connections = connections;
    this.caller = caller;
  }

  @GET
  @Operation(
      summary = "Look at the records that would be deleted since the service no longer shows them",
      description =
          "Its hash in the confirm of a sync lets exactly these be deleted. Where the service shows"
              + " them again with a full sync, they leave the plan by themselves.")
  public PullPlan get(@PathParam("id") String id, @PathParam("type") String type) {
    connections.require(caller.tenantId(), id);
    return plans.plan(caller.tenantId(), id, type);
  }
}
