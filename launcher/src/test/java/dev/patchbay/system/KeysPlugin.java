package dev.patchbay.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import javax.tools.ToolProvider;

/** A plugin whose accounts are connected with a region and a key, and which knows one key. */
final class KeysPlugin {
  static final String KEY = "key-of-ada-c4n4ry";

  private static final Path API = Path.of("..", "plugin-api", "target", "classes");
  private static final String SOURCE =
      """
      import dev.patchbay.api.*;
      import dev.patchbay.api.auth.Form;
      import dev.patchbay.api.error.ReauthorizationNeeded;
      import dev.patchbay.api.setting.Setting;
      import java.util.*;

      public class Keys implements IntegrationPlugin {
        public PluginDescriptor descriptor() {
          return PluginDescriptor.builder("Keys", Form.of(List.of(
              Setting.builder("region", "Region", Setting.Kind.CHOICE)
                  .choices(List.of("eu", "us")).required().build(),
              Setting.builder("key", "Secret key", Setting.Kind.SECRET)
                  .help("Under Settings, API").required().build()))).build();
        }

        public McpClient open(ConnectionContext context) {
          return () -> {
            if (!context.auth().field("key").reveal().equals("%s")) {
              throw new ReauthorizationNeeded(
                  "Unknown key " + context.auth().field("key").reveal());
            }
            return Account.of("ada", "Ada in " + context.auth().field("region").reveal(), Set.of());
          };
        }
      }
      """
          .formatted(KEY);

  private KeysPlugin() {}

  /** Compiles it into a jar in this folder, and returns the folder. */
  static Path in(Path folder) {
    try {
      Path source = Files.createDirectories(folder.resolve("source")).resolve("Keys.java");
      Files.writeString(source, SOURCE);
      compile(source);
      Path plugins = Files.createDirectories(folder.resolve("plugins"));
      pack(plugins.resolve("keys.jar"), source.resolveSibling("Keys.class"));
      return plugins;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void compile(Path source) {
    int problems =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, "-proc:none", "-cp", API.toString(), source.toString());
    assertThat(problems).as("problems of the compiler").isZero();
  }

  private static void pack(Path jar, Path type) throws IOException {
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file)) {
      entry(out, "Keys.class", Files.readAllBytes(type));
      entry(out, "META-INF/services/dev.patchbay.api.IntegrationPlugin", bytes("Keys\n"));
      entry(out, "META-INF/patchbay-plugin.properties", bytes("id=keys\nversion=1.0.0\napi=1\n"));
    }
  }

  private static void entry(JarOutputStream out, String name, byte[] content) throws IOException {
    out.putNextEntry(new ZipEntry(name));
    out.write(content);
    out.closeEntry();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
