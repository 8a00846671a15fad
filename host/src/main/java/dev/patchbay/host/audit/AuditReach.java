package dev.patchbay.host.audit;

import dev.patchbay.host.caller.Caller;
import dev.patchbay.host.caller.Roles;
import dev.patchbay.host.credential.Place;
import dev.patchbay.host.problem.ProblemException;
import dev.patchbay.host.problem.ProblemType;
import java.util.Optional;

/** Says whose audit somebody may read: a tenant's admins its own, server admins the server's. */
final class AuditReach {
  private static final String TENANT = "tenant";
  private static final String SERVER = "server";

  private AuditReach() {}

  /**
   * @param scope {@code tenant} or {@code server}; by itself the tenant's, or the server's for
   *     those who may only see that
   */
  static String chain(Caller caller, Optional<String> scope) {
    return switch (scope.orElse(caller.hasRole(Roles.ADMIN) ? TENANT : SERVER)) {
      case TENANT -> allowed(caller, Roles.ADMIN, caller.tenantId());
      case SERVER -> allowed(caller, Roles.SERVER_ADMIN, Place.SERVER);
      default -> throw ProblemException.badParameter("scope", "must be tenant or server");
    };
  }

  private static String allowed(Caller caller, String role, String chain) {
    if (!caller.hasRole(role)) {
      throw ProblemException.of(
          ProblemType.FORBIDDEN, "This audit is for the role " + role + " to read.");
    }
    return chain;
  }
}
