package dev.patchbay.host.audit;

import dev.patchbay.host.caller.CurrentCaller;
import dev.patchbay.host.caller.Roles;
import dev.patchbay.host.page.Page;
import dev.patchbay.host.page.PageQuery;
import dev.patchbay.host.problem.ProblemException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Shows what was done and refused. */
@Path("v1/audit-events")
@Tag(name = "watching")
@RolesAllowed({Roles.ADMIN, Roles.SERVER_ADMIN})
public class AuditEventResource {
  private static final String LINES = "application/jsonl";

  private final AuditTrail trail;
  private final CurrentCaller caller;

  @Inject
  public AuditEventResource(AuditTrail trail, CurrentCaller caller) {
    this.trail = trail;
    this.caller = caller;
  }

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "List what was done and refused, the newest first",
      description =
          "Filters: action (whole, or its beginning up to a dot), actor, target, outcome, from, to."
              + " scope=server shows the server's own audit to server admins, who see no other"
              + " unless they are admins too.")
  public Page<AuditEvent> list(
      @BeanParam PageQuery page, @BeanParam AuditFilter filter, @QueryParam("scope") String scope) {
    String chain = AuditReach.chain(caller.get(), Optional.ofNullable(scope));
    return Page.cut(
        page,
        trail.newest(filter.of(chain), before(page.after()), page.rows()),
        event -> Long.toString(event.sequence()));
  }

  @GET
  @Path("export")
  @Produces(LINES)
  @Operation(
      summary = "Export a whole chain, the oldest first, an event a line",
      description = "The launcher's verify-audit command checks such a file without a server.")
  @APIResponse(
      responseCode = "200",
      description = "The chain",
      content = @Content(mediaType = LINES))
  public Response export(@QueryParam("scope") String scope) {
    String chain = AuditReach.chain(caller.get(), Optional.ofNullable(scope));
    return Response.ok(new AuditExport(trail, chain), LINES)
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + chain + ".jsonl\"")
        .build();
  }

  private static long before(String cursor) {
    try {
      return cursor.isEmpty() ? Long.MAX_VALUE : Long.parseLong(cursor);
    } catch (NumberFormatException e) {
      throw ProblemException.badParameter(
          "cursor", "is not a cursor that this list has handed out; leave it out to start again");
    }
  }
}
