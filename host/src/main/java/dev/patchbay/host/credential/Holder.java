package dev.patchbay.host.credential;

import java.util.Objects;

/** Whose credential it is. */
public record Holder(String tenantId, String connectionId) {

  public Holder {
    Objects.requireNonNull(tenantId, "A credential without tenant");
    Objects.requireNonNull(connectionId, "A credential without connection");
  }

  Place place() {
    return new Place(tenantId, "credential", connectionId, "sealed_grant");
  }
}
