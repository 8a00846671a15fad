package dev.patchbay.host.plugin;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.patchbay.api.IntegrationPlugin;
import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Builds a real plugin jar from source, as an author's build would, right or wrong. */
final class PluginJar {

  /** Most tests start from the same few sources. */
  private static final Map<Object, Map<String, byte[]>> COMPILED = new ConcurrentHashMap<>();

  private final Map<String, String> sources = new LinkedHashMap<>();
  private final Map<String, byte[]> files = new LinkedHashMap<>();
  private final List<String> leftOut = new ArrayList<>();
  private final List<Path> libraries = new ArrayList<>();

  /** A plugin in its simplest form: {@code dev.sample.<Class>Plugin}. */
  static PluginJar plugin(String id, String version) {
    return bare(id, version).source(className(id), simpleSource(id));
  }

  /** A plugin whose one class the test writes; it must be called {@link #className}. */
  static PluginJar bare(String id, String version) {
    return new PluginJar()
        .properties("id=" + id + "\nversion=" + version + "\napi=1\n")
        .service(className(id));
  }

  static String className(String id) {
    return "dev.sample."
        + Stream.of(id.split("-"))
            .map(
                part -> part.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + part.substring(1))
            .collect(Collectors.joining())
        + "Plugin";
  }

  /** The source of a class with the usual imports and, in its body, the usual two methods. */
  static String classWith(String id, String body) {
    String name = className(id).substring("dev.sample.".length());
    return """
        package dev.sample;
        import dev.patchbay.api.*;
        import dev.patchbay.api.action.*;
        import dev.patchbay.api.auth.*;
        import dev.patchbay.api.egress.*;
        import dev.patchbay.api.item.*;
        import dev.patchbay.api.setting.*;
        import jakarta.annotation.*;
        import jakarta.inject.*;
        import java.time.*;
        import java.util.*;
        import org.eclipse.microprofile.config.inject.ConfigProperty;
        public class %s implements IntegrationPlugin {
          %s
        }
        """
        .formatted(name, body);
  }

  static String methods(String descriptor) {
    return """
          public PluginDescriptor descriptor() { return %s; }
          public McpClient open(ConnectionContext context) {
            return () -> Account.of("1", String.valueOf(getClass().getClassLoader()), Set.of());
          }
        """
        .formatted(descriptor);
  }

  static String descriptor(String more) {
    return "PluginDescriptor.builder(\"Sample\", Form.apiKey(\"Key\", \"\"))" + more + ".build()";
  }

  PluginJar source(String className, String text) {
    sources.put(className, text);
    return this;
  }

  PluginJar properties(String text) {
    return file(PluginManifest.FILE, text);
  }

  PluginJar service(String text) {
    return file(PluginArchive.SERVICE_FILE, text + "\n");
  }

  PluginJar file(String name, String text) {
    files.put(name, text.getBytes(UTF_8));
    return this;
  }

  PluginJar without(String name) {
    leftOut.add(name);
    return this;
  }

  /** A jar that the sources compile against, without becoming part of this one. */
  PluginJar against(Path library) {
    libraries.add(library);
    return this;
  }

  Path writeTo(Path jar) throws IOException {
    Files.createDirectories(jar.getParent());
    var key = List.of(Map.copyOf(sources), List.copyOf(libraries));
    if (!COMPILED.containsKey(key)) {
      COMPILED.put(key, compiled());
    }
    files.putAll(COMPILED.get(key));
    leftOut.forEach(files::remove);
    try (var out = new JarOutputStream(Files.newOutputStream(jar))) {
      for (var file : files.entrySet()) {
        out.putNextEntry(new ZipEntry(file.getKey()));
        out.write(file.getValue());
        out.closeEntry();
      }
    }
    return jar;
  }

  private Map<String, byte[]> compiled() throws IOException {
    if (sources.isEmpty()) {
      return Map.of();
    }
    Path classes = Files.createTempDirectory("plugin-classes");
    var words = new StringWriter();
    var compiler = ToolProvider.getSystemJavaCompiler();
    boolean success =
        compiler
            .getTask(
                words,
                null,
                null,
                List.of("-proc:none", "-d", classes.toString(), "-cp", classPath()),
                null,
                sources.entrySet().stream().map(e -> fileOf(e.getKey(), e.getValue())).toList())
            .call();
    if (!success) {
      throw new IllegalStateException("The plugin of the test does not compile:\n" + words);
    }
    return read(classes);
  }

  private String classPath() {
    return Stream.concat(
            Stream.of(
                    IntegrationPlugin.class,
                    Inject.class,
                    PostConstruct.class,
                    ConfigProperty.class)
                .map(type -> type.getProtectionDomain().getCodeSource().getLocation())
                .map(url -> Path.of(URI.create(url.toString()))),
            libraries.stream())
        .map(Path::toString)
        .distinct()
        .collect(Collectors.joining(java.io.File.pathSeparator));
  }

  private static Map<String, byte[]> read(Path classes) throws IOException {
    var files = new LinkedHashMap<String, byte[]>();
    try (Stream<Path> all = Files.walk(classes)) {
      for (Path file : all.filter(Files::isRegularFile).sorted().toList()) {
        files.put(classes.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
      }
    }
    return files;
  }

  private static JavaFileObject fileOf(String className, String text) {
    return new SimpleJavaFileObject(
        URI.create("string:///" + className.replace('.', '/') + ".java"),
        JavaFileObject.Kind.SOURCE) {
      @Override
      public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return text;
      }
    };
  }

  private static String simpleSource(String id) {
    return classWith(id, methods(descriptor("")));
  }
}
