package dev.patchbay.console.access;

import dev.patchbay.console.host.HostProblem;
import dev.patchbay.console.host.HostSession;
import java.util.Map;

/** The single sign-on of the signed-in user's organisation. */
record SignOns(HostSession host) {
  private static final String PATH = "single-sign-on";
  private static final int NOT_FOUND = 404;

  SignOn present() {
    try {
      return host.get(SignOn.class, PATH);
    } catch (HostProblem problem) {
      if (problem.is(NOT_FOUND)) {
        return SignOn.NONE;
      }
      throw problem;
    }
  }

  SignOnAddresses addresses() {
    return host.get(SignOnAddresses.class, PATH + "/addresses");
  }

  SignOn save(Map<String, Object> draft) {
    return host.put(SignOn.class, draft, PATH);
  }

  SignOnReport check() {
    return host.call(SignOnReport.class, PATH + "/check");
  }

  void remove() {
    host.delete(Map.of(), PATH);
  }
}
