package dev.patchbay.sandbox.slack;

import dev.patchbay.sandbox.http.Request;
import java.util.Set;

/** One call of a method in the name of a workspace's bot. */
record Call(Request request, Arguments arguments, Team team, Set<String> scopes) {
  Call {
    scopes = Set.copyOf(scopes);
  }

  boolean may(String scope) {
    return scopes.contains(scope);
  }
}
