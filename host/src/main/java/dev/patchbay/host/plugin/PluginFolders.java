package dev.patchbay.host.plugin;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;

/**
 * Where plugins are looked for. Only the server's configuration says so: a plugin is code, so the
 * place that it comes from must never be settable by a request.
 */
record PluginFolders(Optional<Path> bundled, List<Path> further) {

  static PluginFolders of(Config config) {
    return new PluginFolders(
        config.getOptionalValue("patchbay.plugins.bundled", String.class).map(Path::of),
        config.getOptionalValue("patchbay.plugins.folders", String.class).stream()
            .flatMap(text -> Stream.of(text.split(",")))
            .map(String::strip)
            .filter(text -> !text.isEmpty())
            .map(Path::of)
            .toList());
  }

  /** All places where a plugin may lie; those that came with the server first. */
  List<PluginLocation> locations() {
    return Stream.concat(
            bundled.stream().flatMap(folder -> PluginLocation.in(folder, true).stream()),
            further.stream().flatMap(folder -> PluginLocation.in(folder, false).stream()))
        .toList();
  }
}
