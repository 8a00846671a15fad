package dev.patchbay.host.edit;

import dev.patchbay.host.audit.Audited;
import dev.patchbay.host.caller.CurrentCaller;
import dev.patchbay.host.caller.Needs;
import dev.patchbay.host.caller.Roles;
import dev.patchbay.host.caller.Scope;
import dev.patchbay.host.page.Page;
import dev.patchbay.host.page.PageQuery;
import dev.patchbay.host.problem.ProblemException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * Fields that the CRM and the service both edited: what waits for a person, and what was decided.
 */
@Path("v1/connections/{connection}/conflicts")
@Tag(name = "sync")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ConflictResource {
  private final ConflictDesk desk;
  private final Event<RecordsEdited> news;
  private final CurrentCaller caller;

  @Inject
  public ConflictResource(ConflictDesk desk, Event<RecordsEdited> news, CurrentCaller caller) {
    this.desk = desk;
    this.news = news;
    this.caller = caller;
  }

  @GET
  @RolesAllowed({Roles.SERVER_ADMIN, Roles.ADMIN, Roles.EDITOR, Roles.VIEWER, Roles.CRM})
  @Needs(Scope.RECORDS_READ)
  @Operation(
      summary = "List the fields that both sides edited: open ones, or all with their outcome",
      description =
          "state is open (usual), decided, or all. Decided ones come the newest first, the others"
              + " the oldest first.")
  public Page<Conflict> list(
      @PathParam("connection") String connection,
      @QueryParam("state") @DefaultValue("open") String state,
      @BeanParam PageQuery page) {
    List<Conflict> rows =
        desk.list(caller.tenantId(), connection, which(state), page.after(), page.rows());
    return Page.cut(page, rows, Conflict::id);
  }

  private static Conflicts.Which which(String state) {
    return switch (state.toLowerCase(Locale.ROOT)) {
      case "open" -> Conflicts.Which.OPEN;
      case "decided" -> Conflicts.Which.DECIDED;
      case "all" -> Conflicts.Which.ALL;
      default -> throw ProblemException.badParameter("state", "must be open, decided or all");
    };
  }

  @POST
  @Path("{id}/resolve")
  @RolesAllowed({Roles.ADMIN, Roles.EDITOR, Roles.CRM})
  @Needs(Scope.RECORDS_WRITE)
  @Audited("conflict.resolved")
  @Operation(
      summary = "Decide a conflict",
      description =
          "With crm, the CRM's value is edited into the record as it is by now, and goes to the"
              + " service with the next push; with service, what the service has stays.")
  public Conflict resolve(
      @PathParam("connection") String connection,
      @PathParam("id") String id,
      @NotNull @Valid Resolution resolution) {
    Conflict decided =
        desk.resolve(caller.tenantId(), connection, id, resolution, caller.get().subject());
    news.fire(new RecordsEdited(caller.tenantId(), connection, decided.type()));
    return decided;
  }
}
