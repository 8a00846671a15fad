package dev.patchbay.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** A service of {@code docker/compose.yml} as a process: its image, its volume, its secrets. */
final class ContainerNode implements AutoCloseable {
  private static final Path COMPOSE =
      Path.of(System.getProperty("repository.root"), "docker/compose.yml");

  private final ContainerImage image;
  private final PatchbayServer server;

  private ContainerNode(ContainerImage image, PatchbayServer server) {
    this.image = image;
    this.server = server;
  }

  /**
   * Begins to start a node.
   *
   * @param folder an empty folder that every account may enter
   * @param given what differs on this machine, over what the compose file says
   */
  static ContainerNode begin(
      String service, Path folder, PostgresDatabase database, Map<String, String> given) {
    ContainerImage image = ContainerImage.in(folder.resolve("image"));
    image.giveSecret("patchbay-key", database.masterKey());
    image.giveSecret("database-password", database.password());
    PatchbayServer server = PatchbayServer.in(folder).withEntry(image.volume(), image.entry());
    Map<String, String> environment = new TreeMap<>(Compose.read(COMPOSE).environment(service));
    environment.put("PATCHBAY_DB_URL", database.url());
    environment.put("PATCHBAY_DB_USER", database.user());
    environment.put("PATCHBAY_PUBLIC_URL", server.url().toString());
    environment.put("PATCHBAY_BIND", "127.0.0.1");
    environment.put("PATCHBAY_PORT", String.valueOf(server.port()));
    environment.put("PATCHBAY_JAVA_OPTS", "-XX:TieredStopAtLevel=1");
    environment.putAll(given);
    image.environment(environment).forEach(server::withEnvironment);
    server.begin();
    return new ContainerNode(image, server);
  }

  PatchbayServer server() {
    return server;
  }

  /** What the engine's health check comes to: 0 is healthy. */
  int health() {
    ProcessBuilder check = new ProcessBuilder(image.healthCheck());
    check.environment().put("PATCHBAY_PORT", String.valueOf(server.port()));
    check.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
    try {
      return check.start().waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    server.close();
  }
}
