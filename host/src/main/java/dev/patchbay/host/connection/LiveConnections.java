package dev.patchbay.host.connection;

import dev.patchbay.api.McpClient;
import dev.patchbay.api.auth.Authorization;
import dev.patchbay.api.error.ReauthorizationNeeded;
import dev.patchbay.api.error.Unavailable;
import dev.patchbay.api.setting.Secret;
import dev.patchbay.api.sync.Source;
import dev.patchbay.api.sync.Target;
import dev.patchbay.host.oauth.Grants;
import dev.patchbay.host.oauth.Renewers;
import dev.patchbay.host.plugin.ConnectionCalls;
import dev.patchbay.host.plugin.PluginCalls;
import dev.patchbay.host.plugin.Plugins;
import dev.patchbay.host.plugin.ReadyPlugin;
import dev.patchbay.host.problem.ProblemException;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The way from a connection to its service. A refused token is renewed once and the call repeated;
 * if the service still refuses, the connection waits for a person. No transaction may be running,
 * since none may wait for a service.
 */
@Singleton
public class LiveConnections {
  private final Pairs pairs;
  private final ConnectionContexts contexts;
  private final Grants grants;
  private final Renewers renewers;
  private final Plugins plugins;
  private final PluginCalls calls;
  private final GrantNews news;

  @Inject
  public LiveConnections(
      Pairs pairs,
      ConnectionContexts contexts,
      Grants grants,
      Renewers renewers,
      Plugins plugins,
      PluginCalls calls,
      GrantNews news) {
    this.pairs = pairs;
    this.contexts = contexts;
    this.grants = grants;
    this.renewers = renewers;
    this.plugins = plugins;
    this.calls = calls;
    this.news = news;
  }

  /**
   * Reads over an active connection; repeated where the service was down.
   *
   * @param what what it is for, as an admin understands it
   * @throws ProblemException if there is no such connection (404) or it is not active (409)
   * @throws dev.patchbay.api.error.IntegrationException in the category that fits
   */
  public <T> T read(
      String tenantId, String connectionId, String what, Function<McpClient, T> work) {
    var pair = active(tenantId, connectionId);
    return use(pair, calls -> calls.read(what, pair.permitted(work)));
  }

  /** The same for what changes something; not repeated where it may have arrived. */
  public <T> T write(
      String tenantId, String connectionId, String what, Function<McpClient, T> work) {
    var pair = active(tenantId, connectionId);
    return use(pair, calls -> calls.write(what, pair.permitted(work)));
  }

  /**
   * What can be read over an active connection; every page asked of it is such a call.
   *
   * @param runId the sync run that reads; empty text if none does
   */
  public List<Source> sources(String tenantId, String connectionId, String runId) {
    var way = new Way(tenantId, connectionId, runId);
    return way
        .read(
            "list what can be read", client -> client.sources().stream().map(Source::type).toList())
        .stream()
        .<Source>map(type -> new GuardedSource(type, way))
        .toList();
  }

  /**
   * What can be written over an active connection; every write asked of it is such a call.
   *
   * @param runId the sync run that writes
   */
  public List<Target> targets(String tenantId, String connectionId, String runId) {
    var way = new Way(tenantId, connectionId, runId);
    return way
        .read(
            "list what can be written",
            client -> client.targets().stream().map(Target::type).toList())
        .stream()
        .<Target>map(type -> new GuardedTarget(type, way))
        .toList();
  }

  /**
   * The present access token of an active connection, renewed if it is due.
   *
   * @throws ProblemException if it uses what was typed in, without a token (409)
   */
  Secret accessToken(String tenantId, String connectionId) {
    var pair = active(tenantId, connectionId);
    var grant = grants.current(pair.connection().holder(), () -> renewers.of(pair.integration()));
    if (!grant.hasToken()) {
      throw ProblemException.conflict(
          "The connection %s has no access token: its account was connected with keys that stay here."
              .formatted(connectionId));
    }
    return grant.accessToken();
  }

  <T> T use(Pair pair, Function<ConnectionCalls, T> work) {
    var connection = pair.connection();
    var grant = new GrantInUse(connection.holder(), grants, () -> renewers.of(pair.integration()));
    var plugin = plugin(connection);
    var origin = contexts.origin(pair.integration(), pair.run());
    var context = contexts.of(plugin, pair.integration(), connection.id(), grant, origin);
    try {
      return work.apply(calls.on(plugin, context, origin.departures()).refreshing(grant::renew));
    } catch (ReauthorizationNeeded e) {
      if (grant.isStillKept()) {
        news.refused(connection, e.getMessage());
      }
      throw e;
    }
  }

  /** How the account of a connection is connected. */
  Authorization authorization(Pair pair) {
    return plugin(pair.connection()).descriptor().authorization();
  }

  ReadyPlugin plugin(Connection connection) {
    return plugins
        .find(connection.plugin())
        .orElseThrow(() -> new Unavailable("The plugin " + connection.plugin() + " is not in use"));
  }

  Pair active(String tenantId, String connectionId) {
    return pairs.active(tenantId, connectionId);
  }

  Pair load(String tenantId, String connectionId) {
    return pairs.load(tenantId, connectionId);
  }

  /** How the calls of one run reach the client; each sees what changed since the one before. */
  private final class Way implements GuardedSource.Way {
    private final ReadyPlugin plugin;
    private volatile Pair pair;

    Way(String tenantId, String connectionId, String runId) {
      this.pair = active(tenantId, connectionId).during(runId);
      this.plugin = plugin(pair.connection());
    }

    @Override
    public <T> T read(String what, Function<McpClient, T> work) {
      var present = present();
      return use(present, calls -> calls.read(what, present.permitted(work)));
    }

    @Override
    public <T> T write(String what, Function<McpClient, T> work) {
      var present = present();
      return use(present, calls -> calls.write(what, present.permitted(work)));
    }

    @Override
    public <T> T compute(Supplier<T> code) {
      return calls.compute(plugin, code);
    }

    private Pair present() {
      var known = pair;
      if (!pairs.isCurrent(known)) {
        var connection = known.connection();
        known = active(connection.tenantId(), connection.id()).during(known.run());
        pair = known;
      }
      return known;
    }
  }
}
