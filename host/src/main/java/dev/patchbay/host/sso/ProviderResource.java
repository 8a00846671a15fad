package dev.patchbay.host.sso;

import dev.patchbay.host.audit.NotAudited;
import dev.patchbay.host.caller.CurrentCaller;
import dev.patchbay.host.caller.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The OpenID provider by which the tenant's people sign in. */
@Path("v1/single-sign-on")
@Tag(name = "access")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.ADMIN)
public class ProviderResource {
  private final ProviderSetup setup;
  private final ProviderCheck check;
  private final CurrentCaller caller;

  @Inject
  public ProviderResource(ProviderSetup setup, ProviderCheck check, CurrentCaller caller) {
    this.setup = setup;
    this.check = check;
    this.caller = caller;
  }

  @GET
  @Operation(
      summary = "Look at the tenant's single sign-on",
      description = "404 as long as it has none.")
  public ProviderSummary get() {
    return setup.get(caller.tenantId());
  }

  @GET
  @Path("addresses")
  @Operation(
      summary = "Learn what to register at a provider",
      description = "The addresses stand before a provider is set up, and never change after.")
  public ProviderAddresses addresses() {
    return setup.addresses(caller.tenantId());
  }

  @PUT
  @NotAudited("told by ProviderSetup, after the provider has answered")
  @Operation(
      summary = "Set single sign-on up, or replace how it is set up",
      description =
          "The provider's discovery document (OpenID Connect Discovery 1.0) is fetched and checked"
              + " first; what is wrong with it or with a field is 422.")
  public ProviderSummary save(@NotNull @Valid ProviderDraft draft) {
    return setup.save(caller.get(), draft);
  }

  @POST
  @Path("check")
  @Consumes(MediaType.WILDCARD)
  @NotAudited("asks the provider, and changes nothing")
  @Operation(
      summary = "Try the provider, and say what is wrong",
      description =
          "Its discovery document, its keys, and whether it accepts client id and secret. Whether"
              + " the redirect address is registered shows only when a person signs in.")
  public ProviderReport check() {
    return check.run(caller.tenantId());
  }

  @DELETE
  @Consumes(MediaType.WILDCARD)
  @NotAudited("told by ProviderSetup")
  @Operation(
      summary = "Take single sign-on away",
      description =
          "Passwords are good again for those who have one; an admin can give one to the others.")
  @APIResponse(responseCode = "204", description = "Removed")
  public void remove() {
    setup.remove(caller.get());
  }
}
