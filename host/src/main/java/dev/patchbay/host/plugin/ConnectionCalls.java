package dev.patchbay.host.plugin;

import dev.patchbay.api.ConnectionContext;
import dev.patchbay.api.McpClient;
import dev.patchbay.api.error.RateLimited;
import dev.patchbay.api.error.Unavailable;
import dev.patchbay.host.egress.Departures;
import io.smallrye.faulttolerance.api.Guard;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;

/**
 * Calls for one connection. Repeats what may be repeated: a read, and a write of which provably
 * nothing left or all that left was turned away. A connection that the service asked to wait waits,
 * whichever call comes next; others do not notice.
 */
public final class ConnectionCalls {

  private final PluginCalls calls;
  private final ReadyPlugin plugin;
  private final ConnectionContext context;
  private final Departures departures;
  private final Optional<Runnable> refresh;

  ConnectionCalls(
      PluginCalls calls, ReadyPlugin plugin, ConnectionContext context, Departures departures) {
    this(calls, plugin, context, departures, Optional.empty());
  }

  private ConnectionCalls(
      PluginCalls calls,
      ReadyPlugin plugin,
      ConnectionContext context,
      Departures departures,
      Optional<Runnable> refresh) {
    this.calls = calls;
    this.plugin = plugin;
    this.context = context;
    this.departures = departures;
    this.refresh = refresh;
  }

  /**
   * The same calls, but one that the service refuses for its credential is repeated once after this
   * step, which renews the credential or throws why it cannot.
   */
  public ConnectionCalls refreshing(Runnable step) {
    return new ConnectionCalls(calls, plugin, context, departures, Optional.of(step));
  }

  /**
   * Reads.
   *
   * @param what what it is for, as an admin understands it
   */
  public <T> T read(String what, Function<McpClient, T> call) {
    return throughBreaker(new Attempts(calls.patience(), () -> false, refresh), what, call);
  }

  /**
   * Writes, or does something once.
   *
   * @param what what it is for, as an admin understands it
   */
  public <T> T write(String what, Function<McpClient, T> call) {
    return throughBreaker(
        new Attempts(calls.patience(), departures::mayHaveActed, refresh), what, call);
  }

  /** Whether the last attempt may have changed something at the service. */
  public boolean mayHaveActed() {
    return departures.mayHaveActed();
  }

  private <T> T throughBreaker(Attempts attempts, String what, Function<McpClient, T> call) {
    attempts.holdFor(calls.guards().quiet(context.id().value()));
    try {
      return attempts.make(() -> once(what, call));
    } catch (CircuitBreakerOpenException e) {
      throw new Unavailable(
          "The service failed too often for this connection and is left alone for a while", e);
    }
  }

  @SuppressWarnings("unchecked") // the breaker passes on what the call returns
  private <T> T once(String what, Function<McpClient, T> call) {
    String connection = context.id().value();
    Guard guard = calls.guards().of(connection);
    departures.forget();
    try {
      return (T)
          guard.get(
              () -> calls.ask(plugin, what, itself -> (Object) call.apply(itself.open(context))),
              Object.class);
    } catch (RateLimited e) {
      e.retryAfter()
          .filter(time -> e.onlyFor().isEmpty())
          .ifPresent(time -> calls.guards().keepQuiet(connection, time));
      throw e;
    }
  }
}
