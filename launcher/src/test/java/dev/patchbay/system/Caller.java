package dev.patchbay.system;

import java.util.Set;

/** Somebody with a token, and what the token is good for. */
record Caller(String name, RestClient client, Set<String> roles) {

  boolean may(Route route) {
    return roles.stream().anyMatch(route.roles()::contains);
  }
}
