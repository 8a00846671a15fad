package dev.patchbay.host.connection;

import dev.patchbay.host.audit.Actor;
import dev.patchbay.host.audit.Audit;
import dev.patchbay.host.audit.Audited;
import dev.patchbay.host.audit.Deed;
import dev.patchbay.host.audit.NotAudited;
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
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * The credential of a connection. Its access token is handed out to API keys that were made for it
 * and to nobody else; what could make further tokens (refresh token, client secret) never leaves.
 * What was typed in can be replaced.
 */
@Path("v1/connections/{id}/credential")
@Tag(name = "connections")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class CredentialResource {
  private final LiveConnections live;
  private final CredentialReplacement replacement;
  private final ConnectionOverview overview;
  private final CurrentCaller caller;
  private final Audit audit;

  @Inject
  public CredentialResource(
      LiveConnections live,
      CredentialReplacement replacement,
      ConnectionOverview overview,
      CurrentCaller caller,
      Audit audit) {
    this.live = live;
    this.replacement = replacement;
    this.overview = overview;
    this.caller = caller;
    this.audit = audit;
  }

  @GET
  @Consumes(MediaType.WILDCARD)
  @RolesAllowed(Roles.CRM)
  @Needs(Scope.CREDENTIALS_READ)
  @Operation(
      summary = "Read the present access token of a connection",
      description = "For calls that Patchbay does not make itself. It is renewed first if due.")
  @APIResponse(
      responseCode = "200",
      description = "The token",
      content = @Content(schema = @Schema(implementation = RevealedCredential.class)))
  public Response read(@PathParam("id") String id) {
    var token = live.accessToken(caller.tenantId(), id);
    var actor = Actor.of(caller.get());
    audit.record(Deed.done(caller.tenantId(), actor, "credential.revealed", id));
    return Response.ok(new RevealedCredential(token.reveal()))
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }

  @PUT
  @RolesAllowed({Roles.ADMIN, Roles.EDITOR, Roles.CRM})
  @Needs(Scope.CONNECTIONS_WRITE)
  @NotAudited("it is told where it happens, see ConnectionAudit")
  @Operation(
      summary = "Replace what was typed in for a connection: an API key, a password, a client",
      description =
          "The service is asked first; if it refuses, the old one stays in use and its words are in"
              + " the answer. Connections that a person consented to are connected again instead.")
  public ConnectionSummary replace(
      @PathParam("id") String id, @NotNull @Valid NewCredential given) {
    replacement.replace(caller.tenantId(), id, given);
    return overview.get(caller.tenantId(), id);
  }

  @PATCH
  @RolesAllowed({Roles.ADMIN, Roles.EDITOR, Roles.CRM})
  @Needs(Scope.CONNECTIONS_WRITE)
  @Audited(
      value = "connection.end-expected",
      tell = {"endsAt"})
  @Operation(
      summary = "Say when what was typed in ends, so that it is announced 14 days before",
      description = "Null if it does not end, or nobody knows.")
  public ConnectionSummary expectEnd(@PathParam("id") String id, @NotNull @Valid ExpectedEnd end) {
    replacement.expectEnd(caller.tenantId(), id, end);
    return overview.get(caller.tenantId(), id);
  }
}
