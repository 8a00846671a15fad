package dev.patchbay.host.mutation;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/**
 * The host with one weakness: the changed sources are compiled beside the real classes and loaded
 * before them, so that nothing has to be put back.
 */
final class Mutant implements AutoCloseable {

  private static final String ROOT = "dev.patchbay.host.";

  private final URLClassLoader loader;
  private final Path work;

  private Mutant(URLClassLoader loader, Path work) {
    this.loader = loader;
    this.work = work;
  }

  /**
   * @param module the host's folder
   * @throws IllegalStateException if the change does not fit the sources, or does not compile
   */
  static Mutant of(Vector vector, Path module) throws IOException {
    Path work = Files.createTempDirectory("mutant");
    compile(write(Mutation.of(vector, module), work), work);
    URL[] path = {
      url(work), url(module.resolve("target/classes")), url(module.resolve("target/test-classes"))
    };
    return new Mutant(new ChildFirst(path), work);
  }

  ClassLoader loader() {
    return loader;
  }

  private static List<String> write(Mutation mutation, Path work) throws IOException {
    var files = new ArrayList<String>();
    for (var source : mutation.sources().entrySet()) {
      Path file = work.resolve("src").resolve(source.getKey());
      Files.createDirectories(file.getParent());
      files.add(Files.writeString(file, source.getValue()).toString());
    }
    return files;
  }

  private static void compile(List<String> files, Path work) {
    var arguments =
        new ArrayList<>(
            List.of("-nowarn", "-parameters", "-proc:none", "-d", work.toString(), "-cp"));
    arguments.add(System.getProperty("java.class.path"));
    arguments.addAll(files);
    int problems =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, System.err, arguments.toArray(String[]::new));
    if (problems != 0) {
      throw new IllegalStateException("The mutation does not compile");
    }
  }

  private static URL url(Path folder) throws MalformedURLException {
    return folder.toUri().toURL();
  }

  @Override
  public void close() throws IOException {
    loader.close();
    try (Stream<Path> files = Files.walk(work)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  /** Looks for the host's own classes here first. */
  private static final class ChildFirst extends URLClassLoader {

    ChildFirst(URL[] path) {
      super(path, Mutant.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      synchronized (getClassLoadingLock(name)) {
        if (!name.startsWith(ROOT)) {
          return super.loadClass(name, resolve);
        }
        Class<?> loaded = findLoadedClass(name);
        return loaded == null ? findClass(name) : loaded;
      }
    }
  }
}
