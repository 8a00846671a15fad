package dev.patchbay.console.signin;

import java.security.Principal;
import java.util.List;

/** The signed-in person, as the host knows them. */
public record Me(String id, String name, Tenant tenant, List<String> roles, boolean sandbox)
    implements Principal {

  /** The organisation the person works for. */
  public record Tenant(String id, String name) {}

  public Me {
    roles = roles == null ? List.of() : List.copyOf(roles);
  }

  @Override
  public String getName() {
    return name;
  }
}
