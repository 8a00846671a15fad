package dev.patchbay.api.egress;

import java.io.InputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/**
 * The only way out for HTTP. The host resolves and checks the address, connects to that very
 * address and no other, limits time and size, and logs the exchange; it adds no credential, follows
 * no redirect and repeats nothing.
 *
 * <p>Only the hosts that the plugin declares can be reached. Safe for use by several threads.
 *
 * @since 1
 */
public interface Egress {

  /**
   * Sends one request and waits for the head of the answer.
   *
   * @param request the request; its timeout, if set, is honoured up to the host's own limit
   * @return the answer with any status, its body still to be read and already decompressed; the
   *     caller closes it. Reading throws the same exceptions: {@code Unavailable} if the answer
   *     breaks off or its time is up, {@code Rejected} if it is too large
   * @throws dev.patchbay.api.error.Unavailable if there is no answer: name not found, refused,
   *     reset, timed out
   * @throws dev.patchbay.api.error.Rejected if the host is not declared, its address is closed to
   *     plugins, or the request is too large; says which
   */
  HttpResponse<InputStream> send(HttpRequest request);
}
