package dev.patchbay.host.integration;

import dev.patchbay.host.audit.Audited;
import dev.patchbay.host.caller.CurrentCaller;
import dev.patchbay.host.caller.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Bounds what goes through an integration; the scopes that it asks for are its own. */
@Path("v1/integrations/{id}/permissions")
@Tag(name = "integrations")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.ADMIN)
public class PermissionsResource {
  private final IntegrationSetup setup;
  private final CurrentCaller caller;

  @Inject
  public PermissionsResource(IntegrationSetup setup, CurrentCaller caller) {
    this.setup = setup;
    this.caller = caller;
  }

  @PUT
  @Audited(
      value = "integration.permitted",
      tell = {"types", "actions"})
  @Operation(
      summary = "Say which types and actions may go through an integration",
      description = "It holds from the next call on, also for a sync that is running.")
  public IntegrationSummary allow(
      @PathParam("id") String id, @NotNull @Valid Permissions permissions) {
    return setup.allow(caller.tenantId(), id, permissions);
  }
}
