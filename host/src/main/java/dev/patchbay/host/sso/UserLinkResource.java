package dev.patchbay.host.sso;

import dev.patchbay.host.audit.Audited;
import dev.patchbay.host.caller.CurrentCaller;
import dev.patchbay.host.caller.Roles;
import dev.patchbay.host.security.SignInLink;
import dev.patchbay.host.security.UserLinks;
import dev.patchbay.host.security.UserSummary;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Which person of the tenant's provider an existing user is. */
@Path("v1/users/{id}/single-sign-on")
@Tag(name = "access")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.ADMIN)
public class UserLinkResource {
  private final UserLinks links;
  private final ProviderSetup setup;
  private final CurrentCaller caller;

  @Inject
  public UserLinkResource(UserLinks links, ProviderSetup setup, CurrentCaller caller) {
    this.links = links;
    this.setup = setup;
    this.caller = caller;
  }

  @PUT
  @Audited(
      value = "user.linked",
      tell = {"subject", "email"})
  @Operation(
      summary = "Say who of the tenant's provider an existing user is",
      description =
          "By the subject, or by the verified e-mail address of whoever signs in with it next. A"
              + " server admin cannot be linked: 409.")
  public UserSummary link(@PathParam("id") String id, @NotNull SignInLink link) {
    return links.link(caller.get(), id, setup.issuer(caller.tenantId()), link);
  }

  @DELETE
  @Consumes(MediaType.WILDCARD)
  @Audited("user.unlinked")
  @Operation(summary = "Let nobody in as this user any more but with a password")
  public UserSummary unlink(@PathParam("id") String id) {
    return links.unlink(caller.get(), id);
  }
}
