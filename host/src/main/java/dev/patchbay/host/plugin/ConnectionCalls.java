package dev.patchbay.host.plugin;

import dev.patchbay.api.ConnectionContext;
import dev.patchbay.api.McpClient;
import dev.patchbay.api.error.Unavailable;
import io.smallrye.faulttolerance.api.Guard;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;

/**
 * Calls for one connection. Repeats what may be repeated: a read that found the service down, and
 * anything that the service turned away unread because it was too much or the token was old. A
 * write that found the service down is not repeated, since it may have arrived.
 */
public final class ConnectionCalls {

  private final PluginCalls calls;
  private final ReadyPlugin plugin;
  private final ConnectionContext context;
  private final Optional<Runnable> refresh;

  ConnectionCalls(PluginCalls calls, ReadyPlugin plugin, ConnectionContext context) {
    this(calls, plugin, context, Optional.empty());
  }

  private ConnectionCalls(
      PluginCalls calls,
      ReadyPlugin plugin,
      ConnectionContext context,
      Optional<Runnable> refresh) {
    this.calls = calls;
    this.plugin = plugin;
    this.context = context;
    this.refresh = refresh;
  }

  /**
   * The same calls, but one that the service refuses for its credential is repeated once after this
   * step, which renews the credential or throws why it cannot.
   */
  public ConnectionCalls refreshing(Runnable step) {
    return new ConnectionCalls(calls, plugin, context, Optional.of(step));
  }

  /**
   * Reads.
   *
   * @param what what it is for, as an admin understands it
   */
  public <T> T read(String what, Function<McpClient, T> call) {
    RetryBudget budget = calls.budget();
    return throughBreaker(
        new Attempts(budget, budget::after, calls.sleeper(), refresh), what, call);
  }

  /**
   * Writes, or does something once.
   *
   * @param what what it is for, as an admin understands it
   */
  public <T> T write(String what, Function<McpClient, T> call) {
    Function<Unavailable, Duration> tell =
        outage -> {
          throw outage;
        };
    return throughBreaker(new Attempts(calls.budget(), tell, calls.sleeper(), refresh), what, call);
  }

  private <T> T throughBreaker(Attempts attempts, String what, Function<McpClient, T> call) {
    try {
      return attempts.make(() -> once(what, call));
    } catch (CircuitBreakerOpenException e) {
      throw new Unavailable(
          "The service failed too often for this connection and is left alone for a while", e);
    }
  }

  @SuppressWarnings("unchecked") // the breaker passes on what the call returns
  private <T> T once(String what, Function<McpClient, T> call) {
    Guard guard = calls.guards().of(context.id().value());
    return (T)
        guard.get(
            () -> calls.ask(plugin, what, itself -> (Object) call.apply(itself.open(context))),
            Object.class);
  }
}
