package dev.patchbay.host.egress;

/**
 * What an exchange was for, so that the log can tell. Empty texts where there is no such thing.
 *
 * @param tenant the tenant's id
 * @param run the sync run's id
 * @param call the id of one call to the plugin, the same for its repetitions
 * @param departures told what left, so that the call knows whether it may be repeated
 */
public record Origin(String tenant, String run, String call, Departures departures) {

  /** The plugin by itself, for nobody in particular. */
  public static Origin none() {
    return new Origin("", "", "", new Departures());
  }

  /** Something done for a tenant outside of any connection. */
  public static Origin of(String tenant) {
    return new Origin(tenant, "", "", new Departures());
  }
}
