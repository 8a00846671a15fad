package dev.patchbay.host.connect;

import dev.patchbay.api.error.IntegrationException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Discovery documents that lead people, codes or secrets astray. */
class DiscoveryAttackTest {
  private AttackWorld attack;

  @BeforeEach
  void open() {
    attack = AttackWorld.openId();
  }

  @AfterEach
  void close() {
    attack.close();
  }

  @Test
  void should_send_nobody_when_the_document_is_that_of_another_issuer() {
    refuse("issuer", "https://evil.test");
  }

  @Test
  void should_send_nobody_when_the_document_names_no_issuer() {
    refuse("issuer", null);
  }

  @Test
  void should_send_nobody_when_the_consent_page_is_elsewhere() {
    refuse("authorization_endpoint", "https://elsewhere.test/authorize");
  }

  @Test
  void should_send_nobody_when_the_token_endpoint_is_elsewhere() {
    refuse("token_endpoint", "https://elsewhere.test/token");
  }

  @Test
  void should_send_nobody_when_the_keys_are_elsewhere() {
    refuse("jwks_uri", "https://elsewhere.test/jwks");
  }

  @Test
  void should_send_nobody_when_the_consent_page_is_a_script() {
    refuse("authorization_endpoint", "javascript://login.service.test/%0Aalert(1)");
  }

  @Test
  void should_send_nobody_when_the_consent_page_has_given_up_encryption() {
    refuse("authorization_endpoint", "http://login.service.test/authorize");
  }

  @Test
  void should_send_nobody_when_the_declared_host_is_only_a_user_name() {
    refuse("authorization_endpoint", "https://login.service.test@elsewhere.test/authorize");
  }

  @Test
  void should_send_nobody_when_a_fragment_cuts_the_consent_address_off() {
    refuse("authorization_endpoint", "https://login.service.test/authorize#");
  }

  @Test
  void should_send_nobody_when_the_revocation_endpoint_is_elsewhere() {
    refuse("revocation_endpoint", "https://elsewhere.test/revoke");
  }

  @Test
  void should_send_nobody_when_the_document_is_a_flood() {
    refuse("padding", "x".repeat(300 * 1024));
  }

  @Test
  void should_still_hide_the_verifier_when_the_document_knows_only_plain() {
    say("code_challenge_methods_supported", List.of("plain"));
    var asked = attack.asked(attack.leave());

    AttackWorld.refuse(
        !"S256".equals(asked.get("code_challenge_method")), "the challenge is the verifier");
  }

  @Test
  void should_make_a_nonce_that_was_never_there() {
    var nonces =
        List.of(
            Optional.ofNullable(attack.asked(attack.leave()).get("nonce")).orElse("none"),
            Optional.ofNullable(attack.asked(attack.leave()).get("nonce")).orElse("none"));

    AttackWorld.refuse(nonces.get(0).equals(nonces.get(1)), "the nonce is " + nonces);
  }

  @Test
  void should_keep_no_nonce_in_the_database_when_a_person_is_on_the_way() {
    var nonce = attack.asked(attack.leave()).get("nonce");

    AttackWorld.refuse(
        TableScan.of(attack.world.database).contains(nonce), "the database tells the nonce");
  }

  private void refuse(String name, Object value) {
    say(name, value);
    AttackWorld.refuse(leaves(), "somebody was sent to " + name + " " + shortened(value));
  }

  private static String shortened(Object value) {
    var text = String.valueOf(value);
    return text.substring(0, Math.min(80, text.length()));
  }

  private void say(String name, Object value) {
    attack.server.discoveryFault =
        document -> {
          Map<String, Object> changed = new HashMap<>(document);
          changed.put(name, value);
          return changed;
        };
  }

  private boolean leaves() {
    try {
      attack.leave();
      return true;
    } catch (IntegrationException e) {
      return false;
    }
  }
}
