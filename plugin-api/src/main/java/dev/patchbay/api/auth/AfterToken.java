package dev.patchbay.api.auth;

import dev.patchbay.api.egress.Egress;
import java.util.Map;

/**
 * A guarded step between the token answer and the finished connection, for services that want one:
 * a metadata call that tells the API's address, or the exchange of a short-lived token for a
 * long-lived one.
 *
 * @since 1
 */
@FunctionalInterface
public interface AfterToken {

  /**
   * Completes the token answer.
   *
   * @param answer the service's token answer as JSON in JDK types
   * @param http the way out, to the plugin's declared hosts only
   * @return what is to be stored in its place; fields that the answer names otherwise than RFC 6749
   *     appear under {@code access_token}, {@code refresh_token}, {@code expires_in}
   * @throws dev.patchbay.api.error.IntegrationException in the category that fits
   */
  Map<String, Object> complete(Map<String, Object> answer, Egress http);
}
