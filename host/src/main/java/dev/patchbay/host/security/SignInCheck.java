package dev.patchbay.host.security;

import dev.patchbay.host.caller.Caller;
import dev.patchbay.host.caller.CurrentCaller;
import dev.patchbay.host.caller.Scope;
import dev.patchbay.host.problem.ProblemException;
import dev.patchbay.host.problem.ProblemType;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Tells the rest of the server who calls. A signature only proves what was true when the token was
 * made: the subject must still exist, in that tenant and with those roles.
 */
@Provider
@Priority(Priorities.AUTHENTICATION)
public class SignInCheck implements ContainerRequestFilter {
  @Inject private SignedInCallers callers;
  @Inject private CurrentCaller current;

  @Override
  public void filter(ContainerRequestContext request) {
    if (request.getSecurityContext().getUserPrincipal() instanceof JsonWebToken token) {
      current.become(
          known(token).flatMap(known -> believed(token, known)).orElseThrow(SignInCheck::outdated));
    }
  }

  private Optional<Caller> known(JsonWebToken token) {
    return callers.find(
        Optional.ofNullable(token.getSubject()).orElse(""),
        token.getName(),
        token.getClaim(Tokens.TENANT),
        scopes(token).orElse(Set.of()));
  }

  /** The caller, as far as the token still tells the truth; a program only within its scopes. */
  static Optional<Caller> believed(JsonWebToken token, Caller known) {
    if (!known.tenantId().equals(token.getClaim(Tokens.TENANT))
        || !known.roles().equals(token.getGroups())
        || known.generation() != generation(token)) {
      return Optional.empty();
    }
    return known.isPerson() ? Optional.of(known) : within(token, known);
  }

  private static long generation(JsonWebToken token) {
    Object claim = token.getClaim(Tokens.GENERATION);
    return claim == null ? 0 : Long.parseLong(claim.toString());
  }

  private static Optional<Caller> within(JsonWebToken token, Caller known) {
    return scopes(token).filter(known.scopes()::containsAll).map(known::within);
  }

  private static Optional<Set<Scope>> scopes(JsonWebToken token) {
    String claim = token.getClaim(Tokens.SCOPE);
    return Optional.ofNullable(claim).map(text -> Scope.of(List.of(text.split(" ", -1))));
  }

  private static ProblemException outdated() {
    return ProblemException.of(
        ProblemType.UNAUTHENTICATED,
        "The user or API key of this token was removed or changed: sign in again.");
  }
}
