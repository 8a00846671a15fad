package dev.patchbay.host.merge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ThreeWayMergeTest {
  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
  private static final Map<String, Object> BASE = Map.of("title", "Lunch");
  private static final Map<String, Object> CRM = Map.of("title", "Lunch with Ada");
  private static final Map<String, Object> SERVICE = Map.of("title", "Dinner");

  @Test
  void should_let_the_policy_decide_when_both_edited_one_field() {
    assertThat(titleBy(Policy.CRM_WINS, NOON, NOON)).isEqualTo("Lunch with Ada");
    assertThat(titleBy(Policy.REMOTE_WINS, NOON, NOON)).isEqualTo("Dinner");
    assertThat(titleBy(Policy.LATEST_WINS, NOON.plusSeconds(1), NOON)).isEqualTo("Lunch with Ada");
    assertThat(titleBy(Policy.LATEST_WINS, NOON, NOON.plusSeconds(1))).isEqualTo("Dinner");
    assertThat(titleBy(Policy.LATEST_WINS, NOON, NOON)).isEqualTo("Dinner");
  }

  @Test
  void should_leave_the_services_value_and_keep_both_when_a_person_is_to_decide() {
    Merged merged = ThreeWayMerge.of(BASE, CRM, SERVICE, new Rivalry(Policy.ASK, NOON, NOON));

    assertThat(merged.data()).isEqualTo(SERVICE);
    assertThat(merged.decisions())
        .containsExactly(
            new Decision(
                "title", Optional.of("Lunch with Ada"), Optional.of("Dinner"), Winner.OPEN));
  }

  @Test
  void should_merge_participants_one_by_one_when_both_sides_edited_the_list() {
    Map<String, Object> base = people(Map.of("a", person("Ada", "needs-action")));
    Map<String, Object> crm =
        people(Map.of("a", person("Ada L.", "needs-action"), "b", person("Bob", "needs-action")));
    Map<String, Object> service = people(Map.of("a", person("Ada", "accepted")));

    Merged merged =
        ThreeWayMerge.of(base, crm, service, new Rivalry(Policy.REMOTE_WINS, NOON, NOON));

    assertThat(merged.decisions()).isEmpty();
    assertThat(merged.data())
        .isEqualTo(
            people(Map.of("a", person("Ada L.", "accepted"), "b", person("Bob", "needs-action"))));
  }

  @Test
  void should_not_mix_two_kinds_of_thing_when_they_stand_in_one_place() {
    Map<String, Object> base = alert(Map.of("@type", "OffsetTrigger", "offset", "-PT10M"));
    Map<String, Object> crm = alert(Map.of("@type", "OffsetTrigger", "offset", "-PT30M"));
    Map<String, Object> service =
        alert(Map.of("@type", "AbsoluteTrigger", "when", "2026-11-23T12:00:00Z"));

    Merged merged = ThreeWayMerge.of(base, crm, service, new Rivalry(Policy.CRM_WINS, NOON, NOON));

    assertThat(merged.data()).isEqualTo(crm);
    assertThat(merged.decisions()).extracting(Decision::path).containsExactly("alerts/1/trigger");
  }

  @Test
  void should_take_a_list_as_one_field() {
    Map<String, Object> base = Map.of("rules", List.of(1));

    Merged merged =
        ThreeWayMerge.of(
            base,
            Map.of("rules", List.of(1, 2)),
            Map.of("rules", List.of(0, 1)),
            new Rivalry(Policy.CRM_WINS, NOON, NOON));

    assertThat(merged.data()).isEqualTo(Map.of("rules", List.of(1, 2)));
    assertThat(merged.decisions()).hasSize(1);
  }

  @Test
  void should_let_the_edit_win_over_a_deletion_unless_the_policy_says_otherwise() {
    assertThat(undone(Policy.REMOTE_WINS, Winner.CRM)).isTrue();
    assertThat(undone(Policy.REMOTE_WINS, Winner.SERVICE)).isFalse();
    assertThat(undone(Policy.CRM_WINS, Winner.SERVICE)).isTrue();
    assertThat(undone(Policy.CRM_WINS, Winner.CRM)).isFalse();
    assertThat(undone(Policy.LATEST_WINS, Winner.CRM)).isFalse();
    assertThat(undone(Policy.ASK, Winner.SERVICE)).isFalse();
  }

  private static boolean undone(Policy policy, Winner editor) {
    return new Rivalry(policy, NOON, NOON).deletionUndoesEditOf(editor);
  }

  private static Object titleBy(Policy policy, Instant crm, Instant service) {
    return ThreeWayMerge.of(BASE, CRM, SERVICE, new Rivalry(policy, crm, service))
        .data()
        .get("title");
  }

  private static Map<String, Object> people(Map<String, Object> participants) {
    return Map.of("@type", "Event", "participants", participants);
  }

  private static Map<String, Object> person(String name, String status) {
    return Map.of("@type", "Participant", "name", name, "participationStatus", status);
  }

  private static Map<String, Object> alert(Map<String, Object> trigger) {
    return Map.of("alerts", Map.of("1", Map.of("@type", "Alert", "trigger", trigger)));
  }
}
