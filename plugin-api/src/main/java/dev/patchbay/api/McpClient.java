package dev.patchbay.api;

import dev.patchbay.api.action.Action;
import dev.patchbay.api.sync.Source;
import dev.patchbay.api.sync.Target;
import dev.patchbay.api.webhook.Subscriber;
import java.util.List;

/**
 * The multi-channel platform client of one connection: what can be read, written and done there.
 *
 * <p>Cheap to make, keeps no secret, safe for use by several threads. Every capability but {@link
 * #check()} is optional.
 *
 * @since 1
 */
public interface McpClient {

  /**
   * Asks the service with one cheap real call who we are.
   *
   * @return the account
   * @throws dev.patchbay.api.error.IntegrationException with the reason why it does not work
   */
  Account check();

  /** What can be read, at most one source per type. */
  default List<Source> sources() {
    return List.of();
  }

  /** What can be written, at most one target per type. */
  default List<Target> targets() {
    return List.of();
  }

  /** What can be done, at most one action per name. */
  default List<Action<?, ?>> actions() {
    return List.of();
  }

  /** What the service can be asked to tell of, at most one subscriber per type. */
  default List<Subscriber> subscribers() {
    return List.of();
  }
}
