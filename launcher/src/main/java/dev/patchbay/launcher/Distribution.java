package dev.patchbay.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The folder the launcher's jar lies in, with everything that is deployed from it. */
record Distribution(Path home) {

  static Distribution ofThisJar() {
    try {
      Path jar =
          Path.of(Launcher.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      return new Distribution(jar.getParent());
    } catch (URISyntaxException e) {
      throw new IllegalStateException("The launcher lies at no readable place", e);
    }
  }

  static String version() {
    String version = Launcher.class.getPackage().getImplementationVersion();
    return version == null ? "(unpacked)" : version;
  }

  Path application(String name) {
    Path application = home.resolve("apps").resolve(name);
    if (!Files.exists(application)) {
      throw new StartupProblem(
          "%s is missing: this installation is incomplete; build or unpack it again."
              .formatted(application));
    }
    return application;
  }

  Path plugins() {
    return home.resolve("plugins");
  }

  Path compilerDirectives() {
    return home.resolve("compiler.directives");
  }

  List<Path> sandboxJars() {
    Path folder = home.resolve("sandbox");
    try (Stream<Path> files = Files.isDirectory(folder) ? Files.list(folder) : Stream.empty()) {
      return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + folder, e);
    }
  }
}
