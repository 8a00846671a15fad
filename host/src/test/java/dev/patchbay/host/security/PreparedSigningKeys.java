package dev.patchbay.host.security;

import dev.patchbay.host.credential.Vault;
import dev.patchbay.host.fixture.TestDatabase;
import dev.patchbay.host.ids.Ids;
import java.time.Clock;
import java.time.Duration;

/** The signing keys for tests of other packages, made as the start of a server makes them. */
public final class PreparedSigningKeys {

  private PreparedSigningKeys() {}

  public static SigningKeys on(TestDatabase database, Vault vault, Clock clock) {
    var keys =
        new SigningKeys(
            database.entities(),
            vault,
            database.transactions(),
            new Ids(clock),
            clock,
            Duration.ofMinutes(10));
    database.transactions().run(keys::prepare);
    return keys;
  }
}
