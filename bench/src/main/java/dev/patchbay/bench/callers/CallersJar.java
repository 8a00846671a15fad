package dev.patchbay.bench.callers;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.patchbay.api.IntegrationPlugin;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

/** Packs the plugin of the callers, as its author would. */
public final class CallersJar {
  private static final List<Class<?>> CLASSES = List.of(CallersPlugin.class, Callers.class);

  private CallersJar() {}

  /**
   * Packs it into a folder for the server's {@code --plugins}.
   *
   * @return the folder
   */
  public static Path in(Path folder) {
    try {
      Path jar = Files.createDirectories(folder.resolve(CallersPlugin.ID)).resolve("callers.jar");
      try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
        write(out, "META-INF/services/" + IntegrationPlugin.class.getName(), plugin());
        write(
            out,
            "META-INF/patchbay-plugin.properties",
            "id=%s\nversion=1.0.0\napi=1\n".formatted(CallersPlugin.ID).getBytes(UTF_8));
        for (Class<?> type : CLASSES) {
          write(out, file(type), bytes(type));
        }
      }
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the server's Java is told, so that the callers can be commanded at this port. */
  public static String commandedAt(int port) {
    return "-D" + Callers.PORT + "=" + port;
  }

  private static byte[] plugin() {
    return CallersPlugin.class.getName().getBytes(UTF_8);
  }

  private static void write(JarOutputStream jar, String name, byte[] bytes) throws IOException {
    jar.putNextEntry(new JarEntry(name));
    jar.write(bytes);
    jar.closeEntry();
  }

  private static String file(Class<?> type) {
    return type.getName().replace('.', '/') + ".class";
  }

  private static byte[] bytes(Class<?> type) throws IOException {
    try (InputStream file = type.getClassLoader().getResourceAsStream(file(type))) {
      return file.readAllBytes();
    }
  }
}
