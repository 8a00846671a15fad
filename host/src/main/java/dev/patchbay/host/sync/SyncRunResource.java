package dev.patchbay.host.sync;

import dev.patchbay.host.audit.NotAudited;
import dev.patchbay.host.caller.CurrentCaller;
import dev.patchbay.host.caller.Needs;
import dev.patchbay.host.caller.Roles;
import dev.patchbay.host.caller.Scope;
import dev.patchbay.host.page.Page;
import dev.patchbay.host.page.PageQuery;
import dev.patchbay.host.persistence.Database;
import dev.patchbay.host.problem.ProblemException;
import dev.patchbay.host.watch.Watchers;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Shows sync runs, the newest first, and how one of them gets on. */
@Path("v1/sync-runs")
@Tag(name = "sync")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.SERVER_ADMIN, Roles.ADMIN, Roles.EDITOR, Roles.VIEWER, Roles.CRM})
@Needs(Scope.SYNCS_READ)
public class SyncRunResource {
  /** After every id of a run, since a list starts with the newest. */
  private static final String NEWEST = "run_~";

  private final Syncs syncs;
  private final SyncRuns runs;
  private final RunConflicts conflicts;
  private final Database database;
  private final Watchers watchers;
  private final CurrentCaller caller;

  @Inject
  SyncRunResource(
      Syncs syncs,
      SyncRuns runs,
      RunConflicts conflicts,
      Database database,
      Watchers watchers,
      CurrentCaller caller) {
    this.syncs = syncs;
    this.runs = runs;
    this.conflicts = conflicts;
    this.database = database;
    this.watchers = watchers;
    this.caller = caller;
  }

  @GET
  @Operation(
      summary = "List sync runs of all connections or one, the newest first",
      description = "state is one of a run's states, such as FAILED; type one of the records'.")
  public Page<SyncRunSummary> list(
      @BeanParam PageQuery query,
      @QueryParam("connection") String connection,
      @QueryParam("type") String type,
      @QueryParam("state") String state) {
    RunFilter filter = RunFilter.of(type, state);
    String before = query.after().isEmpty() ? NEWEST : query.after();
    List<SyncRun> rows = rows(connection, filter, before, query.rows());
    Map<String, Long> met = database.read(db -> conflicts.of(db, caller.tenantId(), rows));
    return Page.cut(query, rows, SyncRun::id)
        .map(run -> SyncRunSummary.of(run).met(met.getOrDefault(run.id(), 0L)));
  }

  private List<SyncRun> rows(String connection, RunFilter filter, String before, int rows) {
    String tenant = caller.tenantId();
    return database.read(
        db ->
            connection == null
                ? runs.list(db, tenant, filter, before, rows)
                : runs.list(db, tenant, connection, filter, before, rows));
  }

  @GET
  @Path("{id}")
  @Operation(summary = "Look at a sync run")
  public SyncRunSummary get(@PathParam("id") String id) {
    SyncRun run = require(id);
    Map<String, Long> met = database.read(db -> conflicts.of(db, caller.tenantId(), List.of(run)));
    return SyncRunSummary.of(run).met(met.getOrDefault(id, 0L));
  }

  @POST
  @Path("{id}/cancel")
  @Consumes(MediaType.WILDCARD)
  @RolesAllowed({Roles.ADMIN, Roles.EDITOR, Roles.CRM})
  @NotAudited("it is work, and its run tells of it")
  @Needs(Scope.SYNCS_RUN)
  @Operation(
      summary = "Call a sync run off",
      description =
          "What it did stays, and the next run goes on from there. One that is going on ends before"
              + " its next item: look again until its state is CANCELLED. One that has ended is a"
              + " 409.")
  public SyncRunSummary cancel(@PathParam("id") String id) {
    SyncRun before = require(id);
    if (before.state().isFinal()) {
      throw ProblemException.conflict(
          "The sync run %s has ended as %s.".formatted(id, before.state()));
    }
    return SyncRunSummary.of(syncs.cancel(caller.tenantId(), id).orElse(before));
  }

  @GET
  @Path("{id}/events")
  @Produces(MediaType.SERVER_SENT_EVENTS)
  @Operation(
      summary = "Follow a sync run: events named progress, and one named finished at the end")
  public void follow(@PathParam("id") String id, @Context SseEventSink sink, @Context Sse sse) {
    SyncRun run = require(id);
    String tenant = caller.tenantId();
    watchers.watch(caller.get(), new RunProgress(() -> look(tenant, run)), sink, sse);
  }

  private SyncRun look(String tenant, SyncRun run) {
    return database.read(db -> runs.find(db, tenant, run.id())).orElse(run);
  }

  private SyncRun require(String id) {
    return database
        .read(db -> runs.find(db, caller.tenantId(), id))
        .orElseThrow(() -> ProblemException.notFound("sync run", id));
  }
}
