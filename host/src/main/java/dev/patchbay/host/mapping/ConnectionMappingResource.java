package dev.patchbay.host.mapping;

import dev.patchbay.host.audit.Audited;
import dev.patchbay.host.caller.CurrentCaller;
import dev.patchbay.host.caller.Needs;
import dev.patchbay.host.caller.Roles;
import dev.patchbay.host.caller.Scope;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What the CRM calls the fields of one connection, where it differs from its integration. */
@Path("v1/connections/{id}/field-mapping")
@Tag(name = "connections")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ConnectionMappingResource {
  private final MappingDesk desk;
  private final CurrentCaller caller;

  @Inject
  public ConnectionMappingResource(MappingDesk desk, CurrentCaller caller) {
    this.desk = desk;
    this.caller = caller;
  }

  @GET
  @RolesAllowed({Roles.SERVER_ADMIN, Roles.ADMIN, Roles.EDITOR, Roles.VIEWER, Roles.CRM})
  @Needs(Scope.CONNECTIONS_READ)
  @Operation(
      summary = "See what the CRM calls the fields of a connection's records",
      description = "With effective=true, the integration's names for the other types as well.")
  public FieldMapping get(
      @PathParam("id") String id,
      @QueryParam("effective") @DefaultValue("false") boolean effective) {
    return effective
        ? desk.effective(caller.tenantId(), id)
        : desk.ofConnection(caller.tenantId(), id);
  }

  @PUT
  @RolesAllowed({Roles.ADMIN, Roles.EDITOR, Roles.CRM})
  @Needs(Scope.CONNECTIONS_WRITE)
  @Audited(value = "connection.fields-mapped", tell = "types")
  @Operation(
      summary = "Say what the CRM calls the fields of a connection's records",
      description = "A type that is named stands instead of the integration's mapping of it.")
  public FieldMapping put(@PathParam("id") String id, @NotNull @Valid FieldMapping mapping) {
    return desk.keepForConnection(caller.tenantId(), id, mapping);
  }
}
