package dev.patchbay.host.connection;

import dev.patchbay.host.credential.CredentialEnd;
import java.time.Instant;

/**
 * What the API tells of a connection's credential: nothing of what it is.
 *
 * @param endsAt when it ends by itself
 * @param endsSoon whether it is time to connect again, or to type in the next one
 */
public record CredentialSummary(Instant endsAt, boolean endsSoon) {
  static CredentialSummary of(CredentialEnd end, Instant now) {
    return new CredentialSummary(end.at(), end.isNear(now));
  }
}
