package dev.patchbay.testkit.contract;

import dev.patchbay.api.PluginApi;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a run of the contract found, in words that the host reads from the plugin's jar. It names
 * the very classes that were tried, so that nobody can carry it over to others.
 *
 * @param classes the folder that becomes the plugin's jar
 */
record Certificate(Path classes, Manifest manifest, Map<ContractPoint, Finding> findings) {
  private static final Path PLACE = Path.of("META-INF", "patchbay", "contract.json");

  static Certificate of(ContractSubject subject, Map<ContractPoint, Finding> findings) {
    var shipment = subject.shipment();
    return new Certificate(shipment.classes(), Manifest.of(shipment), findings);
  }

  void write() {
    var file = classes.resolve(PLACE);
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, json());
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be written: " + e.getMessage(), e);
    }
  }

  private String json() throws IOException {
    return """
        {
          "plugin": %s,
          "version": %s,
          "api": %d,
          "classes": "%s",
          "points": [
        %s
          ]
        }
        """
        .formatted(
            quoted(manifest.id()),
            quoted(manifest.version()),
            PluginApi.VERSION,
            ClassesDigest.of(classes),
            findings.entrySet().stream()
                .map(each -> line(each.getKey(), each.getValue()))
                .collect(Collectors.joining(",\n")));
  }

  private static String line(ContractPoint point, Finding finding) {
    var reason = finding.reason().isEmpty() ? "" : ", \"reason\": " + quoted(finding.reason());
    return "    {\"point\": \"%s\", \"sentence\": %s, \"outcome\": \"%s\"%s}"
        .formatted(point, quoted(point.sentence()), finding.outcome(), reason);
  }

  private static String quoted(String text) {
    var quoted = new StringBuilder("\"");
    text.chars()
        .forEach(
            c -> {
              if (c == '"' || c == '\\') {
                quoted.append('\\').append((char) c);
              } else if (c < ' ') {
                quoted.append("\\u%04x".formatted(c));
              } else {
                quoted.append((char) c);
              }
            });
    return quoted.append('"').toString();
  }
}
