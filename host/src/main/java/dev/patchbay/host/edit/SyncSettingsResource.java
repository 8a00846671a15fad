package dev.patchbay.host.edit;

import dev.patchbay.host.audit.Audited;
import dev.patchbay.host.caller.CurrentCaller;
import dev.patchbay.host.caller.Needs;
import dev.patchbay.host.caller.Roles;
import dev.patchbay.host.caller.Scope;
import dev.patchbay.host.persistence.Database;
import jakarta.annotation.security.RolesAllowed;
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

/** How a type of a connection is kept in sync. */
@Path("v1/connections/{id}/sync-settings/{type}")
@Tag(name = "sync")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class SyncSettingsResource {
  private final Policies policies;
  private final EditScopes scopes;
  private final Database database;
  private final CurrentCaller caller;

  @Inject
  public SyncSettingsResource(
      Policies policies, EditScopes scopes, Database database, CurrentCaller caller) {
    this.policies = policies;
    this.scopes = scopes;
    this.database = database;
    this.caller = caller;
  }

  @GET
  @RolesAllowed({Roles.SERVER_ADMIN, Roles.ADMIN, Roles.EDITOR, Roles.VIEWER, Roles.CRM})
  @Needs(Scope.SYNCS_READ)
  @Operation(summary = "See how a type of a connection is kept in sync")
  public SyncSettings get(@PathParam("id") String id, @PathParam("type") String type) {
    scopes.requireKnown(caller.tenantId(), id);
    return new SyncSettings(database.read(db -> policies.of(db, id, type)));
  }

  @PUT
  @RolesAllowed({Roles.ADMIN, Roles.EDITOR, Roles.CRM})
  @Needs(Scope.SYNCS_RUN)
  @Audited(value = "sync.settings-changed", tell = "policy")
  @Operation(
      summary = "Say who wins where both sides edited the same field",
      description =
          "remote-wins, crm-wins, latest-wins, or ask, where a person decides and the service's"
              + " value stands until then. It holds for edits that meet from now on.")
  public SyncSettings put(
      @PathParam("id") String id,
      @PathParam("type") String type,
      @NotNull @Valid SyncSettings settings) {
    EditScope where = scopes.of(caller.tenantId(), id, type);
    database.<Boolean>write(
        db -> {
          policies.put(db, where.tenantId(), id, type, settings.policy());
          return true;
        });
    return settings;
  }
}
