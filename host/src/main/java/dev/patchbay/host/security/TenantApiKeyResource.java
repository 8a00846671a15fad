package dev.patchbay.host.security;

import dev.patchbay.host.audit.Audited;
import dev.patchbay.host.caller.Roles;
import dev.patchbay.host.persistence.Transactions;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Lets the operator of the server open any tenant's door to its CRM. */
@Path("v1/tenants/{tenantId}/api-keys")
@Tag(name = "access")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.SERVER_ADMIN)
public class TenantApiKeyResource {
  private final Tenants tenants;
  private final KeyIssuer issuer;
  private final Transactions transactions;

  @Inject
  TenantApiKeyResource(Tenants tenants, KeyIssuer issuer, Transactions transactions) {
    this.tenants = tenants;
    this.issuer = issuer;
    this.transactions = transactions;
  }

  @POST
  @Audited(
      value = "api-key.created",
      tell = {"name", "scopes"})
  @Operation(summary = "Make an API key for a tenant; its secret is only in this answer")
  @APIResponse(
      responseCode = "201",
      description = "The key with its secret",
      content = @Content(schema = @Schema(implementation = ApiKeyWithSecret.class)))
  public Response create(
      @PathParam("tenantId") String tenantId, @NotNull @Valid NewApiKey request) {
    return ApiKeyResource.created(
        transactions.call(
            () -> issuer.issue(existing(tenantId).id(), request.name().strip(), request.wanted())));
  }

  private Tenant existing(String tenantId) {
    return tenants.find(tenantId).orElseThrow(() -> ProblemException.notFound("tenant", tenantId));
  }
}
