package dev.patchbay.host.security;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.patchbay.api.setting.Secret;
import jakarta.ws.rs.core.MultivaluedMap;
import java.net.URLDecoder;
import java.util.Base64;

/** The client's id and secret, sent in one of the two ways that RFC 6749, section 2.3.1 allows. */
record ClientCredentials(String id, Secret secret) {
  private static final String BASIC = "Basic ";

  static ClientCredentials read(String authorization, MultivaluedMap<String, String> form) {
    boolean inForm = form.containsKey("client_secret");
    if (authorization == null) {
      return inForm ? ofForm(form) : missing();
    }
    if (inForm) {
      throw OAuthRefusal.invalidRequest("Send the client's credentials in one way, not in two");
    }
    return ofBasic(authorization);
  }

  private static ClientCredentials missing() {
    throw OAuthRefusal.invalidClient("The client's id and secret are missing");
  }

  private static ClientCredentials ofForm(MultivaluedMap<String, String> form) {
    if (form.getFirst("client_id") == null) {
      throw OAuthRefusal.invalidClient("The client's id is missing");
    }
    return new ClientCredentials(
        form.getFirst("client_id"), Secret.of(form.getFirst("client_secret")));
  }

  private static ClientCredentials ofBasic(String authorization) {
    if (!authorization.regionMatches(true, 0, BASIC, 0, BASIC.length())) {
      throw OAuthRefusal.invalidClient("Authenticate the client with HTTP Basic");
    }
    try {
      byte[] decoded = Base64.getDecoder().decode(authorization.substring(BASIC.length()).strip());
      String[] parts = new String(decoded, UTF_8).split(":", 2);
      return new ClientCredentials(
          URLDecoder.decode(parts[0], UTF_8), Secret.of(URLDecoder.decode(parts[1], UTF_8)));
    } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
      throw OAuthRefusal.invalidClient("The HTTP Basic credentials cannot be read");
    }
  }
}
