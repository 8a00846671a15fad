package dev.patchbay.host.plugin;

import dev.patchbay.api.IntegrationPlugin;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Modifier;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A plugin whose class could be found; none of its code has run yet. */
record FoundPlugin(
    PluginManifest manifest,
    ContractResult contract,
    PluginLocation location,
    PluginClassLoader loader,
    Class<? extends IntegrationPlugin> type) {

  static FoundPlugin open(
      PluginArchive archive, PluginLocation location, List<Path> jars, ClassLoader host) {
    var manifest = archive.manifest();
    var contract = archive.contract();
    var className = archive.className();
    var loader = new PluginClassLoader(manifest.id(), urls(jars), host);
    try {
      return new FoundPlugin(manifest, contract, location, loader, type(className, loader));
    } catch (RuntimeException e) {
      close(loader);
      throw e;
    }
  }

  String id() {
    return manifest.id();
  }

  RefusedPlugin refused(String reason) {
    return new RefusedPlugin(Optional.of(manifest), location, reason);
  }

  void close() {
    close(loader);
  }

  private static Class<? extends IntegrationPlugin> type(String name, ClassLoader loader) {
    Class<?> found;
    try {
      found = Class.forName(name, false, loader);
    } catch (ClassNotFoundException | LinkageError e) {
      throw new PluginRefused("The class " + name + " cannot be loaded: " + e, e);
    }
    if (!IntegrationPlugin.class.isAssignableFrom(found)
        || Modifier.isAbstract(found.getModifiers())) {
      throw new PluginRefused(
          "The class "
              + name
              + " is no class that implements "
              + IntegrationPlugin.class.getName());
    }
    return found.asSubclass(IntegrationPlugin.class);
  }

  private static List<URL> urls(List<Path> jars) {
    var urls = new ArrayList<URL>();
    for (Path jar : jars) {
      try {
        urls.add(jar.toUri().toURL());
      } catch (MalformedURLException e) {
        throw new PluginRefused("The path " + jar + " cannot be used: " + e, e);
      }
    }
    return urls;
  }

  private static void close(PluginClassLoader loader) {
    try {
      loader.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
