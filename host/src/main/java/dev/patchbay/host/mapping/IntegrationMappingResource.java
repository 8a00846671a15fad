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
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What the CRM calls the fields of all connections behind an integration. */
@Path("v1/integrations/{id}/field-mapping")
@Tag(name = "integrations")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class IntegrationMappingResource {
  private final MappingDesk desk;
  private final CurrentCaller caller;

  @Inject
  public IntegrationMappingResource(MappingDesk desk, CurrentCaller caller) {
    this.desk = desk;
    this.caller = caller;
  }

  @GET
  @RolesAllowed({Roles.SERVER_ADMIN, Roles.ADMIN, Roles.EDITOR, Roles.VIEWER, Roles.CRM})
  @Needs(Scope.INTEGRATIONS_READ)
  @Operation(summary = "See what the CRM calls the fields of an integration's records")
  public FieldMapping get(@PathParam("id") String id) {
    return desk.ofIntegration(caller.tenantId(), id);
  }

  @PUT
  @RolesAllowed(Roles.ADMIN)
  @Audited(value = "integration.fields-mapped", tell = "types")
  @Operation(
      summary = "Say what the CRM calls the fields of an integration's records",
      description =
          "Records then tell these names under fields beside their data, and edits may use them."
              + " A name stands for one path of the standard schema, or of a vendor's extension,"
              + " which is where a service keeps custom fields. It holds from the next call on.")
  public FieldMapping put(@PathParam("id") String id, @NotNull @Valid FieldMapping mapping) {
    return desk.keepForIntegration(caller.tenantId(), id, mapping);
  }
}
