package dev.patchbay.host.plugin;

import dev.patchbay.api.auth.Authorization;
import dev.patchbay.api.auth.ClientCredentials;
import dev.patchbay.api.auth.Form;
import dev.patchbay.api.auth.OAuth2;
import dev.patchbay.api.auth.TokenExchange;
import dev.patchbay.api.auth.TokenExchange.Proof;
import dev.patchbay.api.setting.Setting;
import dev.patchbay.host.fixture.AuthorizationServer;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Plugins whose data would weaken the flow of everybody who uses them. */
class AuthorizationAttackTest {

  @Test
  void should_refuse_the_plugin_when_it_sends_answers_elsewhere() {
    refuseParameter("redirect_uri", "https://evil.test/");
  }

  @Test
  void should_refuse_the_plugin_when_it_brings_a_state_of_its_own() {
    refuseParameter("state", "fixed");
  }

  @Test
  void should_refuse_the_plugin_when_it_brings_a_challenge_of_its_own() {
    refuseParameter("code_challenge", "fixed");
  }

  @Test
  void should_refuse_the_plugin_when_it_makes_the_challenge_plain() {
    refuseParameter("code_challenge_method", "plain");
  }

  @Test
  void should_refuse_the_plugin_when_it_asks_for_a_token_in_the_address() {
    refuseParameter("response_type", "token");
  }

  @Test
  void should_refuse_the_plugin_when_it_wants_the_answer_in_a_fragment() {
    refuseParameter("response_mode", "fragment");
  }

  @Test
  void should_refuse_the_plugin_when_it_brings_a_nonce_of_its_own() {
    refuseParameter("nonce", "fixed");
  }

  @Test
  void should_refuse_the_plugin_when_it_speaks_as_another_client() {
    refuseParameter("client_id", "client-2");
  }

  @Test
  void should_refuse_the_plugin_when_a_request_object_replaces_the_parameters() {
    refuseParameter("request_uri", "https://evil.test/request");
  }

  @Test
  void should_refuse_the_plugin_when_it_hides_a_parameter_in_capitals() {
    refuseParameter("Redirect_URI", "https://evil.test/");
  }

  @Test
  void should_refuse_the_plugin_when_the_consent_page_has_given_up_encryption() {
    refuse(OAuth2.builder("http://login.service.test/a", tokenUrl()).build());
  }

  @Test
  void should_refuse_the_plugin_when_secrets_go_to_a_host_that_it_does_not_declare() {
    refuse(OAuth2.builder("https://login.service.test/a", "https://elsewhere.test/token").build());
  }

  @Test
  void should_refuse_the_plugin_when_tokens_are_exchanged_at_a_host_that_it_does_not_declare() {
    refuse(
        AuthorizationServer.declared()
            .longLived(TokenExchange.of("https://elsewhere.test/t", "g", "t", Proof.CLIENT))
            .build());
  }

  @Test
  void should_refuse_the_plugin_when_its_issuer_has_a_query() {
    refuse(OAuth2.openId(AuthorizationServer.ISSUER + "/?x=").build());
  }

  @Test
  void should_refuse_the_plugin_when_its_issuer_is_a_host_that_it_does_not_declare() {
    refuse(OAuth2.openId("https://elsewhere.test").build());
  }

  @Test
  void should_refuse_the_plugin_when_a_secret_becomes_a_part_of_the_address() {
    refuse(
        OAuth2.builder("https://login.service.test/{key}/a", tokenUrl()).build(),
        Setting.builder("key", "Key", Setting.Kind.SECRET).required().build());
  }

  @Test
  void should_refuse_the_plugin_when_an_address_has_a_place_that_nobody_fills() {
    refuse(OAuth2.builder("https://login.service.test/{nobody}/a", tokenUrl()).build());
  }

  @Test
  void should_refuse_the_plugin_when_its_form_asks_for_a_host() {
    refuse(Form.of(List.of(Setting.builder("host", "Host", Setting.Kind.HOST).required().build())));
  }

  @Test
  void should_refuse_the_plugin_when_clients_go_to_a_host_that_it_does_not_declare() {
    refuse(ClientCredentials.builder("https://elsewhere.test/token").build());
  }

  private static void refuseParameter(String name, String value) {
    refuse(AuthorizationServer.declared().authorizeParameter(name, value).build());
  }

  private static void refuse(Authorization authorization, Setting... settings) {
    var plugin = new WebService(authorization, List.of(settings), auth -> auth.token().reveal());
    if (isUsed(plugin)) {
      throw new AssertionError("let through: the plugin is in use");
    }
  }

  private static boolean isUsed(WebService plugin) {
    try {
      DescriptorCheck.checked(plugin.descriptor());
      return true;
    } catch (PluginRefused e) {
      return false;
    }
  }

  private static String tokenUrl() {
    return "https://" + AuthorizationServer.HOST + "/token";
  }
}
