package dev.patchbay.host.security;

import static dev.patchbay.host.fixture.Wall.assertClosed;
import static dev.patchbay.host.fixture.Wall.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.host.caller.Caller;
import dev.patchbay.host.caller.Roles;
import dev.patchbay.host.caller.Scope;
import jakarta.annotation.security.RolesAllowed;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.junit.jupiter.api.Test;

/** Tokens that this server signed, when what they say is no longer, or never was, so. */
class TokenBeliefTest {
  private static final Caller ADA =
      Caller.user("ten_1", "usr_1", "ada", Set.of(Roles.EDITOR)).after(2);
  private static final Caller KEY =
      Caller.key(
          "ten_1",
          "key_1",
          "crm",
          Set.of(Roles.CRM),
          Set.of(Scope.RECORDS_READ, Scope.CONNECTIONS_READ));

  private final Map<String, Object> claims = new HashMap<>();

  @Test
  void should_believe_a_token_when_nothing_has_changed() {
    assertThat(believed(ADA, "editor", "ten_1")).isTrue();
  }

  @Test
  void should_not_believe_a_token_when_it_names_another_tenant() {
    assertClosed(believed(ADA, "editor", "ten_2"), "a token of another tenant");
  }

  @Test
  void should_not_believe_a_token_when_it_has_more_roles() {
    assertClosed(believed(ADA, "admin", "ten_1"), "a token with another role");
  }

  @Test
  void should_not_believe_a_token_when_it_is_of_an_old_password() {
    claims.put("generation", 1);

    assertClosed(believed(ADA, "editor", "ten_1"), "a token of an old password");
  }

  @Test
  void should_narrow_a_key_to_the_scope_of_its_token() {
    claims.put("scope", "records:read");

    assertClosed(
        SignInCheck.believed(token("crm", "ten_1", 0), KEY)
            .orElseThrow()
            .scopes()
            .contains(Scope.CONNECTIONS_READ),
        "a scope that the token was narrowed from");
  }

  @Test
  void should_not_believe_a_token_when_its_scope_is_more_than_the_key_has() {
    claims.put("scope", "records:read credentials:read");

    assertClosed(believed(KEY, "crm", "ten_1"), "a scope that the key has not");
  }

  @Test
  void should_not_believe_a_keys_token_when_it_says_nothing_of_scopes() {
    assertClosed(believed(KEY, "crm", "ten_1"), "a token from before there were scopes");
  }

  @Test
  void should_not_issue_more_than_the_key_has() {
    try {
      TokenResource.narrowed(KEY, "records:read credentials:read");
    } catch (OAuthRefusal refused) {
      assertThat(refused.error()).isEqualTo("invalid_scope");
      return;
    }
    throw new AssertionError("let through: a scope that the key has not");
  }

  @Test
  void should_issue_less_when_asked() {
    assertThat(TokenResource.narrowed(KEY, "records:read").scopes())
        .containsExactly(Scope.RECORDS_READ);
  }

  @Test
  void should_close_a_call_when_the_scope_is_missing() throws ReflectiveOperationException {
    assertCallClosed(KEY, "dev.patchbay.host.sync.SyncResource");
  }

  @Test
  void should_close_a_call_to_keys_when_it_names_no_scope() {
    assertRefused(
        () -> ScopeCheck.require(KEY, Unmarked.class.getDeclaredMethods()[0]),
        "a call that names no scope");
  }

  private static void assertCallClosed(Caller caller, String resource)
      throws ReflectiveOperationException {
    var methods = Class.forName(resource).getDeclaredMethods();
    var start = List.of(methods).stream().filter(m -> m.getName().equals("start")).findFirst();
    assertRefused(
        () -> ScopeCheck.require(caller, start.orElseThrow()), "a call without its scope");
  }

  private boolean believed(Caller known, String role, String tenant) {
    return SignInCheck.believed(token(role, tenant, known.generation()), known).isPresent();
  }

  private JsonWebToken token(String role, String tenant, int generation) {
    claims.putIfAbsent("generation", generation);
    claims.put("tenant", tenant);
    claims.put("groups", Set.of(role));
    return new Claims(claims);
  }

  /** A call whose author forgot the scope. */
  @RolesAllowed(Roles.CRM)
  private static final class Unmarked {
    void call() {}
  }

  private record Claims(Map<String, Object> all) implements JsonWebToken {

    @Override
    public String getName() {
      return "somebody";
    }

    @Override
    public Set<String> getClaimNames() {
      return all.keySet();
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> T getClaim(String name) {
      return (T) all.get(name);
    }
  }
}
