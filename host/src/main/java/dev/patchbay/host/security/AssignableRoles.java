package dev.patchbay.host.security;

import dev.patchbay.host.caller.Caller;
import dev.patchbay.host.caller.Roles;
import dev.patchbay.host.problem.ProblemException;
import dev.patchbay.host.problem.ProblemType;
import java.util.Set;
import java.util.TreeSet;

/** Which roles a caller may give to a person: nobody can give more than their own reach. */
final class AssignableRoles {
  private static final Set<String> WITHIN_A_TENANT =
      Set.of(Roles.ADMIN, Roles.EDITOR, Roles.VIEWER);

  private final Set<String> roles;

  private AssignableRoles(Set<String> roles) {
    this.roles = roles;
  }

  static AssignableRoles of(Caller giver) {
    Set<String> roles = new TreeSet<>(WITHIN_A_TENANT);
    if (giver.hasRole(Roles.SERVER_ADMIN)) {
      roles.add(Roles.SERVER_ADMIN);
    }
    return new AssignableRoles(roles);
  }

  /** Refuses to touch the account of somebody who has more than the giver may give. */
  void requireReach(User user) {
    if (!roles.containsAll(user.roles())) {
      throw ProblemException.of(
          ProblemType.FORBIDDEN, "Only a server admin can change the account of a server admin.");
    }
  }

  void require(Set<String> wanted) {
    if (!roles.containsAll(wanted)) {
      throw ProblemException.invalid("roles", "must be of " + String.join(", ", roles));
    }
  }
}
