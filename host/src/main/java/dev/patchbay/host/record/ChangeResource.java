package dev.patchbay.host.record;

import dev.patchbay.host.caller.CurrentCaller;
import dev.patchbay.host.caller.Needs;
import dev.patchbay.host.caller.Roles;
import dev.patchbay.host.caller.Scope;
import dev.patchbay.host.page.PageQuery;
import dev.patchbay.host.problem.ProblemException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The feed of everything that changed in a tenant's records; it never misses a change. */
@Path("v1/changes")
@Tag(name = "records")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.SERVER_ADMIN, Roles.ADMIN, Roles.EDITOR, Roles.VIEWER, Roles.CRM})
@Needs(Scope.RECORDS_READ)
public class ChangeResource {
  private final Records records;
  private final RecordOwners owners;
  private final MappedRecords mapped;
  private final CurrentCaller caller;

  @Inject
  public ChangeResource(
      Records records, RecordOwners owners, MappedRecords mapped, CurrentCaller caller) {
    this.records = records;
    this.owners = owners;
    this.mapped = mapped;
    this.caller = caller;
  }

  @GET
  @Operation(summary = "What changed after a place in the feed; go on with next")
  public ChangePage list(
      @QueryParam("after") @DefaultValue("0") String after,
      @QueryParam("limit") @DefaultValue("50") int limit,
      @QueryParam("type") String type) {
    PageQuery page = PageQuery.of(limit, null);
    long place = place(after);
    String tenant = caller.tenantId();
    List<StoredRecord> rows =
        mapped.tell(tenant, records.changes(tenant, place, type, page.rows()));
    return ChangePage.cut(page, place, rows).of(owners.records(tenant, rows));
  }

  private static long place(String after) {
    try {
      return Long.parseLong(after);
    } catch (NumberFormatException e) {
      throw ProblemException.badParameter(
          "after", "must be a number: the next of the page before, or 0 to start");
    }
  }
}
