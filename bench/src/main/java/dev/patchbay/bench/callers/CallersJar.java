package dev.patchbay.bench.callers;

import java.nio.file.Path;
import java.util.List;

/** The plugin of the callers, packed and commanded. */
public final class CallersJar {
  private static final List<Class<?>> CLASSES = List.of(CallersPlugin.class, Callers.class);

  private CallersJar() {}

  /**
   * Packs it into a folder for the server's {@code --plugins}.
   *
   * @return the folder
   */
  public static Path in(Path folder) {
    return PluginJar.in(folder, CallersPlugin.ID, CLASSES);
  }

  /** What the server's Java is told, so that the callers can be commanded at this port. */
  public static String commandedAt(int port) {
    return "-D" + Callers.PORT + "=" + port;
  }
}
