package dev.patchbay.host.edit;

/** Where an edit is on its way to the service. */
public enum EditState {
  WAITING,
  /** It was handed to the plugin, and no answer is written down yet. */
  SENDING,
  /** Nobody can tell whether the service has it; it is not sent again by itself. */
  OUTCOME_UNKNOWN,
  /** The service refused it; it waits for a person. */
  QUARANTINED
}
