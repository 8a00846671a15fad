package dev.patchbay.host.audit;

import dev.patchbay.host.caller.Caller;
import dev.patchbay.host.caller.Roles;
import dev.patchbay.host.credential.Place;
import dev.patchbay.host.problem.ProblemException;
import dev.patchbay.host.problem.ProblemType;

/** Says whose audit somebody may read: a tenant's admins its own, server admins the server's. */
final class AuditReach {
  static final String TENANT = "tenant";
  static final String SERVER = "server";

  private AuditReach() {}

  /**
   * @param scope {@code tenant} or {@code server}
   */
  static String chain(Caller caller, String scope) {
    return switch (scope) {
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
