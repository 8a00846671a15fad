package dev.patchbay.host.connection;

import dev.patchbay.api.auth.Auth;
import dev.patchbay.api.error.ReauthorizationNeeded;
import dev.patchbay.host.credential.Holder;
import dev.patchbay.host.oauth.Grant;
import dev.patchbay.host.oauth.Grants;
import dev.patchbay.host.oauth.Renewer;
import java.util.function.Supplier;

/**
 * A connection's grant during one call. It remembers the token that it handed out last, since that
 * is the one a service means when it refuses.
 */
final class GrantInUse implements Supplier<Auth> {
  private final Holder holder;
  private final Grants grants;
  private final Supplier<? extends Renewer> client;
  private volatile Grant handedOut;
  private volatile ReauthorizationNeeded dead;

  GrantInUse(Holder holder, Grants grants, Supplier<? extends Renewer> client) {
    this.holder = holder;
    this.grants = grants;
    this.client = client;
  }

  @Override
  public Auth get() {
    try {
      var grant = grants.current(holder, client);
      handedOut = grant;
      return grant.toAuth();
    } catch (ReauthorizationNeeded e) {
      dead = e;
      throw e;
    }
  }

  /**
   * Gets another token in the place of the one that the service refused.
   *
   * @throws ReauthorizationNeeded if there is none
   */
  void renew() {
    if (dead != null) {
      throw dead;
    }
    if (handedOut != null) {
      requireRenewable(handedOut);
      grants.replacing(handedOut.accessToken(), holder, client);
    }
  }

  /** Whether it is still this grant, and no new one from a person, that the service refuses. */
  boolean isStillKept() {
    return handedOut == null
        || grants.find(holder).filter(one -> one.givesTheSameAs(handedOut)).isPresent();
  }

  private static void requireRenewable(Grant grant) {
    if (!grant.hasToken()) {
      throw new ReauthorizationNeeded(
          "The service refuses what was typed in. Connect again with what holds now.");
    }
  }
}
