package dev.patchbay.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * A plugin that was compiled against this API version must go on working. {@code
 * src/test/resources/plugin-api.signatures} holds what was promised; whoever changes the API
 * changes that file in the same commit, and so announces it.
 */
class CompatibilityTest {

  private static final Path PROMISED = Path.of("src", "test", "resources", "plugin-api.signatures");

  private final SortedSet<String> promised = promised();
  private final SortedSet<String> actual = actual();

  @Test
  void should_take_nothing_away_that_was_promised() {
    var missing = new TreeSet<>(promised);
    missing.removeAll(actual);

    assertThat(missing)
        .as(
            "Plugins out there use these. Keep them, or raise PluginApi.VERSION, say so in"
                + " CHANGELOG.md and change %s",
            PROMISED)
        .isEmpty();
  }

  @Test
  void should_announce_what_is_new() throws IOException {
    var unannounced = new TreeSet<>(actual);
    unannounced.removeAll(promised);
    var proposal = Files.write(Path.of("target", "plugin-api.signatures"), actual);

    assertThat(unannounced)
        .as("New in the API; announce it by copying %s to %s", proposal, PROMISED)
        .isEmpty();
  }

  @Test
  void should_add_to_an_interface_only_what_has_a_default() {
    var broken = new TreeSet<>(actual);
    broken.removeAll(promised);
    broken.removeIf(line -> !line.contains("#") || !line.contains(": public abstract "));
    broken.removeIf(line -> isNewType(line.substring(0, line.indexOf('#'))));

    assertThat(broken).as("A plugin compiled before this would not have them").isEmpty();
  }

  private boolean isNewType(String type) {
    return promised.stream().noneMatch(line -> line.startsWith(type + "#"));
  }

  private static SortedSet<String> promised() {
    try {
      return new TreeSet<>(Files.readAllLines(PROMISED));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static SortedSet<String> actual() {
    try {
      var source = PluginApi.class.getProtectionDomain().getCodeSource();
      return Signatures.of(Path.of(source.getLocation().toURI()));
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
