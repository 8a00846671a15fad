package dev.patchbay.host.plugin;

import dev.patchbay.host.audit.NotAudited;
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
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.CompletionCallback;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The plugins of this server; the same for all tenants. */
@Path("v1/plugins")
@Tag(name = "catalogue")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.SERVER_ADMIN, Roles.ADMIN, Roles.EDITOR, Roles.VIEWER, Roles.CRM})
@Needs(Scope.INTEGRATIONS_READ)
public class PluginResource {

  private final Plugins plugins;
  private final Restart restart;

  @Inject
  PluginResource(Plugins plugins, Restart restart) {
    this.plugins = plugins;
    this.restart = restart;
  }

  @GET
  @Operation(summary = "List the plugins in use, then those that were refused and why")
  public Page<PluginSummary> list(@BeanParam PageQuery query) {
    List<PluginSummary> rows =
        all()
            .filter(plugin -> plugin.key().compareTo(query.after()) > 0)
            .limit(query.rows())
            .toList();
    return Page.cut(query, rows, PluginSummary::key);
  }

  @GET
  @Path("{id}")
  @Operation(summary = "What a plugin offers and asks for, or why it is refused")
  public PluginSummary get(@PathParam("id") String id) {
    return all()
        .filter(plugin -> id.equals(plugin.id()))
        .findFirst()
        .orElseThrow(() -> ProblemException.notFound("plugin", id));
  }

  @POST
  @NotAudited("it is told before, see Restart")
  @Path("apply")
  @RolesAllowed(Roles.SERVER_ADMIN)
  @Operation(summary = "Start the server again, with the plugins that are in the folders now")
  @APIResponse(responseCode = "202", description = "The server starts again after this answer")
  public void apply(@Suspended AsyncResponse answer) {
    restart.announce();
    answer.register((CompletionCallback) failure -> restart.begin());
    answer.resume(Response.accepted().build());
  }

  private Stream<PluginSummary> all() {
    return Stream.concat(
        plugins.ready().stream().map(PluginSummary::of),
        plugins.refused().stream()
            .map(PluginSummary::of)
            .sorted(Comparator.comparing(PluginSummary::key)));
  }
}
