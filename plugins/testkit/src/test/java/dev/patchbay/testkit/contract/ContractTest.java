package dev.patchbay.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Events;

/** The contract finds what is wrong with a plugin, and nothing where nothing is. */
class ContractTest {

  @AfterEach
  void mend() {
    NotesContract.give(null);
  }

  @Test
  void should_find_nothing_wrong_with_a_good_plugin() {
    var tests = run(NotesContract.class);

    assertThat(failed(tests)).isEmpty();
    assertThat(tests.succeeded().count()).isGreaterThanOrEqualTo(proven().size());
    assertThat(tests.skipped().list()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void should_find_each_flaw_by_its_own_point(Flaw flaw) {
    NotesContract.give(flaw);

    assertThat(failed(run(NotesContract.class))).containsExactly(flaw.point());
  }

  @Test
  void should_have_a_flaw_for_each_point() {
    var points = EnumSet.noneOf(ContractPoint.class);
    Arrays.stream(Flaw.values()).map(Flaw::point).forEach(points::add);

    assertThat(points).containsExactlyInAnyOrderElementsOf(proven());
    assertThat(points).containsExactlyInAnyOrder(ContractPoint.values());
  }

  @Test
  void should_be_in_the_guide_point_by_point() throws IOException {
    var guide = Path.of(System.getProperty("repository.root"), "docs", "plugin-guide.md");
    var rows =
        Arrays.stream(ContractPoint.values())
            .map(point -> "| `" + point + "` | " + point.sentence() + " |")
            .toList();

    assertThat(Files.readAllLines(guide)).containsSequence(rows);
  }

  @Test
  void should_leave_out_a_point_only_with_its_reason() {
    var tests = run(ExemptNotesContract.class);

    assertThat(tests.skipped().list())
        .singleElement()
        .satisfies(
            skipped ->
                assertThat(skipped.getRequiredPayload(String.class))
                    .isEqualTo("Its cursors never end (notes.example/docs)"));
  }

  @Test
  void should_write_down_what_was_found_about_which_classes() throws IOException {
    NotesContract.give(Flaw.DROPS_MOVES);
    run(NotesContract.class);
    var flawed = certificate();
    NotesContract.give(null);
    run(ExemptNotesContract.class);
    var exempt = certificate();

    assertThat(flawed)
        .contains("\"plugin\": \"notes\"", "\"version\": \"1.2.3\"", "\"api\": 1")
        .containsPattern("\"classes\": \"[0-9a-f]{64}\"")
        .containsPattern("\"MOVES_SEEN\".*\"outcome\": \"FAILED\"")
        .containsPattern("\"PAGING_ENDS\".*\"outcome\": \"PROVEN\"");
    assertThat(exempt)
        .containsPattern("\"MOVES_SEEN\".*\"outcome\": \"PROVEN\"")
        .containsPattern("\"CURSOR_EXPIRED\".*\"EXEMPT\", \"reason\": \"Its cursors never end");
    assertThat(exempt.lines().filter(line -> line.contains("\"point\"")))
        .hasSize(ContractPoint.values().length);
  }

  @Test
  void should_not_call_proven_what_was_not_tried() throws IOException {
    EngineTestKit.engine("junit-jupiter")
        .selectors(selectMethod(NotesContract.class, "should_know_its_account_again"))
        .execute();

    assertThat(certificate())
        .containsPattern("\"ACCOUNT_KNOWN\".*\"outcome\": \"PROVEN\"")
        .containsPattern("\"PAGING_ENDS\".*\"outcome\": \"UNTRIED\"");
  }

  private static String certificate() throws IOException {
    return Files.readString(NotesShipment.FOLDER.resolve("META-INF/patchbay/contract.json"));
  }

  private static Events run(Class<?> contract) {
    return EngineTestKit.engine("junit-jupiter")
        .selectors(selectClass(contract))
        .configurationParameter("junit.jupiter.execution.parallel.enabled", "false")
        .execute()
        .testEvents();
  }

  private static List<ContractPoint> failed(Events tests) {
    return tests
        .finished()
        .filter(
            event ->
                event.getRequiredPayload(TestExecutionResult.class).getStatus()
                    != TestExecutionResult.Status.SUCCESSFUL)
        .map(event -> (MethodSource) event.getTestDescriptor().getSource().orElseThrow())
        .map(source -> source.getJavaMethod().getAnnotation(Proves.class).value())
        .distinct()
        .toList();
  }

  private static List<ContractPoint> proven() {
    return Arrays.stream(NotesContract.class.getMethods())
        .filter(method -> method.isAnnotationPresent(Proves.class))
        .map(method -> method.getAnnotation(Proves.class).value())
        .distinct()
        .toList();
  }
}
