package dev.patchbay.sandbox.oauth;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.patchbay.sandbox.http.Json;
import dev.patchbay.sandbox.state.State;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** The consents, codes and tokens of one provider: in memory for use, in the state for later. */
final class GrantRecords {
  private final Map<String, Consent> consents = new LinkedHashMap<>();
  private final Map<String, AuthorizationCode> codes = new LinkedHashMap<>();
  private final Map<String, Token> tokens = new LinkedHashMap<>();
  private final State state;
  private final String prefix;

  GrantRecords(State state, String prefix) {
    this.state = state;
    this.prefix = prefix;
    load("consent/", Consent::of, consent -> consents.put(consent.id(), consent));
    load("code/", AuthorizationCode::of, code -> codes.put(code.value(), code));
    load("token/", Token::of, token -> tokens.put(token.value(), token));
  }

  private <T> void load(String part, Function<ObjectNode, T> reader, Consumer<T> keep) {
    state.each(prefix + part, (key, json) -> keep.accept(reader.apply(Json.trusted(json))));
  }

  List<Consent> consents() {
    return List.copyOf(consents.values());
  }

  Consent consent(String id) {
    return consents.get(id);
  }

  List<Token> tokens() {
    return List.copyOf(tokens.values());
  }

  Optional<Token> token(String value) {
    return Optional.ofNullable(tokens.get(value));
  }

  void keep(Consent consent) {
    consents.put(consent.id(), consent);
    state.put(prefix + "consent/" + consent.id(), consent.document());
  }

  void keep(Token token) {
    tokens.put(token.value(), token);
    state.put(prefix + "token/" + key(token.value()), token.document());
  }

  void keep(AuthorizationCode code) {
    codes.put(code.value(), code);
    state.put(prefix + "code/" + key(code.value()), code.document());
  }

  void drop(Token token) {
    tokens.remove(token.value());
    state.remove(prefix + "token/" + key(token.value()));
  }

  Optional<AuthorizationCode> take(String code) {
    Optional<AuthorizationCode> taken = Optional.ofNullable(codes.remove(code));
    taken.ifPresent(known -> state.remove(prefix + "code/" + key(code)));
    return taken;
  }

  private static String key(String value) {
    return value.replace('/', '.');
  }
}
