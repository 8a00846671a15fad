package dev.patchbay.launcher;

import java.lang.reflect.InvocationTargetException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The simulated providers, in a class loader of their own: their libraries must not meet the
 * server's. Everything crosses the border as JDK types.
 */
final class SandboxServer {
  private static final String CLASS = "dev.patchbay.sandbox.Sandbox";
  private static final int ANY_PORT = 0;

  private final Object sandbox;

  private SandboxServer(Object sandbox) {
    this.sandbox = sandbox;
  }

  static SandboxServer start(List<Path> jars, Path state, int wantedPort) {
    if (jars.isEmpty()) {
      throw new StartupProblem("This installation holds no sandbox; start without --sandbox.");
    }
    boolean free = wantedPort <= 65_535 && Addresses.isFree(Addresses.LOOPBACK, wantedPort);
    return new SandboxServer(open(jars, state, free ? wantedPort : ANY_PORT));
  }

  private static Object open(List<Path> jars, Path state, int port) {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    URLClassLoader loader = loader(jars);
    thread.setContextClassLoader(loader);
    try {
      return loader
          .loadClass(CLASS)
          .getMethod("start", Path.class, int.class)
          .invoke(null, state, port);
    } catch (InvocationTargetException e) {
      throw new StartupProblem("The sandbox did not start: " + e.getCause().getMessage(), e);
    } catch (ReflectiveOperationException e) {
      throw new StartupProblem("The sandbox does not fit this launcher: " + e.getMessage(), e);
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  private static URLClassLoader loader(List<Path> jars) {
    URL[] urls = jars.stream().map(SandboxServer::url).toArray(URL[]::new);
    return new URLClassLoader("sandbox", urls, ClassLoader.getPlatformClassLoader());
  }

  private static URL url(Path jar) {
    try {
      return jar.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalArgumentException(jar.toString(), e);
    }
  }

  URI address() {
    return Addresses.http(Addresses.LOOPBACK, (int) ask("port"));
  }

  /** Declared host to the base address that plays it. */
  @SuppressWarnings("unchecked")
  Map<String, URI> hosts() {
    return (Map<String, URI>) ask("hosts");
  }

  /** Request bodies that set up an integration for each simulated provider. */
  @SuppressWarnings("unchecked")
  List<Map<String, Object>> integrations() {
    return (List<Map<String, Object>>) ask("integrations");
  }

  private Object ask(String question) {
    try {
      return sandbox.getClass().getMethod(question).invoke(sandbox);
    } catch (ReflectiveOperationException e) {
      throw new StartupProblem("The sandbox does not fit this launcher: " + e.getMessage(), e);
    }
  }
}
