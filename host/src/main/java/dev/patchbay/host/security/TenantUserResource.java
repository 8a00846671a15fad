package dev.patchbay.host.security;

import dev.patchbay.host.audit.Audited;
import dev.patchbay.host.caller.CurrentCaller;
import dev.patchbay.host.caller.Roles;
import dev.patchbay.host.problem.ProblemException;
import dev.patchbay.host.tenant.Tenant;
import dev.patchbay.host.tenant.Tenants;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Lets the operator of the server make the first people of a tenant. */
@Path("v1/tenants/{tenantId}/users")
@Tag(name = "access")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.SERVER_ADMIN)
public class TenantUserResource {
  private final CurrentCaller current;
  private final Tenants tenants;
  private final UserAdministration administration;

  @Inject
  TenantUserResource(CurrentCaller current, Tenants tenants, UserAdministration administration) {
    this.current = current;
    this.tenants = tenants;
    this.administration = administration;
  }

  @POST
  @Audited(
      value = "user.created",
      tell = {"name", "roles"})
  @Operation(summary = "Let a person into a tenant")
  @APIResponse(
      responseCode = "201",
      description = "The user",
      content = @Content(schema = @Schema(implementation = UserSummary.class)))
  public Response create(@PathParam("tenantId") String tenantId, @NotNull @Valid NewUser request) {
    User user = administration.add(current.get(), existing(tenantId).id(), request);
    return Response.created(URI.create("v1/users/" + user.id()))
        .entity(UserSummary.of(user))
        .build();
  }

  private Tenant existing(String tenantId) {
    return tenants.find(tenantId).orElseThrow(() -> ProblemException.notFound("tenant", tenantId));
  }
}
