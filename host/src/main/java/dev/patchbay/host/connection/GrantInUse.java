package dev.patchbay.host.connection;

import dev.patchbay.api.auth.Auth;
import dev.patchbay.api.error.ReauthorizationNeeded;
import dev.patchbay.api.setting.Secret;
import dev.patchbay.host.credential.Holder;
import dev.patchbay.host.oauth.Grants;
import dev.patchbay.host.oauth.OAuthClient;
import java.util.function.Supplier;

/**
 * A connection's grant during one call. It remembers the token that it handed out last, since that
 * is the one a service means when it refuses.
 */
final class GrantInUse implements Supplier<Auth> {
  private final Holder holder;
  private final Grants grants;
  private final Supplier<OAuthClient> client;
  private volatile Secret handedOut;
  private volatile ReauthorizationNeeded dead;

  GrantInUse(Holder holder, Grants grants, Supplier<OAuthClient> client) {
    this.holder = holder;
    this.grants = grants;
    this.client = client;
  }

  @Override
  public Auth get() {
    try {
      var auth = grants.current(holder, client).toAuth();
      handedOut = auth.token();
      return auth;
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
      grants.replacing(handedOut, holder, client);
    }
  }

  /** Whether it is still this grant, and no new one from a person, that the service refuses. */
  boolean isStillKept() {
    return handedOut == null || grants.find(holder).filter(one -> one.gives(handedOut)).isPresent();
  }
}
