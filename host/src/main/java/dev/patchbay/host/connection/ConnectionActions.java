package dev.patchbay.host.connection;

import dev.patchbay.api.McpClient;
import dev.patchbay.api.action.Action;
import dev.patchbay.api.action.ActionDescriptor;
import dev.patchbay.api.error.Rejected;
import dev.patchbay.api.error.Unavailable;
import dev.patchbay.api.item.IdempotencyKey;
import dev.patchbay.host.plugin.ConnectionCalls;
import dev.patchbay.host.plugin.PluginCalls;
import dev.patchbay.host.plugin.PluginDefect;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/** What can be done over a connection, and the way to do it once. */
@Singleton
public class ConnectionActions {
  private final LiveConnections live;
  private final PluginCalls calls;

  @Inject
  public ConnectionActions(LiveConnections live, PluginCalls calls) {
    this.live = live;
    this.calls = calls;
  }

  /**
   * The actions that the plugin declares and the integration allows, whatever the connection's
   * state.
   */
  public List<ActionDescriptor<?, ?>> offered(String tenantId, String connectionId) {
    var pair = live.load(tenantId, connectionId);
    return live.plugin(pair.connection()).descriptor().actions().stream()
        .filter(action -> pair.integration().permissions().allowsAction(action.name()))
        .toList();
  }

  /**
   * Does it, over an active connection.
   *
   * @param name of an action that is {@link #offered}
   * @param input what it takes, as JSON
   * @return what it gives, as JSON
   * @throws dev.patchbay.host.problem.ProblemException if there is no such connection (404), or it
   *     is not active (409)
   * @throws OutcomeUnknown if it may have been done, or not
   * @throws dev.patchbay.api.error.IntegrationException in the category that fits, if it was
   *     provably not done
   */
  public Map<String, Object> perform(
      String tenantId,
      String connectionId,
      String name,
      Map<String, Object> input,
      IdempotencyKey key) {
    var pair = live.active(tenantId, connectionId);
    return live.use(
        pair,
        calls ->
            surely(calls, name, pair.permitted(client -> once(find(client, name), input, key))));
  }

  /**
   * A piece of the plugin's code that only computes; what it throws comes as it is.
   *
   * @throws dev.patchbay.host.problem.ProblemException if the connection is not active (409)
   */
  public <T> T compute(String tenantId, String connectionId, Supplier<T> code) {
    var plugin = live.plugin(live.active(tenantId, connectionId).connection());
    return calls.compute(plugin, code);
  }

  private static <T> T surely(ConnectionCalls calls, String name, Function<McpClient, T> work) {
    try {
      return calls.write(name, work);
    } catch (Unavailable | PluginDefect e) {
      throw calls.mayHaveActed() ? new OutcomeUnknown(e) : e;
    }
  }

  private static Action<?, ?> find(McpClient client, String name) {
    return client.actions().stream()
        .filter(action -> action.descriptor().name().equals(name))
        .findFirst()
        .orElseThrow(() -> new Rejected("This account does not offer " + name));
  }

  private static <I, O> Map<String, Object> once(
      Action<I, O> action, Map<String, Object> input, IdempotencyKey key) {
    var descriptor = action.descriptor();
    return descriptor.output().write(action.perform(descriptor.input().read(input), key));
  }
}
