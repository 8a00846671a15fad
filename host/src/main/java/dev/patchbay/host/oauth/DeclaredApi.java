package dev.patchbay.host.oauth;

import com.github.scribejava.core.builder.api.DefaultApi20;
import com.github.scribejava.core.extractors.TokenExtractor;
import com.github.scribejava.core.model.OAuth2AccessToken;
import com.github.scribejava.core.oauth2.clientauthentication.ClientAuthentication;
import com.github.scribejava.core.oauth2.clientauthentication.HttpBasicAuthenticationScheme;
import com.github.scribejava.core.oauth2.clientauthentication.RequestBodyAuthenticationScheme;
import dev.patchbay.api.auth.OAuth2;
import java.net.URI;

/**
 * ScribeJava's view of what a plugin declared, so that one class serves every service: where they
 * differ is data, never a subclass.
 */
final class DeclaredApi extends DefaultApi20 {
  private final OAuth2 declared;
  private final Endpoints endpoints;
  private final URI browserAddress;

  /**
   * @param browserAddress where the person's browser is sent, which the host map may have moved
   */
  DeclaredApi(OAuth2 declared, Endpoints endpoints, URI browserAddress) {
    this.declared = declared;
    this.endpoints = endpoints;
    this.browserAddress = browserAddress;
  }

  @Override
  public String getAccessTokenEndpoint() {
    return endpoints.token().toString();
  }

  @Override
  public String getRevokeTokenEndpoint() {
    return endpoints
        .revoke()
        .orElseThrow(() -> new IllegalStateException("The service has no revocation address"))
        .toString();
  }

  @Override
  protected String getAuthorizationBaseUrl() {
    return browserAddress.toString();
  }

  @Override
  public TokenExtractor<OAuth2AccessToken> getAccessTokenExtractor() {
    return response -> TokenAnswer.extract(response, declared.grantEndings());
  }

  @Override
  public ClientAuthentication getClientAuthentication() {
    return authentication(declared.clientAuthentication());
  }

  static ClientAuthentication authentication(OAuth2.ClientAuthentication way) {
    return switch (way) {
      case BASIC -> HttpBasicAuthenticationScheme.instance();
      case BODY -> RequestBodyAuthenticationScheme.instance();
    };
  }
}
