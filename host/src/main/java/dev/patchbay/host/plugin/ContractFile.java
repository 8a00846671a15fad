package dev.patchbay.host.plugin;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.patchbay.host.json.Json;
import dev.patchbay.host.plugin.ContractResult.Point;
import java.io.IOException;
import java.util.List;
import java.util.jar.JarFile;

/**
 * The result that the testkit writes into a plugin's jar. It counts only for the very classes that
 * were tried, so that nobody can type it and an old one does not speak for a new build.
 */
record ContractFile(String plugin, String version, int api, String classes, List<Point> points) {

  static final String NAME = "META-INF/patchbay/contract.json";

  private static final int LARGEST = 256 * 1024;

  ContractFile {
    points = List.copyOf(points);
  }

  static ContractResult read(JarFile jar, PluginManifest manifest) throws IOException {
    var entry = jar.getEntry(NAME);
    if (entry == null) {
      return ContractResult.unproven(
          "It was built without the contract's tests; build it with them to see what holds");
    }
    try (var in = jar.getInputStream(entry)) {
      var file = Json.mapper().readValue(in.readNBytes(LARGEST), ContractFile.class);
      return file != null && file.isOf(jar, manifest)
          ? ContractResult.of(file.points)
          : ContractResult.unproven(
              "The result in it is of another build; build it with its tests");
    } catch (JsonProcessingException e) {
      return ContractResult.unproven("The result in it cannot be understood; build it again");
    }
  }

  private boolean isOf(JarFile jar, PluginManifest manifest) throws IOException {
    return manifest.id().equals(plugin)
        && manifest.version().equals(version)
        && ClassesDigest.of(jar).equals(classes);
  }
}
