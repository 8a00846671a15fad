package dev.patchbay.host.security;

import dev.patchbay.host.caller.Caller;
import dev.patchbay.host.caller.CurrentCaller;
import dev.patchbay.host.problem.ProblemException;
import dev.patchbay.host.problem.ProblemType;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Tells the rest of the server who calls. A signature only proves what was true when the token was
 * made: the subject must still exist, in that tenant and with those roles.
 */
@Provider
@Priority(Priorities.AUTHENTICATION)
public class SignInCheck implements ContainerRequestFilter {
  @Inject private Subjects subjects;
  @Inject private CurrentCaller current;

  @Override
  public void filter(ContainerRequestContext request) {
    if (request.getSecurityContext().getUserPrincipal() instanceof JsonWebToken token) {
      current.become(
          Optional.ofNullable(token.getSubject())
              .flatMap(subjects::find)
              .filter(caller -> stillTrue(token, caller))
              .orElseThrow(SignInCheck::outdated));
    }
  }

  private static boolean stillTrue(JsonWebToken token, Caller caller) {
    return caller.tenantId().equals(token.getClaim(Tokens.TENANT))
        && caller.roles().equals(token.getGroups());
  }

  private static ProblemException outdated() {
    return ProblemException.of(
        ProblemType.UNAUTHENTICATED,
        "The user or API key of this token was removed or changed: sign in again.");
  }
}
