package dev.patchbay.host.caller;

import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;

/**
 * Holds the caller of the running request. Asking without one is an error and never a default: a
 * missing tenant must not fall back to anybody's.
 */
@RequestScoped
public class CurrentCaller {
  private Caller caller;

  /** Returns the caller; throws when nobody is signed in. */
  public Caller get() {
    if (caller == null) {
      throw new IllegalStateException("This request has no caller: the resource must name roles");
    }
    return caller;
  }

  /** Returns the caller if somebody is signed in. */
  public Optional<Caller> find() {
    return Optional.ofNullable(caller);
  }

  public String tenantId() {
    return get().tenantId();
  }

  /** Told once per request by the sign-in check. */
  public void become(Caller signedIn) {
    this.caller = signedIn;
  }
}
