package dev.patchbay.host.caller;

/** Says whether who was let in would be let in now; for calls that outlast the sign-in check. */
public interface StandingCallers {
  /** Whether the caller still exists, with at least what it had. */
  boolean stillStands(Caller caller);
}
