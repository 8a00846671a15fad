package dev.patchbay.host.connect;

import static dev.patchbay.host.fixture.AuthorizationServer.ISSUER;
import static dev.patchbay.host.fixture.IdTokenForge.EC_KEY;
import static dev.patchbay.host.fixture.IdTokenForge.signed;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import dev.patchbay.host.credential.Holder;
import dev.patchbay.host.fixture.AuthorizationServer;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the defences must let through: the honest services of all kinds. */
class HonestServerTest {
  private AttackWorld world;

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void should_connect_when_the_service_does_not_say_who_it_is() {
    world = AttackWorld.plain();

    world.comeBack(world.agreed(world.leave()));

    assertConnected();
  }

  @Test
  void should_connect_when_the_service_says_who_it_is_as_promised() {
    world = new AttackWorld(AuthorizationServer.declared().issuer(ISSUER).namesIssuer());

    world.comeBack(world.agreedAs(world.leave(), ISSUER));

    assertConnected();
  }

  @Test
  void should_connect_when_the_service_refuses_pkce() {
    world = new AttackWorld(AuthorizationServer.declared().withoutPkce());

    world.comeBack(world.agreed(world.leave()));

    assertConnected();
  }

  @Test
  void should_know_the_subject_when_the_service_speaks_openid() {
    world = AttackWorld.openId();

    world.comeBack(world.agreedAs(world.leave(), ISSUER));

    assertConnected();
    var holder =
        new Holder(ConnectWorld.TENANT, world.world.established.heard().get(0).connectionId());
    var auth = world.world.grants.find(holder).orElseThrow().toAuth();
    assertThat(auth.field("openid_subject").reveal()).isEqualTo("subject-of-ada");
  }

  @Test
  void should_take_the_other_key_when_the_service_signs_with_it() {
    world = AttackWorld.openId();
    var header = new JWSHeader.Builder(JWSAlgorithm.ES256).keyID("key-2").build();
    world.server.idTokens.forging = claims -> signed(header, claims.build(), EC_KEY);

    world.comeBack(world.agreedAs(world.leave(), ISSUER));

    assertConnected();
  }

  @Test
  void should_learn_a_new_key_when_the_service_changes_it() {
    world = AttackWorld.openId();
    world.comeBack(world.agreedAs(world.leave(), ISSUER));
    world.world.clock.advance(Duration.ofMinutes(2));
    var old = world.server.idTokens.published.remove(0);
    world.server.idTokens.published.add(
        new com.nimbusds.jose.jwk.RSAKey.Builder(old.toRSAKey()).keyID("key-4").build());
    var header = new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("key-4").build();
    world.server.idTokens.forging = claims -> signed(header, claims.build(), old);

    world.comeBack(world.agreedAs(world.leave(), ISSUER));

    assertThat(world.world.established.heard()).hasSize(2);
    assertThat(world.server.keyRequests).hasValue(2);
  }

  @Test
  void should_read_the_discovery_document_once_an_hour() {
    world = AttackWorld.openId();
    world.leave();
    world.leave();

    assertThat(world.server.exchanges)
        .filteredOn(exchange -> exchange.path().endsWith("openid-configuration"))
        .hasSize(1);
  }

  private void assertConnected() {
    assertThat(world.world.established.heard()).hasSize(1);
  }
}
