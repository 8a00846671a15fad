package dev.patchbay.host.mapping;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What holds for one connection.
 *
 * @param own what was said for the connection itself
 * @param shared what was said for its integration
 */
public record ConnectionMapping(FieldMapping own, FieldMapping shared) {
  static final ConnectionMapping NONE = new ConnectionMapping(FieldMapping.NONE, FieldMapping.NONE);

  ConnectionMapping withOwn(FieldMapping mapping) {
    return new ConnectionMapping(mapping, shared);
  }

  ConnectionMapping withShared(FieldMapping mapping) {
    return new ConnectionMapping(own, mapping);
  }

  /** The names of one type: the connection's, or else the integration's. */
  public TypeMapping of(String type) {
    return own.types().containsKey(type) ? own.of(type) : shared.of(type);
  }

  FieldMapping effective() {
    Map<String, Map<String, String>> types = new LinkedHashMap<>(shared.types());
    types.putAll(own.types());
    return new FieldMapping(types);
  }
}
