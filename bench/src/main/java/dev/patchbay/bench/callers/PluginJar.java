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

/** Packs a plugin of the benchmarks, as its author would. */
public final class PluginJar {

  private PluginJar() {}

  /**
   * Packs it into a folder for the server's {@code --plugins}.
   *
   * @param classes the plugin's own first, then all that it needs
   * @return the folder
   */
  public static Path in(Path folder, String id, List<Class<?>> classes) {
    try {
      Path jar = Files.createDirectories(folder.resolve(id)).resolve(id + ".jar");
      try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
        write(
            out,
            "META-INF/services/" + IntegrationPlugin.class.getName(),
            classes.get(0).getName().getBytes(UTF_8));
        write(
            out,
            "META-INF/patchbay-plugin.properties",
            "id=%s\nversion=1.0.0\napi=1\n".formatted(id).getBytes(UTF_8));
        for (Class<?> type : classes) {
          write(out, file(type), bytes(type));
        }
      }
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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
