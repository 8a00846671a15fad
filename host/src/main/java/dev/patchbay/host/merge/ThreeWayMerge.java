package dev.patchbay.host.merge;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Merges what the CRM and the service made of the same base, field by field. JSCalendar and
 * JSContact keep whatever has an identity (participants, alerts, phone numbers) in maps by id, so
 * going down into maps merges these element by element; a list has no identity to go by and is one
 * field. Where both sides edited one field differently, the policy decides.
 */
public final class ThreeWayMerge {
  private static final String TYPE = "@type";

  private final Winner rule;
  private final List<Decision> decisions = new ArrayList<>();

  private ThreeWayMerge(Rivalry rivalry) {
    this.rule = rivalry.winner();
  }

  /**
   * @param base what both sides agreed upon last; all three are JSON in JDK types without nulls
   * @param crm the record as the CRM edited it
   * @param service the item as the service holds it now
   */
  public static Merged of(
      Map<String, Object> base,
      Map<String, Object> crm,
      Map<String, Object> service,
      Rivalry rivalry) {
    ThreeWayMerge merge = new ThreeWayMerge(rivalry);
    Map<String, Object> data = merge.objects("", base, crm, service);
    return new Merged(data, List.copyOf(merge.decisions));
  }

  /**
   * Merges two states that never had a base: what only one side has stands. What both have and
   * differs in is decided as a whole, since without a base nobody can tell whether two elements are
   * two states of one, or two.
   */
  public static Merged first(
      Map<String, Object> crm, Map<String, Object> service, Rivalry rivalry) {
    ThreeWayMerge merge = new ThreeWayMerge(rivalry);
    Map<String, Object> merged = new LinkedHashMap<>(service);
    crm.forEach(
        (name, ours) -> merged.merge(name, ours, (theirs, x) -> merge.met(name, x, theirs)));
    return new Merged(merged, List.copyOf(merge.decisions));
  }

  private Object met(String name, Object crm, Object service) {
    return crm.equals(service) ? service : decided(escaped(name), crm, service);
  }

  /**
   * The base once something was sent of which the answer is lost: wherever the service holds what
   * was sent, it arrived, and both sides agree upon it.
   */
  public static Map<String, Object> arrived(
      Map<String, Object> base, Map<String, Object> sent, Map<String, Object> service) {
    Map<String, Object> agreed = new LinkedHashMap<>();
    for (Object name : names(service, base)) {
      Object value = arrived(base.get(name), sent.get(name), service.get(name));
      if (value != null) {
        agreed.put((String) name, value);
      }
    }
    return agreed;
  }

  @SuppressWarnings("unchecked")
  private static Object arrived(Object base, Object sent, Object service) {
    if (Objects.equals(sent, service)) {
      return service;
    }
    return base instanceof Map<?, ?> old
            && sent instanceof Map<?, ?> ours
            && service instanceof Map<?, ?> theirs
        ? arrived(
            (Map<String, Object>) old, (Map<String, Object>) ours, (Map<String, Object>) theirs)
        : base;
  }

  private Map<String, Object> objects(
      String path, Map<?, ?> base, Map<?, ?> crm, Map<?, ?> service) {
    Map<String, Object> merged = new LinkedHashMap<>();
    for (Object name : names(service, crm)) {
      String at = path + escaped((String) name);
      Object value = values(at, base.get(name), crm.get(name), service.get(name));
      if (value != null) {
        merged.put((String) name, value);
      }
    }
    return merged;
  }

  private Object values(String path, Object base, Object crm, Object service) {
    if (Objects.equals(crm, service) || Objects.equals(crm, base)) {
      return service;
    }
    if (Objects.equals(service, base)) {
      return crm;
    }
    if (crm instanceof Map<?, ?> ours
        && service instanceof Map<?, ?> theirs
        && alike(ours, theirs)) {
      return objects(path + "/", base instanceof Map<?, ?> old ? old : Map.of(), ours, theirs);
    }
    return decided(path, crm, service);
  }

  private Object decided(String path, Object crm, Object service) {
    decisions.add(new Decision(path, Optional.ofNullable(crm), Optional.ofNullable(service), rule));
    return rule == Winner.CRM ? crm : service;
  }

  /** Two kinds of thing in one place are no two states of one thing. */
  private static boolean alike(Map<?, ?> one, Map<?, ?> other) {
    return Objects.equals(one.get(TYPE), other.get(TYPE));
  }

  private static Set<Object> names(Map<?, ?> service, Map<?, ?> crm) {
    Set<Object> names = new LinkedHashSet<>(service.keySet());
    names.addAll(crm.keySet());
    return names;
  }

  private static String escaped(String name) {
    return name.replace("~", "~0").replace("/", "~1");
  }
}
