package dev.patchbay.launcher;

import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What the launcher tells the host and the console: MicroProfile Config properties, set as system
 * properties before anything is deployed.
 */
final class HostProperties {
  private final Map<String, String> values = new TreeMap<>();

  private HostProperties() {}

  static HostProperties of(Settings settings, Distribution distribution, Database database) {
    HostProperties properties = new HostProperties();
    properties.put("patchbay.data", settings.data());
    properties.put("patchbay.key-file", settings.keyFile());
    properties.put("patchbay.plugins.bundled", distribution.plugins());
    properties.put("patchbay.plugins.folders", join(settings));
    properties.put("patchbay.public-url", settings.publicUrl());
    properties.put("patchbay.internal-url", settings.internalUrl());
    properties.put("patchbay.egress.proxy", settings.proxy().text());
    properties.put("patchbay.trusted-proxies", String.join(",", settings.front().ranges()));
    properties.put("patchbay.forwarded-header", settings.front().header());
    properties.put("mp.jwt.verify.publickey.location", settings.internalUrl() + "/api/jwks");
    properties.put("mp.jwt.verify.issuer", "patchbay");
    database.properties().forEach(properties::put);
    return properties;
  }

  private static String join(Settings settings) {
    return settings.plugins().stream().map(Path::toString).collect(Collectors.joining(","));
  }

  HostProperties node(String name) {
    put("patchbay.node", name);
    return this;
  }

  /** A word by which the host knows the console, and that nobody outside this process learns. */
  HostProperties consoleWord() {
    byte[] word = new byte[32];
    new SecureRandom().nextBytes(word);
    put("patchbay.console-word", HexFormat.of().formatHex(word));
    return this;
  }

  /** Sends the hosts that the sandbox plays to the sandbox, by the server's own configuration. */
  HostProperties sandbox(Map<String, URI> hosts) {
    put("patchbay.sandbox", "true");
    put("patchbay.egress.hosts", hostMap(hosts));
    return this;
  }

  private static String hostMap(Map<String, URI> hosts) {
    return new TreeMap<>(hosts)
        .entrySet().stream()
            .map(host -> host.getKey() + "=" + host.getValue())
            .collect(Collectors.joining(","));
  }

  private void put(String name, Object value) {
    if (!value.toString().isEmpty()) {
      values.put(name, value.toString());
    }
  }

  Map<String, String> values() {
    return Map.copyOf(values);
  }

  void apply() {
    values.forEach(System::setProperty);
  }
}
