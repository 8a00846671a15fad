package dev.patchbay.host.audit;

import java.util.Map;
import java.util.TreeMap;

/**
 * Something to be told in the audit. It names things by their ids and fields by their names, and
 * holds no value that could be secret.
 *
 * @param chain the tenant whose audit it belongs to, or {@link
 *     dev.patchbay.host.credential.Place#SERVER}
 * @param action what was done, as {@code integration.created}
 * @param target the id of what it was done to; empty if there is none
 */
public record Deed(
    String chain,
    Actor actor,
    String action,
    Outcome outcome,
    String target,
    Map<String, String> detail) {

  public Deed {
    detail = Map.copyOf(detail);
  }

  public static Deed done(String chain, Actor actor, String action, String target) {
    return new Deed(chain, actor, action, Outcome.DONE, target, Map.of());
  }

  public static Deed refused(String chain, Actor actor, String action, String target) {
    return new Deed(chain, actor, action, Outcome.REFUSED, target, Map.of());
  }

  /** Adds something that is worth knowing and not secret. */
  public Deed with(String name, String value) {
    Map<String, String> more = new TreeMap<>(detail);
    more.put(name, value);
    return new Deed(chain, actor, action, outcome, target, more);
  }
}
