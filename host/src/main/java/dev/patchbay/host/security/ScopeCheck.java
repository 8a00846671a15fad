package dev.patchbay.host.security;

import dev.patchbay.host.caller.Caller;
import dev.patchbay.host.caller.CurrentCaller;
import dev.patchbay.host.caller.Needs;
import dev.patchbay.host.caller.Scope;
import dev.patchbay.host.problem.ProblemException;
import dev.patchbay.host.problem.ProblemType;
import jakarta.annotation.Priority;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Holds programs to the scopes of their token, beside the roles that hold for everybody. */
@Provider
@Priority(Priorities.AUTHORIZATION)
public class ScopeCheck implements ContainerRequestFilter {
  @Context private ResourceInfo resource;
  @Inject private CurrentCaller current;

  @Override
  public void filter(ContainerRequestContext request) {
    current.find().ifPresent(caller -> require(caller, resource.getResourceMethod()));
  }

  static void require(Caller caller, Method call) {
    if (caller.isPerson() || isPublic(call)) {
      return;
    }
    Needs needs = needs(call).orElseThrow(ScopeCheck::closed);
    Set<Scope> missing = EnumSet.noneOf(Scope.class);
    missing.addAll(Arrays.asList(needs.value()));
    missing.removeAll(caller.scopes());
    if (!missing.isEmpty()) {
      throw ProblemException.of(
          ProblemType.FORBIDDEN, "This call needs the scope " + Scope.text(missing) + ".");
    }
  }

  private static Optional<Needs> needs(Method call) {
    return Optional.ofNullable(call.getAnnotation(Needs.class))
        .or(() -> Optional.ofNullable(call.getDeclaringClass().getAnnotation(Needs.class)));
  }

  private static boolean isPublic(Method call) {
    return call.isAnnotationPresent(PermitAll.class)
        || call.getDeclaringClass().isAnnotationPresent(PermitAll.class);
  }

  private static ProblemException closed() {
    return ProblemException.of(ProblemType.FORBIDDEN, "This call is closed to API keys.");
  }
}
