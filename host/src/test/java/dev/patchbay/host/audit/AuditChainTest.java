package dev.patchbay.host.audit;

import static dev.patchbay.host.audit.AuditWorld.ADMIN;
import static dev.patchbay.host.audit.AuditWorld.TENANT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patchbay.host.fixture.OnBothDatabases;
import dev.patchbay.host.fixture.Together;
import dev.patchbay.host.persistence.Dialect;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

@OnBothDatabases
class AuditChainTest {
  private final AuditWorld world;

  AuditChainTest(Dialect dialect) {
    world = new AuditWorld(dialect);
  }

  @Test
  void should_be_intact_when_nobody_touched_it() {
    world.doneSoFar(3);

    AuditVerification found = world.verify();

    assertThat(found.intact()).as(String.valueOf(found)).isTrue();
    assertThat(found.events()).isEqualTo(3);
    assertThat(found.head().sequence()).isEqualTo(3);
  }

  @Test
  void should_be_intact_when_nothing_was_done() {
    assertThat(world.verify()).isEqualTo(AuditVerification.intact(TENANT, ChainHead.NONE));
  }

  @Test
  void should_tell_who_did_what_when_it_is_read() {
    world.doneSoFar(2);

    AuditEvent newest = world.trail.newest(AuditQuery.all(TENANT), Long.MAX_VALUE, 10).get(0);

    assertThat(newest.sequence()).isEqualTo(2);
    assertThat(newest.at()).isEqualTo(world.clock.instant());
    assertThat(newest.actor()).isEqualTo(ADMIN);
    assertThat(newest.action()).isEqualTo("integration.created");
    assertThat(newest.outcome()).isEqualTo(Outcome.DONE);
    assertThat(newest.target()).isEqualTo("int_2");
    assertThat(newest.detail()).containsEntry("n", "2");
  }

  /** Old exports must stay verifiable: this line is what the first version wrote. */
  @Test
  void should_write_the_same_line_and_hash_as_ever() {
    AuditEvent event =
        AuditEvent.after(
            ChainHead.NONE,
            Deed.done("ten_1", ADMIN, "user.created", "usr_2").with("roles", "[\"viewer\"]"),
            Instant.parse("2026-03-29T00:30:00.123456Z"),
            "c0ffee00");

    assertThat(event.line())
        .isEqualTo(
            "{\"chain\":\"ten_1\",\"sequence\":1,\"at\":\"2026-03-29T00:30:00.123456Z\","
                + "\"actor\":{\"kind\":\"user\",\"id\":\"usr_1\",\"name\":\"ada\"},"
                + "\"action\":\"user.created\",\"outcome\":\"done\",\"target\":\"usr_2\","
                + "\"detail\":{\"roles\":\"[\\\"viewer\\\"]\"},\"correlation\":\"c0ffee00\","
                + "\"previous\":\""
                + "0".repeat(64)
                + "\",\"hash\":\""
                + event.hash()
                + "\"}");
    assertThat(event.hash())
        .isEqualTo("df51b76afb461801eb121ab571762e458161b3d5a015cba03cfc115615737fb5");
  }

  @Test
  void should_show_only_what_was_asked_for() {
    world.doneSoFar(1);
    world.clock.advance(Duration.ofHours(1));
    world.audit.record(
        Deed.refused(TENANT, new Actor("user", "usr_2", "eve"), "api.called", "GET /v1/users"));
    Instant later = world.clock.instant().minusSeconds(1);

    assertThat(targets(query(Optional.of("integration."), Optional.empty(), Optional.empty())))
        .containsExactly("int_1");
    assertThat(targets(query(Optional.of("integration"), Optional.empty(), Optional.empty())))
        .isEmpty();
    assertThat(targets(query(Optional.empty(), Optional.of("usr_2"), Optional.empty())))
        .containsExactly("GET /v1/users");
    assertThat(targets(query(Optional.empty(), Optional.empty(), Optional.of(later))))
        .containsExactly("GET /v1/users");
    assertThat(targets(AuditQuery.all("ten_2"))).isEmpty();
  }

  @Test
  void should_not_be_told_when_the_deed_was_rolled_back() {
    world.doneSoFar(1);

    assertThatThrownBy(
            () ->
                world
                    .database
                    .transactions()
                    .run(
                        () -> {
                          world.doneSoFar(1);
                          throw new IllegalArgumentException("no");
                        }))
        .isInstanceOf(IllegalArgumentException.class);

    assertThat(world.verify().events()).isEqualTo(1);
    assertThat(world.verify().intact()).isTrue();
  }

  @Test
  void should_make_one_chain_when_many_write_at_once() throws Exception {
    Together.run(
        8,
        number -> {
          world.doneSoFar(10);
          return null;
        });

    AuditVerification found = world.verify();

    assertThat(found.intact()).as(String.valueOf(found)).isTrue();
    assertThat(found.events()).isEqualTo(80);
  }

  @Test
  void should_find_the_event_when_any_column_was_edited() {
    world.doneSoFar(5);
    for (String change :
        List.of(
            "actor_kind = 'server'",
            "actor_id = 'usr_9'",
            "actor_name = 'eve'",
            "action = 'integration.removed'",
            "outcome = 'refused'",
            "target = 'int_9'",
            "detail = '{}'",
            "detail = 'x'",
            "happened_at = timestamp with time zone '2020-01-01 00:00:00+00'",
            "correlation = 'other'",
            "previous_hash = hash",
            "hash = previous_hash")) {
      AuditEvent before = world.trail.after(TENANT, 2, 1).get(0);
      world.steal("update audit_event set " + change + " where sequence_number = 3");

      assertFoundAt(3, change);

      world.steal("delete from audit_event where sequence_number = 3");
      putBack(before);
      assertThat(world.verify().intact()).isTrue();
    }
  }

  @Test
  void should_find_the_place_when_an_event_was_removed() {
    world.doneSoFar(5);
    world.steal("delete from audit_event where sequence_number = 3");

    assertFoundAt(3, "removed");
  }

  @Test
  void should_find_the_place_when_the_gap_was_closed() {
    world.doneSoFar(5);
    world.steal("delete from audit_event where sequence_number = 3");
    world.steal("update audit_event set sequence_number = 3 where sequence_number = 4");
    world.steal("update audit_event set sequence_number = 4 where sequence_number = 5");

    assertFoundAt(3, "removed and renumbered");
  }

  @Test
  void should_find_the_place_when_events_changed_places() {
    world.doneSoFar(5);
    world.steal("update audit_event set sequence_number = 99 where sequence_number = 2");
    world.steal("update audit_event set sequence_number = 2 where sequence_number = 3");
    world.steal("update audit_event set sequence_number = 3 where sequence_number = 99");

    assertFoundAt(2, "reordered");
  }

  @Test
  void should_find_the_place_when_an_event_was_hashed_anew() {
    world.doneSoFar(5);
    AuditEvent third = world.trail.after(TENANT, 2, 1).get(0);
    world.steal("delete from audit_event where sequence_number = 3");
    putBack(forged(third));

    assertFoundAt(4, "the next one does not follow");
  }

  @Test
  void should_find_it_when_the_last_event_was_hashed_anew() {
    world.doneSoFar(5);
    AuditEvent last = world.trail.after(TENANT, 4, 1).get(0);
    world.steal("delete from audit_event where sequence_number = 5");
    putBack(forged(last));

    assertFoundAt(5, "last event forged");
  }

  @Test
  void should_find_it_when_the_newest_events_were_removed() {
    world.doneSoFar(5);
    world.steal("delete from audit_event where sequence_number >= 4");

    assertFoundAt(4, "tail removed");
  }

  @Test
  void should_find_it_when_the_end_was_adjusted_too() {
    world.doneSoFar(5);
    AuditEvent third = world.trail.after(TENANT, 2, 1).get(0);
    world.steal("delete from audit_event where sequence_number >= 4");
    world.steal("update audit_chain set sequence_number = 3, hash = '" + third.hash() + "'");

    assertFoundAt(4, "shortened with its end");
  }

  @Test
  void should_find_it_when_the_end_is_that_of_another_chain() {
    world.doneSoFar(2);
    world.audit.record(Deed.done("ten_2", ADMIN, "user.created", "usr_2"));
    world.steal(
        "update audit_chain set sealed_head = (select o.sealed_head from audit_chain o where"
            + " o.tenant_id = 'ten_2') where tenant_id = 'ten_1'");

    assertFoundAt(3, "sealed for another");
  }

  @Test
  void should_find_it_when_events_were_added_behind_the_end() {
    world.doneSoFar(2);
    AuditEvent last = world.trail.after(TENANT, 1, 1).get(0);
    putBack(
        AuditEvent.after(
            last.head(),
            Deed.done(TENANT, ADMIN, "user.created", "usr_9"),
            world.clock.instant(),
            "c"));

    assertFoundAt(4, "added behind the end");
  }

  @Test
  void should_find_it_when_everything_was_put_back_to_an_earlier_day_and_the_head_was_kept() {
    world.doneSoFar(5);
    ChainHead kept = world.verify().head();
    world.steal("delete from audit_event");
    world.steal("delete from audit_chain");
    world.doneSoFar(2);

    assertThat(world.verify().intact()).isTrue();
    AuditVerification found = world.verifier.verify(TENANT, Optional.of(kept));
    if (found.intact()) {
      throw new AssertionError("let through: put back to an earlier day");
    }
    assertThat(found.problem().sequence()).isEqualTo(3);
  }

  @Test
  void should_find_it_when_a_known_event_was_written_anew() {
    world.doneSoFar(5);
    ChainHead other = new ChainHead(4, "f".repeat(64));

    assertThat(world.verifier.verify(TENANT, Optional.of(other)).problem().sequence()).isEqualTo(4);
  }

  private AuditEvent forged(AuditEvent event) {
    return AuditEvent.after(
        new ChainHead(event.sequence() - 1, event.previous()),
        Deed.done(TENANT, ADMIN, event.action(), "int_forged"),
        event.at(),
        event.correlation());
  }

  /** Fails with the words that the mutation run looks for. */
  private void assertFoundAt(long sequence, String what) {
    AuditVerification found = world.verify();
    if (found.intact()) {
      throw new AssertionError("let through: " + what);
    }
    assertThat(found.problem().sequence()).as(what + ": " + found).isEqualTo(sequence);
  }

  private void putBack(AuditEvent event) {
    world
        .database
        .transactions()
        .run(
            () -> {
              try {
                AuditStore.insert(world.database.jdbc().connection(), List.of(event));
              } catch (SQLException e) {
                throw new IllegalStateException(e);
              }
            });
  }

  private List<String> targets(AuditQuery query) {
    return world.trail.newest(query, Long.MAX_VALUE, 10).stream().map(AuditEvent::target).toList();
  }

  private static AuditQuery query(
      Optional<String> action, Optional<String> actor, Optional<Instant> from) {
    return new AuditQuery(
        TENANT, action, actor, Optional.empty(), Optional.empty(), from, Optional.empty());
  }
}
