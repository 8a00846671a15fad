package dev.patchbay.host.sync;

import dev.patchbay.host.audit.Audited;
import dev.patchbay.host.caller.CurrentCaller;
import dev.patchbay.host.caller.Needs;
import dev.patchbay.host.caller.Roles;
import dev.patchbay.host.caller.Scope;
import dev.patchbay.host.edit.RecordsEdited;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Shows what would be sent, also to those who may not send it, and asks where nobody can tell. */
@Path("v1/connections/{id}/push-plans/{type}")
@Tag(name = "sync")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class PushPlanResource {
  private final PushPlans plans;
  private final TwinDesk twins;
  private final KnownConnections connections;
  private final Event<RecordsEdited> news;
  private final CurrentCaller caller;

  @Inject
  PushPlanResource(
      PushPlans plans,
      TwinDesk twins,
      KnownConnections connections,
      Event<RecordsEdited> news,
      CurrentCaller caller) {
    this.plans = plans;
    this.twins = twins;
    this.news = news;
    this.connections = connections;
    this.caller = caller;
  }

  @GET
  @RolesAllowed({Roles.SERVER_ADMIN, Roles.ADMIN, Roles.EDITOR, Roles.VIEWER, Roles.CRM})
  @Needs(Scope.RECORDS_READ)
  @Operation(
      summary = "Look at what would be sent to the service: the plan that dryRun gives too",
      description =
          "Its hash in the confirm of a sync lets exactly this plan be sent. It is shown while the"
              + " connection is paused as well.")
  public PushPlan get(@PathParam("id") String id, @PathParam("type") String type) {
    connections.require(caller.tenantId(), id);
    return plans.plan(caller.tenantId(), id, type);
  }

  @PUT
  @Path("twins/{record}")
  @RolesAllowed({Roles.ADMIN, Roles.EDITOR, Roles.CRM})
  @Needs(Scope.RECORDS_WRITE)
  @Audited("record.recognised")
  @Operation(
      summary = "Say which item of the service a new record is, or that it is none of them",
      description =
          "Of the candidates of its twin in the plan. With the next push it becomes one record with"
              + " that item, or is made as a new one. The answer is the plan as it is by then.")
  public PushPlan decide(
      @PathParam("id") String id,
      @PathParam("type") String type,
      @PathParam("record") String record,
      @NotNull @Valid SameItem item) {
    connections.require(caller.tenantId(), id);
    twins.decide(caller.tenantId(), id, type, record, item.same());
    news.fire(new RecordsEdited(caller.tenantId(), id, type));
    return plans.plan(caller.tenantId(), id, type);
  }
}
