package dev.patchbay.bench.idle;

import dev.patchbay.api.Account;
import dev.patchbay.api.McpClient;
import dev.patchbay.api.sync.Source;
import java.util.List;
import java.util.Set;

/** Asks nobody anything. */
final class IdleClient implements McpClient {

  @Override
  public Account check() {
    return Account.of("idle", "Idle", Set.of());
  }

  @Override
  public List<Source> sources() {
    return List.of(new IdleSource());
  }
}
