package dev.patchbay.host.security;

import dev.patchbay.host.caller.Caller;
import dev.patchbay.host.caller.CallerKind;
import java.util.List;

/** Who the caller is and in which tenant. */
public record Me(
    String id,
    String name,
    CallerKind kind,
    TenantReference tenant,
    List<String> roles,
    boolean sandbox) {

  static Me of(Caller caller, String tenantName, boolean sandbox) {
    return new Me(
        caller.subject(),
        caller.name(),
        caller.kind(),
        new TenantReference(caller.tenantId(), tenantName),
        caller.roles().stream().sorted().toList(),
        sandbox);
  }

  /** The tenant's id and name. */
  public record TenantReference(String id, String name) {}
}
