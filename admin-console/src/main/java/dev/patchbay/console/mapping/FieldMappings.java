package dev.patchbay.console.mapping;

import dev.patchbay.console.host.HostSession;

/** The mappings of integrations and connections. */
public record FieldMappings(HostSession host) {
  private static final String INTEGRATION = "integrations/{}/field-mapping";
  private static final String CONNECTION = "connections/{}/field-mapping";

  public FieldMapping ofIntegration(String id) {
    return host.get(FieldMapping.class, INTEGRATION, id);
  }

  public FieldMapping ofConnection(String id) {
    return host.get(FieldMapping.class, CONNECTION, id);
  }

  /** What holds for a connection, whoever said it. */
  public FieldMapping effective(String id) {
    return host.get(FieldMapping.class, CONNECTION + "?effective=true", id);
  }

  public void keepForIntegration(String id, FieldMapping mapping) {
    host.put(FieldMapping.class, mapping, INTEGRATION, id);
  }

  public void keepForConnection(String id, FieldMapping mapping) {
    host.put(FieldMapping.class, mapping, CONNECTION, id);
  }
}
