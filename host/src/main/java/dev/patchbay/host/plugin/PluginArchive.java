package dev.patchbay.host.plugin;

import dev.patchbay.api.IntegrationPlugin;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;

/** Reads what the jars of one plugin hold, without running any of their code. */
final class PluginArchive {

  static final String SERVICE_FILE = "META-INF/services/" + IntegrationPlugin.class.getName();

  private final List<Properties> manifests = new ArrayList<>();
  private final List<String> classNames = new ArrayList<>();
  private boolean hasServiceFile;
  private Path own;

  private PluginArchive() {}

  static PluginArchive read(List<Path> jars) {
    var archive = new PluginArchive();
    jars.forEach(archive::readJar);
    return archive;
  }

  PluginManifest manifest() {
    return switch (manifests.size()) {
      case 0 ->
          throw new PluginRefused(
              "There is no "
                  + PluginManifest.FILE
                  + " in it, so it is no plugin; if it is a library, put it into a folder"
                  + " of its own together with its plugin");
      case 1 -> PluginManifest.of(manifests.get(0));
      default ->
          throw new PluginRefused(
              "There is more than one "
                  + PluginManifest.FILE
                  + " in the folder; each plugin needs a folder of its own");
    };
  }

  /** What the plugin's own tests found of the contract. */
  ContractResult contract() {
    try (var jar = new JarFile(own.toFile())) {
      return ContractFile.read(jar, manifest());
    } catch (IOException e) {
      throw new PluginRefused("The file " + own.getFileName() + " cannot be read: " + e, e);
    }
  }

  String className() {
    if (!hasServiceFile) {
      throw new PluginRefused("There is no " + SERVICE_FILE + " that names the plugin's class");
    }
    if (classNames.size() != 1) {
      throw new PluginRefused(
          SERVICE_FILE + " must name one class, but names " + classNames.size());
    }
    return classNames.get(0);
  }

  private void readJar(Path file) {
    try (var jar = new JarFile(file.toFile())) {
      refuseSharedPackages(jar, file);
      readManifest(jar, file);
      readServiceFile(jar);
    } catch (ZipException e) {
      throw new PluginRefused(
          "The file " + file.getFileName() + " is corrupt (" + e.getMessage() + "); copy it again",
          e);
    } catch (IOException | IllegalArgumentException e) {
      throw new PluginRefused("The file " + file.getFileName() + " cannot be read: " + e, e);
    }
  }

  private static void refuseSharedPackages(JarFile jar, Path file) {
    jar.stream()
        .map(ZipEntry::getName)
        .flatMap(name -> SharedPackages.ofEntry(name).stream())
        .findFirst()
        .ifPresent(
            name -> {
              throw new PluginRefused(
                  file.getFileName()
                      + " brings along the package "
                      + name
                      + ", which every plugin gets from the server; leave it out of the build");
            });
  }

  private void readManifest(JarFile jar, Path file) throws IOException {
    ZipEntry entry = jar.getEntry(PluginManifest.FILE);
    if (entry != null) {
      own = file;
      var properties = new Properties();
      try (Reader reader =
          new InputStreamReader(jar.getInputStream(entry), StandardCharsets.UTF_8)) {
        properties.load(reader);
      }
      manifests.add(properties);
    }
  }

  private void readServiceFile(JarFile jar) throws IOException {
    ZipEntry entry = jar.getEntry(SERVICE_FILE);
    if (entry != null) {
      hasServiceFile = true;
      try (InputStream in = jar.getInputStream(entry)) {
        new String(in.readAllBytes(), StandardCharsets.UTF_8)
            .lines()
            .map(line -> line.replaceFirst("#.*", "").strip())
            .filter(line -> !line.isEmpty())
            .forEach(classNames::add);
      }
    }
  }
}
