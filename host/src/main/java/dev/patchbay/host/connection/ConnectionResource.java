package dev.patchbay.host.connection;

import dev.patchbay.host.audit.Audited;
import dev.patchbay.host.audit.NotAudited;
import dev.patchbay.host.caller.CurrentCaller;
import dev.patchbay.host.caller.Needs;
import dev.patchbay.host.caller.Roles;
import dev.patchbay.host.caller.Scope;
import dev.patchbay.host.page.Page;
import dev.patchbay.host.page.PageQuery;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The authorised accounts of a tenant. */
@Path("v1/connections")
@Tag(name = "connections")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ConnectionResource {
  private final ConnectionOverview overview;
  private final ConnectionChanges changes;
  private final ConnectionCheck check;
  private final Disconnection disconnection;
  private final CurrentCaller caller;

  @Inject
  public ConnectionResource(
      ConnectionOverview overview,
      ConnectionChanges changes,
      ConnectionCheck check,
      Disconnection disconnection,
      CurrentCaller caller) {
    this.overview = overview;
    this.changes = changes;
    this.check = check;
    this.disconnection = disconnection;
    this.caller = caller;
  }

  @GET
  @RolesAllowed({Roles.SERVER_ADMIN, Roles.ADMIN, Roles.EDITOR, Roles.VIEWER, Roles.CRM})
  @Needs(Scope.CONNECTIONS_READ)
  @Operation(summary = "List the connections")
  public Page<ConnectionSummary> list(@BeanParam PageQuery query) {
    return overview.list(caller.tenantId(), query);
  }

  @GET
  @Path("{id}")
  @RolesAllowed({Roles.SERVER_ADMIN, Roles.ADMIN, Roles.EDITOR, Roles.VIEWER, Roles.CRM})
  @Needs(Scope.CONNECTIONS_READ)
  @Operation(summary = "Look at a connection")
  public ConnectionSummary get(@PathParam("id") String id) {
    return overview.get(caller.tenantId(), id);
  }

  @PATCH
  @Path("{id}")
  @RolesAllowed({Roles.ADMIN, Roles.EDITOR, Roles.CRM})
  @Audited("connection.renamed")
  @Needs(Scope.CONNECTIONS_WRITE)
  @Operation(summary = "Rename a connection")
  public ConnectionSummary change(
      @PathParam("id") String id, @NotNull @Valid ConnectionChange change) {
    changes.rename(caller.tenantId(), id, change.name());
    return overview.get(caller.tenantId(), id);
  }

  @POST
  @Path("{id}/check")
  @Consumes(MediaType.WILDCARD)
  @RolesAllowed({Roles.ADMIN, Roles.EDITOR, Roles.CRM})
  @NotAudited("it changes nothing that a person decided")
  @Needs(Scope.CONNECTIONS_WRITE)
  @Operation(summary = "Ask the service now whether the connection works")
  public ConnectionSummary check(@PathParam("id") String id) {
    check.run(caller.tenantId(), id);
    return overview.get(caller.tenantId(), id);
  }

  @POST
  @Path("{id}/pause")
  @Consumes(MediaType.WILDCARD)
  @RolesAllowed({Roles.ADMIN, Roles.EDITOR, Roles.CRM})
  @Audited("connection.paused")
  @Needs(Scope.CONNECTIONS_WRITE)
  @Operation(summary = "Stop syncing for the time being")
  public ConnectionSummary pause(@PathParam("id") String id) {
    changes.pause(caller.tenantId(), id);
    return overview.get(caller.tenantId(), id);
  }

  @POST
  @Path("{id}/resume")
  @Consumes(MediaType.WILDCARD)
  @RolesAllowed({Roles.ADMIN, Roles.EDITOR, Roles.CRM})
  @Audited("connection.resumed")
  @Needs(Scope.CONNECTIONS_WRITE)
  @Operation(summary = "Go on after a pause")
  public ConnectionSummary resume(@PathParam("id") String id) {
    changes.resume(caller.tenantId(), id);
    return overview.get(caller.tenantId(), id);
  }

  @DELETE
  @Path("{id}")
  @RolesAllowed({Roles.ADMIN, Roles.EDITOR, Roles.CRM})
  @NotAudited("the end of a connection is told where it ends, see ConnectionAudit")
  @Needs(Scope.CONNECTIONS_WRITE)
  @Operation(summary = "Revoke the grant and disconnect; records are kept or erased")
  public void disconnect(
      @PathParam("id") String id, @QueryParam("records") @DefaultValue("keep") String records) {
    disconnection.run(caller.tenantId(), id, RecordDisposal.of(records));
  }
}
