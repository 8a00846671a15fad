package dev.patchbay.host.operation;

import static dev.patchbay.host.fixture.Wall.assertClosed;
import static dev.patchbay.host.operation.OperationWorld.everything;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.host.fixture.OnBothDatabases;
import dev.patchbay.host.persistence.Dialect;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The log of exchanges, read by another tenant than its own. */
@OnBothDatabases
class ForeignOperationTest {
  private final OperationWorld world;

  ForeignOperationTest(Dialect dialect) {
    world = new OperationWorld(dialect);
    world.failure("con_1", "Unavailable");
    world.clock.advance(Duration.ofMinutes(2));
    assertThat(world.written()).hasSize(1);
  }

  @Test
  void should_not_show_operations_when_they_are_of_another_tenant() {
    assertClosed(
        !world.operations.list(everything("ten_other"), "", 10).isEmpty(), "their operations");
  }

  @Test
  void should_not_count_operations_when_they_are_of_another_tenant() {
    assertThat(world.operations.counts(everything(OperationWorld.TENANT))).isNotEmpty();
    assertClosed(!world.operations.counts(everything("ten_other")).isEmpty(), "how many they had");
  }
}
