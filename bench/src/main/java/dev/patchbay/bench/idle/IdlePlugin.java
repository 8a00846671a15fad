package dev.patchbay.bench.idle;

import dev.patchbay.api.ConnectionContext;
import dev.patchbay.api.IntegrationPlugin;
import dev.patchbay.api.McpClient;
import dev.patchbay.api.PluginDescriptor;
import dev.patchbay.api.TypeDescriptor;
import dev.patchbay.api.auth.OAuth2;
import dev.patchbay.bench.callers.PluginJar;
import java.nio.file.Path;
import java.util.List;

/** A plugin of a service at which nothing ever happens, so that a sync is all the host's work. */
public final class IdlePlugin implements IntegrationPlugin {
  /** Under which the server knows it. */
  public static final String ID = "idle";

  private static final String HOST = "https://idle.bench.example";
  private static final PluginDescriptor DESCRIPTOR =
      PluginDescriptor.builder("Idle", OAuth2.builder(HOST + "/authorize", HOST + "/token").build())
          .description("Has nothing to say, for the benchmarks.")
          .egressHosts("idle.bench.example")
          .types(TypeDescriptor.readOnly(IdleSource.TYPE, "Events"))
          .build();

  /**
   * Packs it into a folder for the server's {@code --plugins}.
   *
   * @return the folder
   */
  public static Path packedIn(Path folder) {
    return PluginJar.in(folder, ID, List.of(IdlePlugin.class, IdleClient.class, IdleSource.class));
  }

  @Override
  public PluginDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public McpClient open(ConnectionContext context) {
    return new IdleClient();
  }
}
