package dev.patchbay.host.oauth;

import com.github.scribejava.core.model.OAuthRequest;
import com.github.scribejava.core.model.Verb;
import dev.patchbay.api.auth.ClientCredentials;
import dev.patchbay.api.egress.Egress;
import dev.patchbay.api.error.IntegrationException;
import dev.patchbay.api.error.ReauthorizationNeeded;
import dev.patchbay.api.error.Rejected;
import dev.patchbay.api.setting.Secret;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A client that a person typed in, at its service (RFC 6749 section 4.4). */
final class CredentialsClient implements Renewer {
  static final String ID = "clientId";
  static final String SECRET = "clientSecret";

  private final ClientCredentials declared;
  private final EgressHttpClient http;

  CredentialsClient(ClientCredentials declared, Egress egress) {
    this.declared = declared;
    this.http = new EgressHttpClient(egress);
  }

  @Override
  public Map<String, Object> renew(Grant grant) {
    try {
      return ask(grant.typedIn());
    } catch (Rejected e) {
      throw new ReauthorizationNeeded(e.getMessage(), e);
    }
  }

  /** Gets a token for what was typed in. */
  Map<String, Object> ask(Map<String, String> typed) {
    try {
      var answer = TokenAnswer.extract(http.post(request(typed)), Set.of());
      return TokenAnswer.fields(answer, declared.tokenPointer(), Set.of());
    } catch (IntegrationException e) {
      throw Discretion.about(e, List.of(Secret.of(typed.get(SECRET))));
    } catch (IOException e) {
      throw new Rejected("The service answered the request in no known form", e);
    }
  }

  private OAuthRequest request(Map<String, String> typed) {
    var request = new OAuthRequest(Verb.POST, declared.tokenUrl().toString());
    request.addBodyParameter("grant_type", "client_credentials");
    if (!declared.scopes().isEmpty()) {
      request.addBodyParameter("scope", String.join(declared.scopeSeparator(), declared.scopes()));
    }
    declared.tokenParameters().forEach(request::addBodyParameter);
    DeclaredApi.authentication(declared.clientAuthentication())
        .addClientAuthentication(request, typed.get(ID), typed.get(SECRET));
    return request;
  }
}
