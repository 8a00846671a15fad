package dev.patchbay.host.egress;

import java.util.Set;

/**
 * Notes whether a call may have changed something at its service: only one that provably did not
 * may be repeated. All that a plugin sends goes one way, so that what is not noted did not leave.
 */
public final class Departures {

  private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS", "PROPFIND", "REPORT");

  private volatile boolean any;

  /** Begins anew, before an attempt. */
  public void forget() {
    any = false;
  }

  /** Whether something left that the service may have acted on. */
  public boolean mayHaveActed() {
    return any;
  }

  /**
   * What was answered with 4xx was turned away; all other answers to a change may be its effect.
   */
  void answered(String method, int status) {
    if (status < 400 || status > 499) {
      left(method);
    }
  }

  /** It was on its way, or may have been. */
  public void left(String method) {
    if (!SAFE.contains(method)) {
      any = true;
    }
  }
}
