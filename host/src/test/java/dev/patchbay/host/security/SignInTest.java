package dev.patchbay.host.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.SignedJWT;
import dev.patchbay.api.setting.Secret;
import dev.patchbay.host.caller.Roles;
import dev.patchbay.host.caller.Scope;
import dev.patchbay.host.fixture.OnBothDatabases;
import dev.patchbay.host.persistence.Dialect;
import dev.patchbay.host.problem.ProblemException;
import dev.patchbay.host.problem.ProblemType;
import java.util.Date;
import java.util.Set;
import org.junit.jupiter.api.Test;

@OnBothDatabases
class SignInTest {
  private static final Secret PASSWORD = Secret.of("correct horse battery");
  private static final Secret WRONG = Secret.of("incorrect horse");
  private static final String HERE = "192.0.2.1";

  private final SecuritySetup setup;
  private final String tenant;

  SignInTest(Dialect dialect) {
    setup = new SecuritySetup(dialect);
    tenant = setup.tenant("acme");
    setup
        .database
        .transactions()
        .run(() -> setup.userRegister.add(tenant, "ada", PASSWORD, Set.of(Roles.EDITOR)));
  }

  @Test
  void should_issue_a_token_that_the_published_key_verifies_when_the_password_is_right()
      throws Exception {
    AccessToken token = setup.signIn.user("ada", PASSWORD, HERE);

    SignedJWT jwt = SignedJWT.parse(token.text());
    RSAKey published =
        setup.signingKeys.published().getKeyByKeyId(jwt.getHeader().getKeyID()).toRSAKey();
    assertThat(published.isPrivate()).isFalse();
    assertThat(jwt.verify(new RSASSAVerifier(published))).isTrue();
    assertThat(jwt.getJWTClaimsSet().getIssuer()).isEqualTo("patchbay");
    assertThat(jwt.getJWTClaimsSet().getStringClaim("upn")).isEqualTo("ada");
    assertThat(jwt.getJWTClaimsSet().getStringClaim("tenant")).isEqualTo(tenant);
    assertThat(jwt.getJWTClaimsSet().getStringListClaim("groups")).containsExactly("editor");
    assertThat(jwt.getJWTClaimsSet().getExpirationTime()).isEqualTo(Date.from(token.expiresAt()));
  }

  @Test
  void should_tell_a_wrong_name_and_a_wrong_password_alike() {
    assertThat(refusal("ada", WRONG, HERE)).isEqualTo(refusal("nobody", PASSWORD, HERE));
  }

  @Test
  void should_not_even_look_at_the_password_when_the_name_has_to_wait() {
    for (int i = 0; i < 5; i++) {
      setup.throttle.admit("ada", HERE);
    }

    assertThat(refused("ada", PASSWORD, HERE).type()).isEqualTo(ProblemType.TOO_MANY_REQUESTS);
  }

  @Test
  void should_forgive_when_the_right_password_comes() {
    for (int i = 0; i < 4; i++) {
      setup.throttle.admit("ada", HERE);
    }

    setup.signIn.user("ada", PASSWORD, HERE);

    assertThatCode(() -> setup.throttle.admit("ada", HERE)).doesNotThrowAnyException();
  }

  @Test
  void should_issue_a_token_when_the_secret_of_the_key_is_right() {
    IssuedKey issued =
        setup
            .database
            .transactions()
            .call(() -> setup.keyIssuer.issue(tenant, "crm", Scope.usual()));
    ClientCredentials right = new ClientCredentials(issued.key().clientId(), issued.secret());
    ClientCredentials wrong = new ClientCredentials(issued.key().clientId(), Secret.of("pbs_no"));

    assertThat(setup.signIn.key(right, HERE))
        .hasValueSatisfying(
            key -> {
              assertThat(key.roles()).containsExactly(Roles.CRM);
              assertThat(key.scopes()).doesNotContain(Scope.CREDENTIALS_READ).isNotEmpty();
            });
    assertThat(setup.signIn.key(wrong, HERE)).isEmpty();
  }

  @Test
  void should_refuse_a_user_when_the_name_is_taken_by_another_tenant() {
    String other = setup.tenant("other");

    assertThatThrownBy(
            () ->
                setup
                    .database
                    .transactions()
                    .run(() -> setup.userRegister.add(other, "ada", PASSWORD, Set.of(Roles.ADMIN))))
        .asInstanceOf(type(ProblemException.class))
        .extracting(ProblemException::type)
        .isEqualTo(ProblemType.CONFLICT);
  }

  @Test
  void should_refuse_a_password_when_it_is_short() {
    assertThatThrownBy(
            () -> setup.userRegister.add(tenant, "bob", Secret.of("short"), Set.of(Roles.VIEWER)))
        .hasMessageContaining("password must have 12 to 200 characters");
  }

  private String refusal(String name, Secret password, String address) {
    return refused(name, password, address).getMessage();
  }

  private ProblemException refused(String name, Secret password, String address) {
    try {
      throw new AssertionError("signed in: " + setup.signIn.user(name, password, address));
    } catch (ProblemException refusal) {
      return refusal;
    }
  }
}
