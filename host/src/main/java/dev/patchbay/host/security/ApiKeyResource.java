package dev.patchbay.host.security;

import dev.patchbay.host.audit.Audited;
import dev.patchbay.host.caller.CurrentCaller;
import dev.patchbay.host.caller.Roles;
import dev.patchbay.host.page.Page;
import dev.patchbay.host.page.PageQuery;
import dev.patchbay.host.persistence.Transactions;
import dev.patchbay.host.problem.ProblemException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The API keys of the caller's tenant. */
@Path("v1/api-keys")
@Tag(name = "access")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.ADMIN)
public class ApiKeyResource {
  private final CurrentCaller current;
  private final ApiKeys keys;
  private final KeyIssuer issuer;
  private final Subjects subjects;
  private final Transactions transactions;

  @Inject
  ApiKeyResource(
      CurrentCaller current,
      ApiKeys keys,
      KeyIssuer issuer,
      Subjects subjects,
      Transactions transactions) {
    this.current = current;
    this.keys = keys;
    this.issuer = issuer;
    this.subjects = subjects;
    this.transactions = transactions;
  }

  @GET
  @Operation(summary = "List the tenant's API keys, without their secrets")
  public Page<ApiKeySummary> list(@BeanParam PageQuery query) {
    return Page.cut(query, keys.list(current.tenantId(), query), ApiKey::id).map(ApiKeySummary::of);
  }

  @POST
  @Audited(
      value = "api-key.created",
      tell = {"name", "scopes"})
  @Operation(summary = "Make an API key; its secret is only in this answer")
  @APIResponse(
      responseCode = "201",
      description = "The key with its secret",
      content = @Content(schema = @Schema(implementation = ApiKeyWithSecret.class)))
  public Response create(@NotNull @Valid NewApiKey request) {
    IssuedKey issued =
        transactions.call(
            () -> issuer.issue(current.tenantId(), request.name().strip(), request.wanted()));
    return created(issued);
  }

  @DELETE
  @Path("{id}")
  @Consumes(MediaType.WILDCARD)
  @Audited("api-key.deleted")
  @Operation(summary = "Delete an API key; its tokens stop within five seconds")
  @APIResponse(responseCode = "204", description = "Deleted")
  public void delete(@PathParam("id") String id) {
    if (!transactions.call(() -> keys.remove(current.tenantId(), id))) {
      throw ProblemException.notFound("API key", id);
    }
    subjects.forget(id);
  }

  static Response created(IssuedKey issued) {
    return Response.created(URI.create("v1/api-keys/" + issued.key().id()))
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .entity(ApiKeyWithSecret.of(issued))
        .build();
  }
}
