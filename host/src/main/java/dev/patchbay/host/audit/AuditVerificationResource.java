package dev.patchbay.host.audit;

import dev.patchbay.host.caller.CurrentCaller;
import dev.patchbay.host.caller.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Looks whether the audit is as it was written. */
@Path("v1/audit-verifications")
@Tag(name = "watching")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.ADMIN, Roles.SERVER_ADMIN})
public class AuditVerificationResource {
  private final AuditVerifier verifier;
  private final CurrentCaller caller;

  @Inject
  public AuditVerificationResource(AuditVerifier verifier, CurrentCaller caller) {
    this.verifier = verifier;
    this.caller = caller;
  }

  @POST
  @NotAudited("it changes nothing")
  @Operation(
      summary = "Verify a chain, and name the first event that is not as it was written",
      description =
          "Keep the head of the answer elsewhere and send it with the next verification: then even"
              + " a chain that was written anew from the start is found.")
  public AuditVerification verify(@NotNull @Valid NewVerification wish) {
    String chain = AuditReach.chain(caller.get(), Optional.ofNullable(wish.scope()));
    return verifier.verify(chain, Optional.ofNullable(wish.head()));
  }
}
