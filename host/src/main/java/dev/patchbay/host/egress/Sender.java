package dev.patchbay.host.egress;

import java.util.List;
import java.util.Objects;

/**
 * In whose name an exchange goes out, and where it may go.
 *
 * @param plugin the plugin's id
 * @param connection the connection's id; empty text for the plugin's own calls
 * @param hosts where it may go
 * @param origin what for
 */
public record Sender(String plugin, String connection, DeclaredHosts hosts, Origin origin) {

  public Sender {
    Objects.requireNonNull(plugin, "plugin");
    Objects.requireNonNull(connection, "connection");
    Objects.requireNonNull(hosts, "hosts");
    Objects.requireNonNull(origin, "origin");
  }

  /** The plugin itself, with the hosts that its descriptor declares. */
  public static Sender plugin(String id, List<String> hosts) {
    return new Sender(id, "", DeclaredHosts.of(hosts), Origin.none());
  }

  /**
   * One connection of the plugin.
   *
   * @param furtherHosts those that an admin filled in as settings
   */
  public Sender connection(String id, List<String> furtherHosts) {
    return new Sender(plugin, id, hosts.and(furtherHosts), origin);
  }

  /** The same, for this purpose. */
  public Sender from(Origin purpose) {
    return new Sender(plugin, connection, hosts, purpose);
  }
}
