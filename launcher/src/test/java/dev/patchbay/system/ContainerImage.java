package dev.patchbay.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The image of {@code docker/Dockerfile} without an engine: its last stage laid out in a folder of
 * this machine, so that entry, health check, environment and account can be tried as written.
 */
final class ContainerImage {
  private static final Path ROOT = Path.of(System.getProperty("repository.root"));
  private static final Path BUILT = Path.of("/source/launcher/target/patchbay");
  private static final Path HOME = Path.of(System.getProperty("distribution"));

  private final Dockerfile dockerfile = Dockerfile.read(ROOT.resolve("docker/Dockerfile"));
  private final Path root;

  private ContainerImage(Path root) {
    this.root = root;
  }

  /**
   * @param root an empty folder, which stands for the image's file system
   */
  static ContainerImage in(Path root) {
    ContainerImage image = new ContainerImage(root);
    image.dockerfile.copies().forEach(image::copy);
    image.own(image.volume());
    return image;
  }

  /** The folder that outlives a container, as the image prepares it. */
  Path volume() {
    return inside(dockerfile.volume());
  }

  /** Puts a secret where an engine mounts it, readable for the image's account. */
  void giveSecret(String name, String text) {
    try {
      Path secrets = Files.createDirectories(inside("/run/secrets"));
      own(secrets);
      Files.writeString(secrets.resolve(name), text + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void own(Path folder) {
    try {
      Files.createDirectories(folder);
      setMode(folder, "rwx------");
      if (isRoot()) {
        Files.setAttribute(folder, "unix:uid", dockerfile.user());
        Files.setAttribute(folder, "unix:gid", dockerfile.user());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The image's settings, with those of a container over them, for this machine's paths. */
  Map<String, String> environment(Map<String, String> ofContainer) {
    Map<String, String> all = new TreeMap<>(dockerfile.environment());
    all.putAll(ofContainer);
    all.replaceAll((name, value) -> value.startsWith("/") ? inside(value).toString() : value);
    return all;
  }

  /** What the engine runs, under the image's account if this one may change it. */
  String[] entry() {
    return asUser(dockerfile.command("ENTRYPOINT"));
  }

  String[] healthCheck() {
    return asUser(dockerfile.healthCheck());
  }

  private Path inside(String path) {
    return root.resolve(path.substring(1));
  }

  private String[] asUser(String program) {
    String inside = inside(program).toString();
    String id = String.valueOf(dockerfile.user());
    return isRoot()
        ? new String[] {"setpriv", "--reuid", id, "--regid", id, "--clear-groups", inside}
        : new String[] {inside};
  }

  private static boolean isRoot() {
    return System.getProperty("user.name").equals("root");
  }

  private void copy(Dockerfile.Copy copy) {
    Path target = inside(copy.target());
    for (String source : copy.sources()) {
      if (copy.fromStage()) {
        copyTree(HOME.resolve(BUILT.relativize(Path.of(source))), target);
      } else {
        Path file = ROOT.resolve(source);
        copyFile(file, target.resolve(file.getFileName()));
        setMode(target.resolve(file.getFileName()), "rwxr-xr-x");
      }
    }
  }

  private static void copyTree(Path from, Path to) {
    try (Stream<Path> files = Files.walk(from)) {
      files
          .filter(Files::isRegularFile)
          .forEach(file -> link(file, to.resolve(from.relativize(file))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Sparing the disk a second distribution. */
  private static void link(Path from, Path to) {
    try {
      Files.createDirectories(to.getParent());
      Files.createLink(to, from);
    } catch (IOException otherDisk) {
      copyFile(from, to);
    }
  }

  private static void copyFile(Path from, Path to) {
    try {
      Files.createDirectories(to.getParent());
      Files.copy(from, to);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void setMode(Path file, String mode) {
    try {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
