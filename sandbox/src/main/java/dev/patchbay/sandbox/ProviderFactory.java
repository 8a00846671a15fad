package dev.patchbay.sandbox;

import dev.patchbay.sandbox.state.State;
import java.time.Clock;

/**
 * Makes a provider that does not come with the sandbox. Found by {@link java.util.ServiceLoader},
 * so that a jar beside the sandbox's own can bring one.
 */
public interface ProviderFactory {

  /**
   * The provider of one sandbox.
   *
   * @param state what survives a restart
   * @param clock the time that everything goes by
   */
  SimulatedProvider make(State state, Clock clock);
}
