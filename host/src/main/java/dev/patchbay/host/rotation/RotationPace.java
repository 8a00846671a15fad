package dev.patchbay.host.rotation;

import dev.patchbay.host.credential.Vault;
import java.time.Duration;

/**
 * How a rotation goes on.
 *
 * @param rows how many are sealed anew in one commit
 * @param lease how long a node that says nothing keeps the work
 * @param known how long after its making a new key is known to every node
 */
record RotationPace(int rows, Duration lease, Duration known) {
  static final RotationPace USUAL =
      new RotationPace(200, Duration.ofSeconds(15), Vault.BELIEVED.multipliedBy(3));
}
