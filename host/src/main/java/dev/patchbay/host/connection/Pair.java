package dev.patchbay.host.connection;

import dev.patchbay.api.McpClient;
import dev.patchbay.host.integration.Integration;
import java.util.function.Function;

/**
 * A connection and the integration that it stands behind.
 *
 * @param run the sync run that uses them; empty text if none does
 */
record Pair(Connection connection, Integration integration, String run) {

  /** The same work on a client that offers no more than the integration allows. */
  <T> Function<McpClient, T> permitted(Function<McpClient, T> work) {
    return client -> work.apply(new PermittedClient(client, integration.permissions()));
  }

  Pair during(String runId) {
    return new Pair(connection, integration, runId);
  }

  /** In which edition the two were loaded. */
  Edition edition() {
    return new Edition(connection.version(), integration.version());
  }

  /** Changes with every change of the connection or of the integration. */
  record Edition(long connection, long integration) {}
}
