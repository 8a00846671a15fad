package dev.patchbay.host.edit;

import dev.patchbay.host.caller.RequestKey;
import dev.patchbay.host.security.SecretHash;
import java.util.Optional;

/**
 * A request that may come again because its answer was lost.
 *
 * @param key what the caller named it; without one, a repetition is a request of its own
 * @param hash tells whether a repetition asks for the same
 */
record KeyedRequest(
    String tenantId, String connectionId, String caller, Optional<RequestKey> key, String hash) {
  /**
   * @param header the {@code Idempotency-Key}; null if there is none
   * @param parts all that makes the request what it is
   */
  static KeyedRequest of(EditScope where, String caller, String header, String... parts) {
    return new KeyedRequest(
        where.tenantId(),
        where.connectionId(),
        caller,
        RequestKey.of(header),
        SecretHash.of(
            where.connectionId()
                + "\n"
                + where.type()
                + "\n"
                + String.join("\n", parts)
                + (where.notice().isDue() ? "\n" + Notice.PARAMETER : "")));
  }
}
