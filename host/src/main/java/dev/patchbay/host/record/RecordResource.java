package dev.patchbay.host.record;

import dev.patchbay.host.caller.CurrentCaller;
import dev.patchbay.host.caller.Needs;
import dev.patchbay.host.caller.Roles;
import dev.patchbay.host.caller.Scope;
import dev.patchbay.host.page.Page;
import dev.patchbay.host.page.PageQuery;
import dev.patchbay.host.problem.ProblemException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The records of a connection; served from here also while the service is down. */
@Path("v1/connections/{connection}/records/{type}")
@Tag(name = "records")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.SERVER_ADMIN, Roles.ADMIN, Roles.EDITOR, Roles.VIEWER, Roles.CRM})
@Needs(Scope.RECORDS_READ)
public class RecordResource {
  private final Records records;
  private final RecordSearch search;
  private final RecordOwners owners;
  private final MappedRecords mapped;
  private final CurrentCaller caller;

  @Inject
  public RecordResource(
      Records records,
      RecordSearch search,
      RecordOwners owners,
      MappedRecords mapped,
      CurrentCaller caller) {
    this.records = records;
    this.search = search;
    this.owners = owners;
    this.mapped = mapped;
    this.caller = caller;
  }

  @GET
  @Operation(
      summary = "List records that are not deleted, all or some",
      description =
          "Of one collection, with some words (q), changed since an instant (updatedSince), with an"
              + " edit on its way (pending: waiting, sending, quarantined or outcome-unknown), or"
              + " the one with the CRM's own id (crmId).")
  public Page<StoredRecord> list(
      @PathParam("connection") String connection,
      @PathParam("type") String type,
      @BeanParam RecordFilter filter,
      @BeanParam PageQuery page) {
    owners.require(caller.tenantId(), connection, type);
    String tenant = caller.tenantId();
    List<StoredRecord> rows =
        filter
            .crmId()
            .map(crmId -> ofCrm(connection, type, crmId))
            .orElseGet(
                () ->
                    search.find(filter.query(tenant, connection, type), page.after(), page.rows()));
    return Page.cut(page, mapped.tell(tenant, rows), StoredRecord::id);
  }

  private List<StoredRecord> ofCrm(String connection, String type, String crmId) {
    return records.ofCrm(caller.tenantId(), connection, type, crmId).stream()
        .filter(record -> !record.isTombstone())
        .toList();
  }

  @GET
  @Path("{id}")
  @Operation(summary = "Look at a record, also one that was deleted at the service")
  public StoredRecord get(
      @PathParam("connection") String connection,
      @PathParam("type") String type,
      @PathParam("id") String id) {
    var tenant = caller.tenantId();
    owners.require(tenant, connection, type);
    return records
        .find(tenant, connection, type, id)
        .map(record -> mapped.tell(tenant, record))
        .orElseThrow(() -> ProblemException.notFound("record", id));
  }
}
