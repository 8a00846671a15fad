package dev.patchbay.testkit.contract;

import dev.patchbay.api.IntegrationPlugin;
import java.util.Map;

/** Who is tried against the contract, and on what. */
public interface ContractSubject {

  /** The plugin, as a container would make it. */
  IntegrationPlugin plugin();

  /** A service with nothing in it, for one test. */
  SimulatedService service();

  /** The points that the service makes impossible, each with why and where that is written. */
  default Map<ContractPoint, String> exempt() {
    return Map.of();
  }

  /**
   * What of the plugin is shipped: its classes as they were compiled, and the folder that the
   * system property {@code plugin.folder} names, with the jars that it needs at run time.
   */
  default Shipment shipment() {
    return Shipment.of(plugin().getClass());
  }
}
