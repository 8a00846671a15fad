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

/** Shows what would be sent, also to those who may not send it. */
@Path("v1/connections/{id}/push-plans/{type}")
@Tag(name = "sync")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.SERVER_ADMIN, Roles.ADMIN, Roles.EDITOR, Roles.VIEWER, Roles.CRM})
@Needs(Scope.RECORDS_READ)
public class PushPlanResource {
  private final PushPlans plans;
  private final KnownConnections connections;
  private final CurrentCaller caller;

  @Inject
  PushPlanResource(PushPlans plans, KnownConnections connections, CurrentCaller caller) {
    this.plans = plans;
    this.connections = connections;
    this.caller = caller;
  }

  @GET
  @Operation(
      summary = "Look at what would be sent to the service: the plan that dryRun gives too",
      description =
          "Its hash in the confirm of a sync lets exactly this plan be sent. It is shown while the"
              + " connection is paused as well.")
  public PushPlan get(@PathParam("id") String id, @PathParam("type") String type) {
    connections.require(caller.tenantId(), id);
    return plans.plan(caller.tenantId(), id, type);
  }
}
