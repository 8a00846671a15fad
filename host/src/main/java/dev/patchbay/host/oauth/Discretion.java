package dev.patchbay.host.oauth;

import dev.patchbay.api.error.IntegrationException;
import dev.patchbay.api.error.ReauthorizationNeeded;
import dev.patchbay.api.error.Rejected;
import dev.patchbay.api.setting.Secret;
import java.util.Collection;

/**
 * Keeps secrets out of what a service says: one that repeats in its error what it was told would
 * otherwise have it written into states, logs and answers.
 */
public final class Discretion {
  private static final int SHORTEST = 4;

  private Discretion() {}

  /** Returns the failure, or one of the same consequence without words if they hold a secret. */
  public static IntegrationException about(
      IntegrationException failure, Collection<Secret> secrets) {
    if (secrets.stream().noneMatch(secret -> isIn(failure.getMessage(), secret))) {
      return failure;
    }
    var words = "The service refused, and repeated a secret in its words, which are left out here";
    return failure instanceof ReauthorizationNeeded
        ? new ReauthorizationNeeded(words)
        : new Rejected(words);
  }

  private static boolean isIn(String message, Secret secret) {
    var text = secret.reveal();
    return message != null && text.length() >= SHORTEST && message.contains(text);
  }
}
