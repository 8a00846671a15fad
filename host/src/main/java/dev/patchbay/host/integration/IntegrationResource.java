package dev.patchbay.host.integration;

import dev.patchbay.host.audit.Audited;
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
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** A tenant's set-ups of plugins. */
@Path("v1/integrations")
@Tag(name = "integrations")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class IntegrationResource {
  private final IntegrationSetup setup;
  private final CurrentCaller caller;

  @Inject
  public IntegrationResource(IntegrationSetup setup, CurrentCaller caller) {
    this.setup = setup;
    this.caller = caller;
  }

  @GET
  @RolesAllowed({Roles.SERVER_ADMIN, Roles.ADMIN, Roles.EDITOR, Roles.VIEWER, Roles.CRM})
  @Needs(Scope.INTEGRATIONS_READ)
  @Operation(summary = "List the integrations")
  public Page<IntegrationSummary> list(@BeanParam PageQuery query) {
    return setup.list(caller.tenantId(), query);
  }

  @GET
  @Path("{id}")
  @RolesAllowed({Roles.SERVER_ADMIN, Roles.ADMIN, Roles.EDITOR, Roles.VIEWER, Roles.CRM})
  @Needs(Scope.INTEGRATIONS_READ)
  @Operation(summary = "Look at an integration")
  public IntegrationSummary get(@PathParam("id") String id) {
    return setup.get(caller.tenantId(), id);
  }

  @POST
  @RolesAllowed(Roles.ADMIN)
  @Audited(
      value = "integration.created",
      tell = {"plugin", "name", "scopes"})
  @Operation(summary = "Set up a plugin")
  public Response create(@NotNull @Valid IntegrationDraft draft) {
    var made = setup.create(caller.tenantId(), draft);
    return Response.created(URI.create("v1/integrations/" + made.id())).entity(made).build();
  }

  @PATCH
  @Path("{id}")
  @RolesAllowed(Roles.ADMIN)
  @Audited(
      value = "integration.changed",
      tell = {"name", "scopes"})
  @Operation(summary = "Change an integration; what is left out stays as it is")
  public IntegrationSummary change(
      @PathParam("id") String id, @NotNull @Valid IntegrationChange change) {
    return setup.change(caller.tenantId(), id, change);
  }

  @DELETE
  @Path("{id}")
  @RolesAllowed(Roles.ADMIN)
  @Audited("integration.removed")
  @Operation(summary = "Remove an integration behind which nothing is connected any more")
  public void remove(@PathParam("id") String id) {
    setup.remove(caller.tenantId(), id);
  }
}
