package dev.patchbay.host.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.host.plugin.ContractResult.Outcome;
import dev.patchbay.host.plugin.ContractResult.Verdict;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContractResultTest {

  private static final String PROVEN =
      """
      {"point":"PAGING_ENDS","sentence":"A pass ends","outcome":"PROVEN"},
      {"point":"ONE_EFFECT","sentence":"One key, one effect","outcome":"EXEMPT","reason":"No keys"}
      """;
  private static final String FAILED =
      """
      {"point":"PAGING_ENDS","sentence":"A pass ends","outcome":"FAILED"}""";
  private static final String UNTRIED =
      """
      {"point":"PAGING_ENDS","sentence":"A pass ends","outcome":"UNTRIED"}""";

  @TempDir private Path folder;

  @Test
  void should_be_proven_when_the_result_is_of_these_very_classes() throws Exception {
    var result = result("alpha", "1.2.0", classesOfAlpha(), PROVEN);

    assertThat(result.verdict()).isEqualTo(Verdict.PROVEN);
    assertThat(result.reason()).isNull();
    assertThat(result.points())
        .extracting(ContractResult.Point::outcome)
        .containsExactly(Outcome.PROVEN, Outcome.EXEMPT);
    assertThat(result.points().get(1).reason()).isEqualTo("No keys");
  }

  @ParameterizedTest
  @ValueSource(strings = {FAILED, UNTRIED, ""})
  void should_be_incomplete_when_a_point_is_open(String points) throws Exception {
    assertThat(result("alpha", "1.2.0", classesOfAlpha(), points).verdict())
        .isEqualTo(Verdict.INCOMPLETE);
  }

  @Test
  void should_be_unproven_when_the_result_is_of_something_else() throws Exception {
    var classes = classesOfAlpha();
    var others = classes.replaceFirst(".", classes.startsWith("0") ? "1" : "0");

    assertThat(result("alpha", "1.2.0", others, PROVEN))
        .isEqualTo(result("alpha", "1.1.0", classes, PROVEN))
        .isEqualTo(result("beta", "1.2.0", classes, PROVEN));
    assertThat(result("alpha", "1.2.0", others, PROVEN).verdict()).isEqualTo(Verdict.UNPROVEN);
    assertThat(result("alpha", "1.2.0", others, PROVEN).reason()).contains("another build");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "{}",
        "{\"plugin\":\"alpha\"",
        "{\"plugin\":\"alpha\",\"version\":\"1.2.0\",\"api\":1,\"classes\":\"\",\"points\":null}"
      })
  void should_be_unproven_when_the_result_cannot_be_understood(String text) throws IOException {
    assertThat(of(PluginJar.plugin("alpha", "1.2.0").file(ContractFile.NAME, text)).verdict())
        .isEqualTo(Verdict.UNPROVEN);
  }

  @Test
  void should_be_unproven_when_there_is_no_result() throws IOException {
    assertThat(of(PluginJar.plugin("alpha", "1.2.0")).reason())
        .contains("without the contract's tests");
  }

  private ContractResult result(String plugin, String version, String classes, String points)
      throws IOException {
    return of(
        PluginJar.plugin("alpha", "1.2.0")
            .file(
                ContractFile.NAME,
                "{\"plugin\":\"%s\",\"version\":\"%s\",\"api\":1,\"classes\":\"%s\",\"points\":[%s]}"
                    .formatted(plugin, version, classes, points)));
  }

  private ContractResult of(PluginJar jar) throws IOException {
    var file = jar.writeTo(Files.createTempFile(folder, "plugin", ".jar"));
    return PluginArchive.read(List.of(file)).contract();
  }

  /** By the words of the testkit's description. */
  private String classesOfAlpha() throws Exception {
    var names = new TreeMap<String, byte[]>();
    var file = PluginJar.plugin("alpha", "1.2.0").writeTo(folder.resolve("alpha.jar"));
    try (var jar = new JarFile(file.toFile())) {
      for (var entry : jar.stream().filter(each -> each.getName().endsWith(".class")).toList()) {
        names.put(entry.getName(), jar.getInputStream(entry).readAllBytes());
      }
    }
    var all = new ByteArrayOutputStream();
    for (var each : names.entrySet()) {
      all.writeBytes((each.getKey() + "\n").getBytes(StandardCharsets.UTF_8));
      all.writeBytes((sha256(each.getValue()) + "\n").getBytes(StandardCharsets.UTF_8));
    }
    return sha256(all.toByteArray());
  }

  private static String sha256(byte[] bytes) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }
}
