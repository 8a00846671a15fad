package dev.patchbay.host.plugin;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Goes through the folders once, at boot. What is wrong with one plugin never touches another: each
 * ends either among the found or, with its reason, among the refused.
 */
final class PluginScan {

  private final ClassLoader host;
  private final Map<String, FoundPlugin> found = new LinkedHashMap<>();
  private final List<RefusedPlugin> refused = new ArrayList<>();

  private PluginScan(ClassLoader host) {
    this.host = host;
  }

  static PluginScan of(List<PluginLocation> locations, ClassLoader host) {
    var scan = new PluginScan(host);
    locations.forEach(scan::look);
    return scan;
  }

  Collection<FoundPlugin> found() {
    return found.values();
  }

  List<RefusedPlugin> refused() {
    return refused;
  }

  private void look(PluginLocation location) {
    Optional<PluginManifest> manifest = Optional.empty();
    try {
      var jars = location.jars();
      var archive = PluginArchive.read(jars);
      manifest = Optional.of(archive.manifest());
      add(FoundPlugin.open(archive, location, jars, host));
    } catch (PluginRefused e) {
      refused.add(new RefusedPlugin(manifest, location, e.getMessage()));
    } catch (RuntimeException | LinkageError e) {
      refused.add(new RefusedPlugin(manifest, location, "It cannot be read: " + e));
    }
  }

  private void add(FoundPlugin candidate) {
    FoundPlugin holder = found.get(candidate.id());
    try {
      requireFreeId(candidate, holder);
      requireOwnClassName(candidate);
    } catch (PluginRefused e) {
      candidate.close();
      throw e;
    }
    found.put(candidate.id(), candidate);
    if (holder != null) {
      holder.close();
    }
  }

  private static void requireFreeId(FoundPlugin candidate, FoundPlugin holder) {
    if (holder == null) {
      return;
    }
    if (!holder.location().bundled() || candidate.location().bundled()) {
      throw new PluginRefused(
          "The id " + candidate.id() + " is already taken by " + holder.location());
    }
    if (!candidate.manifest().isHigherThan(holder.manifest())) {
      throw new PluginRefused(
          "Version "
              + candidate.manifest().version()
              + " is not higher than version "
              + holder.manifest().version()
              + ", which came with the server");
    }
  }

  private void requireOwnClassName(FoundPlugin candidate) {
    found.values().stream()
        .filter(other -> !other.id().equals(candidate.id()))
        .filter(other -> other.type().getName().equals(candidate.type().getName()))
        .findFirst()
        .ifPresent(
            other -> {
              throw new PluginRefused(
                  "Its class "
                      + candidate.type().getName()
                      + " has the same name as that of the plugin "
                      + other.id()
                      + "; each needs a package of its own");
            });
  }
}
