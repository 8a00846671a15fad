package dev.patchbay.host.plugin;

import java.net.URL;
import java.net.URLClassLoader;
import java.util.List;
import java.util.function.Supplier;

/**
 * Keeps a plugin's libraries apart from those of the host and of all other plugins: above it are
 * only the JDK and the shared packages. Not a security boundary: plugins are trusted code.
 */
public final class PluginClassLoader extends URLClassLoader {

  static {
    registerAsParallelCapable();
  }

  private final String plugin;
  private final ClassLoader host;

  PluginClassLoader(String plugin, List<URL> jars, ClassLoader host) {
    super("plugin:" + plugin, jars.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
    this.plugin = plugin;
    this.host = host;
  }

  /** The id of the plugin whose code it loads. */
  public String plugin() {
    return plugin;
  }

  /** Runs the plugin's code with its own loader as the thread's, as its libraries expect. */
  <T> T during(Supplier<T> code) {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(this);
    try {
      return code.get();
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    return SharedPackages.contain(name) ? host.loadClass(name) : super.loadClass(name, resolve);
  }
}
