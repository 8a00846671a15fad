package dev.patchbay.host.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** Holds the code against {@code host/access.txt}; the tenant wall holds the running server. */
class AccessTableTest {
  private final Map<String, String> declared = AccessTable.declared();
  private final Map<String, String> coded = AccessTable.coded(getClass().getClassLoader());

  @Test
  void should_know_every_call_of_the_code() {
    assertThat(coded.keySet()).isEqualTo(declared.keySet());
  }

  @Test
  void should_keep_tenants_to_the_operator() {
    assertAsDeclared(call -> call.contains(" /v1/tenants"));
  }

  @Test
  void should_keep_people_to_admins() {
    assertAsDeclared(call -> call.contains(" /v1/users"));
  }

  @Test
  void should_keep_keys_to_admins() {
    assertAsDeclared(call -> call.contains(" /v1/api-keys"));
  }

  @Test
  void should_keep_plugins_to_the_operator() {
    assertAsDeclared(call -> call.contains(" /v1/plugins"));
  }

  @Test
  void should_keep_metrics_to_the_operator() {
    assertAsDeclared(call -> call.contains(" /v1/metrics"));
  }

  @Test
  void should_keep_integrations_to_admins() {
    assertAsDeclared(call -> call.contains(" /v1/integrations"));
  }

  @Test
  void should_keep_connecting_from_viewers() {
    assertAsDeclared(call -> call.contains(" /v1/connect-sessions"));
  }

  @Test
  void should_keep_changes_of_connections_from_viewers() {
    assertAsDeclared(call -> call.contains(" /v1/connections") && !call.contains("/records"));
  }

  @Test
  void should_keep_records_to_those_with_the_scope() {
    assertAsDeclared(call -> call.contains("/records") || call.contains(" /v1/changes"));
  }

  @Test
  void should_keep_runs_to_those_with_the_scope() {
    assertAsDeclared(call -> call.contains(" /v1/sync-runs"));
  }

  @Test
  void should_keep_all_other_calls_as_declared() {
    assertAsDeclared(call -> true);
  }

  private void assertAsDeclared(Predicate<String> area) {
    assertThat(declared.keySet()).anyMatch(area);
    Map<String, String> wrong = new TreeMap<>(coded);
    wrong.entrySet().removeIf(call -> !area.test(call.getKey()));
    wrong.entrySet().removeIf(call -> call.getValue().equals(declared.get(call.getKey())));
    if (!wrong.isEmpty()) {
      throw new AssertionError("let through: open otherwise than declared: " + wrong);
    }
  }
}
