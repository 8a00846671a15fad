package dev.patchbay.host.oauth;

import java.util.Map;

/** Gets the successor of a grant's access token, in the way that its plugin declares. */
public interface Renewer {

  /**
   * @return the fields of a token answer
   * @throws dev.patchbay.api.error.IntegrationException in the category that fits
   */
  Map<String, Object> renew(Grant grant);
}
