package dev.patchbay.sandbox.oauth;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;

/** Space separated scopes. */
public final class Scopes {
  private Scopes() {}

  public static Set<String> split(String scope) {
    Set<String> scopes = new LinkedHashSet<>(Arrays.asList(scope.trim().split("\\s+", -1)));
    scopes.remove("");
    return scopes;
  }
}
