package dev.patchbay.api.action;

import dev.patchbay.api.item.IdempotencyKey;

/**
 * A typed one-off call, such as sending a message. Called by several threads; holds no state
 * between calls.
 *
 * @param <I> what it takes
 * @param <O> what it gives
 * @since 1
 */
public interface Action<I, O> {

  /** What the action is called and what it takes and gives. */
  ActionDescriptor<I, O> descriptor();

  /**
   * Does it once.
   *
   * @param key passed on where the service honours one
   * @throws dev.patchbay.api.error.IntegrationException in the category that fits
   */
  O perform(I input, IdempotencyKey key);
}
