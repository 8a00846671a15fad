package dev.patchbay.host.sso;

import dev.patchbay.host.persistence.Transactions;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Tells a page for strangers which button to show. */
@Path("v1/sign-in-options")
@Tag(name = "access")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
public class SignInOptionResource {
  private final Organisations organisations;
  private final Providers providers;
  private final Transactions transactions;

  @Inject
  public SignInOptionResource(
      Organisations organisations, Providers providers, Transactions transactions) {
    this.organisations = organisations;
    this.providers = providers;
    this.transactions = transactions;
  }

  @GET
  @Operation(
      summary = "Find out by which provider the people of an organisation sign in",
      description =
          "Without an organisation, or with an unknown one, the answer says only whether it is"
              + " worth asking; and names the provider of a server with one tenant only.")
  public SignInOption find(
      @Parameter(description = "A tenant's id or name, or an e-mail domain of its people")
          @QueryParam("organisation")
          String organisation) {
    return transactions.call(
        () ->
            named(organisation)
                .map(SignInOption::of)
                .orElseGet(() -> SignInOption.unnamed(providers.any().isPresent())));
  }

  private Optional<Provider> named(String organisation) {
    return organisation == null || organisation.isBlank()
        ? organisations.only()
        : organisations.find(organisation);
  }
}
