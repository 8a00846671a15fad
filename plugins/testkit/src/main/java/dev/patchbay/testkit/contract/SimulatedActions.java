package dev.patchbay.testkit.contract;

import java.util.Map;

/** A service at which something can be done. */
public interface SimulatedActions extends SimulatedService {

  /**
   * An input with every field of an action filled in.
   *
   * @param action its name
   */
  Map<String, Object> input(String action);

  /**
   * How often it was done for an account, by the service's own count.
   *
   * @param action its name
   */
  int effects(String account, String action);
}
