package dev.patchbay.host.merge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.api.item.Patch;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What must hold of every merge, whatever was edited; paths come from patches, not from it. */
class ThreeWayMergePropertiesTest {
  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

  @Provide
  Arbitrary<Map<String, Object>> records() {
    return Records.any();
  }

  @Property
  void should_change_nothing_when_both_sides_are_the_same(
      @ForAll("records") Map<String, Object> base,
      @ForAll("records") Map<String, Object> both,
      @ForAll Policy policy) {
    Merged merged = merge(base, both, both, policy);

    assertThat(merged.data()).isEqualTo(both);
    assertThat(merged.decisions()).isEmpty();
  }

  @Property
  void should_take_the_edit_when_only_one_side_has_one(
      @ForAll("records") Map<String, Object> base,
      @ForAll("records") Map<String, Object> edited,
      @ForAll Policy policy) {
    assertThat(merge(base, edited, base, policy)).isEqualTo(new Merged(edited, List.of()));
    assertThat(merge(base, base, edited, policy)).isEqualTo(new Merged(edited, List.of()));
  }

  @Property
  void should_keep_both_edits_and_care_for_no_order_when_the_fields_differ(
      @ForAll("records") Map<String, Object> base,
      @ForAll("records") Map<String, Object> one,
      @ForAll("records") Map<String, Object> other,
      @ForAll Policy policy) {
    Map<String, Object> crm = only(Set.of("title", "people"), base, one);
    Map<String, Object> service = only(Set.of("start", "a/b", "~t"), base, other);

    Merged merged = merge(base, crm, service, policy);

    assertThat(merged.decisions()).isEmpty();
    assertThat(merged.data()).isEqualTo(merge(base, service, crm, policy).data());
    assertThat(Patch.between(base, crm).applyTo(service)).isEqualTo(merged.data());
    assertThat(Patch.between(base, service).applyTo(crm)).isEqualTo(merged.data());
  }

  @Property
  void should_lose_no_edit_that_no_decision_names(
      @ForAll("records") Map<String, Object> base,
      @ForAll("records") Map<String, Object> crm,
      @ForAll("records") Map<String, Object> service,
      @ForAll Policy policy) {
    Merged merged = merge(base, crm, service, policy);
    Set<String> decided =
        merged.decisions().stream().map(Decision::path).collect(Collectors.toSet());

    assertPresent(Patch.between(base, crm), merged.data(), decided);
    assertPresent(Patch.between(base, service), merged.data(), decided);
  }

  @Property
  void should_have_the_winner_stand_and_keep_both_values_of_what_was_decided(
      @ForAll("records") Map<String, Object> base,
      @ForAll("records") Map<String, Object> crm,
      @ForAll("records") Map<String, Object> service,
      @ForAll Policy policy) {
    Merged merged = merge(base, crm, service, policy);

    for (Decision decision : merged.decisions()) {
      assertThat(decision.crm()).isEqualTo(at(crm, decision.path()));
      assertThat(decision.service()).isEqualTo(at(service, decision.path()));
      assertThat(decision.crm()).isNotEqualTo(decision.service());
      assertThat(at(merged.data(), decision.path()))
          .isEqualTo(decision.winner() == Winner.CRM ? decision.crm() : decision.service());
    }
  }

  @Property
  void should_be_at_rest_when_what_it_made_is_merged_again(
      @ForAll("records") Map<String, Object> base,
      @ForAll("records") Map<String, Object> crm,
      @ForAll("records") Map<String, Object> service,
      @ForAll Policy policy) {
    Map<String, Object> merged = merge(base, crm, service, policy).data();

    assertThat(merge(service, merged, service, policy).data()).isEqualTo(merged);
    assertThat(Patch.between(service, merged).applyTo(service)).isEqualTo(merged);
  }

  private static Merged merge(
      Map<String, Object> base,
      Map<String, Object> crm,
      Map<String, Object> service,
      Policy policy) {
    return ThreeWayMerge.of(base, crm, service, new Rivalry(policy, NOON, NOON.plusSeconds(1)));
  }

  private static Map<String, Object> only(
      Set<String> names, Map<String, Object> base, Map<String, Object> edited) {
    Map<String, Object> result = new LinkedHashMap<>(base);
    names.forEach(
        name -> {
          result.remove(name);
          if (edited.containsKey(name)) {
            result.put(name, edited.get(name));
          }
        });
    return result;
  }

  private static void assertPresent(Patch edit, Map<String, Object> data, Set<String> decided) {
    edit.changes().forEach((path, value) -> assertPresent(path, value, data, decided));
  }

  /** An object that was added may have grown by what the other side added. */
  private static void assertPresent(
      String path, Object value, Map<String, Object> data, Set<String> decided) {
    if (value instanceof Map<?, ?> object && at(data, path).orElse(null) instanceof Map<?, ?>) {
      object.forEach(
          (name, member) ->
              assertPresent(path + "/" + escaped((String) name), member, data, decided));
    } else if (decided.stream().noneMatch(at -> meet(path, at))) {
      assertThat(at(data, path)).as(path).isEqualTo(Optional.ofNullable(value));
    }
  }

  private static String escaped(String name) {
    return name.replace("~", "~0").replace("/", "~1");
  }

  /** Whether one path leads to the other, or to a part of it. */
  private static boolean meet(String one, String other) {
    return (one + "/").startsWith(other + "/") || (other + "/").startsWith(one + "/");
  }

  private static Optional<Object> at(Map<String, Object> data, String path) {
    Object value = data;
    for (String part : path.split("/", -1)) {
      String name = part.replace("~1", "/").replace("~0", "~");
      value = value instanceof Map<?, ?> map ? map.get(name) : null;
    }
    return Optional.ofNullable(value);
  }
}
