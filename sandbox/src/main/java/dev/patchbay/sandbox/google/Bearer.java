package dev.patchbay.sandbox.google;

import dev.patchbay.sandbox.http.Request;
import dev.patchbay.sandbox.oauth.Grants;
import dev.patchbay.sandbox.oauth.Token;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Who calls, by the access token in the header; refuses what Google refuses. */
public final class Bearer {
  private static final String SCHEME = "Bearer ";

  private final Grants grants;
  private final Accounts accounts;

  Bearer(Grants grants, Accounts accounts) {
    this.grants = grants;
    this.accounts = accounts;
  }

  /** The calling account; its token must carry one of the given scopes. */
  public Account caller(Request request, Set<String> oneOf) {
    Token token = token(request);
    if (token.scopes().stream().noneMatch(oneOf::contains)) {
      throw GoogleError.insufficientScope(String.join(" ", new TreeSet<>(oneOf)));
    }
    return account(token);
  }

  Token token(Request request) {
    return request
        .header("Authorization")
        .filter(header -> header.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
        .map(header -> header.substring(SCHEME.length()).trim())
        .flatMap(this::known)
        .orElseThrow(GoogleError::unauthorized);
  }

  Optional<Token> known(String value) {
    return grants.token(Token.Kind.ACCESS, value);
  }

  String application(Token token) {
    return grants.consentOf(token).clientId();
  }

  Account account(Token token) {
    return accounts.find(grants.consentOf(token).account()).orElseThrow(GoogleError::unauthorized);
  }
}
