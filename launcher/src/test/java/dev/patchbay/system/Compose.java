package dev.patchbay.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** A compose file as an engine reads it: merged, and with the defaults of its variables. */
final class Compose {
  private final Map<String, Object> content;

  private Compose(Map<String, Object> content) {
    this.content = content;
  }

  static Compose read(Path file) {
    try {
      String text = Files.readString(file).replaceAll("\\$\\{\\w+:-([^}]*)\\}", "$1");
      LoaderOptions strict = new LoaderOptions();
      strict.setAllowDuplicateKeys(false);
      return new Compose(new Yaml(new SafeConstructor(strict)).load(text));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Map<String, Object> top(String section) {
    return map(content.get(section));
  }

  Map<String, Object> service(String name) {
    return map(top("services").get(name));
  }

  Map<String, String> environment(String service) {
    Map<String, String> values = new TreeMap<>();
    map(service(service).get("environment"))
        .forEach((name, value) -> values.put(name, value.toString()));
    return values;
  }

  @SuppressWarnings("unchecked")
  static Map<String, Object> map(Object node) {
    return (Map<String, Object>) node;
  }

  @SuppressWarnings("unchecked")
  static List<String> list(Object node) {
    return node == null ? List.of() : (List<String>) node;
  }
}
