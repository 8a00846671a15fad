package dev.patchbay.testkit.contract;

import dev.patchbay.api.PluginApi;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Properties;

/** What a plugin says of itself in a file, so that no code has to run for it. */
record Manifest(String id, String version, String api) {
  static final String FILE = "META-INF/patchbay-plugin.properties";

  static Manifest of(Shipment shipment) {
    var file = shipment.classes().resolve(FILE);
    var said = new Properties();
    try (var in = Files.newBufferedReader(file)) {
      said.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException("The plugin has no " + file, e);
    }
    return new Manifest(
        said.getProperty("id", ""), said.getProperty("version", ""), said.getProperty("api", ""));
  }

  boolean isComplete() {
    return id.matches("[a-z][a-z0-9]*(-[a-z0-9]+)*")
        && version.matches("[0-9].*")
        && api.equals(Integer.toString(PluginApi.VERSION));
  }
}
