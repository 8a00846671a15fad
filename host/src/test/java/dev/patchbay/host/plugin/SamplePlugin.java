package dev.patchbay.host.plugin;

import dev.patchbay.api.Account;
import dev.patchbay.api.ConnectionContext;
import dev.patchbay.api.ConnectionId;
import dev.patchbay.api.IntegrationPlugin;
import dev.patchbay.api.McpClient;
import dev.patchbay.api.PluginDescriptor;
import dev.patchbay.api.auth.Auth;
import dev.patchbay.api.auth.Form;
import dev.patchbay.api.egress.Egress;
import dev.patchbay.api.setting.Settings;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import javax.net.SocketFactory;

/** A plugin in use whose code is the test's. */
final class SamplePlugin implements IntegrationPlugin {

  static ReadyPlugin ready(String id) {
    var plugin = new SamplePlugin();
    var loader = new PluginClassLoader(id, List.of(), SamplePlugin.class.getClassLoader());
    var found =
        new FoundPlugin(
            new PluginManifest(id, "1.0.0"),
            ContractResult.unproven("It is made by a test"),
            new PluginLocation(Path.of("plugins", id + ".jar"), true),
            loader,
            SamplePlugin.class);
    return new ReadyPlugin(found, plugin, plugin.descriptor());
  }

  static ConnectionContext connection(String id) {
    return new Context(new ConnectionId(id));
  }

  @Override
  public PluginDescriptor descriptor() {
    return PluginDescriptor.builder("Sample", Form.apiKey("Key", "")).build();
  }

  @Override
  public McpClient open(ConnectionContext context) {
    return () -> Account.of(context.id().value(), "Sample", Set.of());
  }

  private record Context(ConnectionId id) implements ConnectionContext {

    @Override
    public Settings settings() {
      return Settings.none();
    }

    @Override
    public Auth auth() {
      throw notNeeded();
    }

    @Override
    public Egress http() {
      throw notNeeded();
    }

    @Override
    public SocketFactory sockets() {
      throw notNeeded();
    }

    @Override
    public System.Logger log() {
      return System.getLogger("sample");
    }

    @Override
    public Clock clock() {
      return Clock.systemUTC();
    }

    private static UnsupportedOperationException notNeeded() {
      return new UnsupportedOperationException("No test of calls goes out");
    }
  }
}
