package dev.patchbay.host.audit;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which events of a chain are wanted.
 *
 * @param action a whole action, or its beginning up to a dot ({@code integration.})
 * @param from none that happened earlier
 * @param to none that happened then or later
 */
record AuditQuery(
    String chain,
    Optional<String> action,
    Optional<String> actor,
    Optional<String> target,
    Optional<Outcome> outcome,
    Optional<Instant> from,
    Optional<Instant> to) {

  static AuditQuery all(String chain) {
    return new AuditQuery(
        chain,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** The SQL of the filters, after the one for the chain. */
  String conditions() {
    return String.join("", filters().keySet());
  }

  List<Object> values() {
    List<Object> values = new ArrayList<>();
    values.add(chain);
    values.addAll(filters().values());
    return values;
  }

  private Map<String, Object> filters() {
    Map<String, Object> filters = new LinkedHashMap<>();
    action.ifPresent(
        one -> {
          boolean whole = !one.endsWith(".");
          filters.put(
              whole ? " and action = ?" : " and substring(action, 1, " + one.length() + ") = ?",
              one);
        });
    actor.ifPresent(one -> filters.put(" and actor_id = ?", one));
    target.ifPresent(one -> filters.put(" and target = ?", one));
    outcome.ifPresent(one -> filters.put(" and outcome = ?", one.text()));
    from.ifPresent(one -> filters.put(" and happened_at >= ?", one.atOffset(ZoneOffset.UTC)));
    to.ifPresent(one -> filters.put(" and happened_at < ?", one.atOffset(ZoneOffset.UTC)));
    return filters;
  }
}
