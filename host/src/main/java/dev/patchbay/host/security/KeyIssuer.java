package dev.patchbay.host.security;

import dev.patchbay.api.setting.Secret;
import dev.patchbay.host.caller.Scope;
import dev.patchbay.host.ids.Ids;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Set;

/** Makes API keys for a CRM. */
@Singleton
class KeyIssuer {
  private final ApiKeys keys;
  private final Ids ids;
  private final Clock clock;

  @Inject
  KeyIssuer(ApiKeys keys, Ids ids, Clock clock) {
    this.keys = keys;
    this.ids = ids;
    this.clock = clock;
  }

  IssuedKey issue(String tenantId, String name, Set<Scope> scopes) {
    Secret secret = Secret.of("pbs_" + RandomText.secret());
    ApiKey key = new ApiKey(ids.next(ApiKey.PREFIX), tenantId, name, scopes, clock.instant());
    key.openWith(ids.next("pbk"), SecretHash.of(secret.reveal()));
    keys.add(key);
    return new IssuedKey(key, secret);
  }
}
