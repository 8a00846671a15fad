package dev.patchbay.host.audit;

import static dev.patchbay.host.audit.AuditWorld.ADMIN;
import static dev.patchbay.host.audit.AuditWorld.TENANT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.host.fixture.OnBothDatabases;
import dev.patchbay.host.persistence.Dialect;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

@OnBothDatabases
class TallyTest {
  private static final Deed USE = Deed.done(TENANT, Actor.SERVER, "credential.used", "con_1");

  private final AuditWorld world;
  private final TallyWriter writer;

  TallyTest(Dialect dialect) {
    world = new AuditWorld(dialect);
    writer = new TallyWriter(world.tally, world.audit);
  }

  @Test
  void should_tell_one_number_when_the_hour_is_over() {
    for (int i = 0; i < 1000; i++) {
      world.tally.count(USE);
    }
    writer.write();
    assertThat(events()).isEmpty();

    world.clock.advance(Duration.ofHours(1));
    world.tally.count(USE);
    writer.write();
    writer.write();

    assertThat(events())
        .singleElement()
        .satisfies(
            event -> {
              assertThat(event.target()).isEqualTo("con_1");
              assertThat(event.detail())
                  .containsEntry("times", "1000")
                  .containsEntry("hour", "2026-03-29T00:00:00Z");
            });
  }

  @Test
  void should_tell_what_it_has_when_the_server_stops() {
    world.tally.count(USE);
    writer.close();

    assertThat(events()).hasSize(1);
    assertThat(world.verify().intact()).isTrue();
  }

  @Test
  void should_tell_the_first_refusal_at_once_and_the_others_as_a_number() {
    Refusals refusals = new Refusals(world.audit, world.tally);
    Deed refusal = Deed.refused(TENANT, ADMIN, "api.called", "DELETE /v1/users/{id}");
    for (int i = 0; i < 50; i++) {
      refusals.tell(refusal);
    }
    if (events().size() > 1) {
      throw new AssertionError("let through: " + events().size() + " events");
    }
    assertThat(events()).singleElement().extracting(AuditEvent::outcome).isEqualTo(Outcome.REFUSED);

    world.clock.advance(Duration.ofHours(1));
    writer.write();

    assertThat(events()).hasSize(2);
    assertThat(events().get(0).detail()).containsEntry("times", "50");
  }

  private List<AuditEvent> events() {
    return world.trail.newest(AuditQuery.all(TENANT), Long.MAX_VALUE, 10);
  }
}
