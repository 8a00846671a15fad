package dev.patchbay.host.event;

import dev.patchbay.host.caller.CurrentCaller;
import dev.patchbay.host.caller.Needs;
import dev.patchbay.host.caller.Roles;
import dev.patchbay.host.caller.Scope;
import dev.patchbay.host.page.PageQuery;
import dev.patchbay.host.problem.ProblemException;
import dev.patchbay.host.watch.Watchers;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * What happens in the caller's tenant: to look at page by page, or to follow as server-sent events
 * (WHATWG HTML, section 9.2).
 */
@Path("v1/events")
@Tag(name = "watching")
@RolesAllowed({Roles.SERVER_ADMIN, Roles.ADMIN, Roles.EDITOR, Roles.VIEWER, Roles.CRM})
@Needs(Scope.CONNECTIONS_READ)
public class EventResource {
  private final Events events;
  private final Watchers watchers;
  private final CurrentCaller caller;

  @Inject
  EventResource(Events events, Watchers watchers, CurrentCaller caller) {
    this.events = events;
    this.watchers = watchers;
    this.caller = caller;
  }

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "What happened after an event, kept for 7 days; go on with next",
      description =
          "With the header Accept: text/event-stream the same is followed as server-sent events,"
              + " from now on, or after the event that after or Last-Event-ID names.")
  public EventPage list(
      @QueryParam("after") @DefaultValue("0") String after,
      @QueryParam("limit") @DefaultValue("50") int limit) {
    long place = place("after", after);
    int rows = PageQuery.of(limit, null).size();
    return EventPage.after(place, events.after(caller.tenantId(), place, rows));
  }

  @GET
  @Produces(MediaType.SERVER_SENT_EVENTS)
  @Operation(hidden = true)
  public void follow(
      @QueryParam("after") String after,
      @HeaderParam(HttpHeaders.LAST_EVENT_ID_HEADER) String last,
      @Context SseEventSink sink,
      @Context Sse sse) {
    String tenant = caller.tenantId();
    long place = begin(tenant, after, last);
    watchers.watch(caller.get(), new EventFollower(events, tenant, place), sink, sse);
  }

  private long begin(String tenant, String after, String last) {
    if (last != null) {
      return place(HttpHeaders.LAST_EVENT_ID_HEADER, last);
    }
    return after == null ? events.last(tenant) : place("after", after);
  }

  private static long place(String name, String text) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw ProblemException.badParameter(
          name, "must be the number of an event, or 0 to start with the oldest");
    }
  }
}
