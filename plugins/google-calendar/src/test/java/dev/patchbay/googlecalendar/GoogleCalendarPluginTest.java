package dev.patchbay.googlecalendar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.api.IntegrationPlugin;
import dev.patchbay.api.PluginApi;
import dev.patchbay.api.auth.OAuth2;
import dev.patchbay.api.sync.Source;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import java.util.ServiceLoader;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;

class GoogleCalendarPluginTest {

  private final IntegrationPlugin plugin = new GoogleCalendarPlugin();

  @Test
  void should_be_found_by_the_service_loader() {
    assertThat(ServiceLoader.load(IntegrationPlugin.class))
        .hasSize(1)
        .hasOnlyElementsOfType(GoogleCalendarPlugin.class);
  }

  @Test
  void should_state_its_id_version_and_api_without_running_code() throws IOException {
    var stated = new Properties();
    try (var file = plugin.getClass().getResourceAsStream("/META-INF/patchbay-plugin.properties")) {
      stated.load(file);
    }

    assertThat(stated).containsEntry("id", "google-calendar");
    assertThat(stated).containsEntry("api", Integer.toString(PluginApi.VERSION));
    assertThat(stated.getProperty("version")).matches("\\d+\\.\\d+\\.\\d+(-SNAPSHOT)?");
  }

  @Test
  void should_send_people_to_google_and_ask_for_reading_only() {
    var oauth = (OAuth2) plugin.descriptor().authorization();

    assertThat(oauth.authorizeUrl()).hasToString("https://accounts.google.com/o/oauth2/v2/auth");
    assertThat(oauth.tokenUrl()).hasToString("https://oauth2.googleapis.com/token");
    assertThat(oauth.revokeUrl().orElseThrow()).hasToString("https://oauth2.googleapis.com/revoke");
    assertThat(oauth.scopes())
        .containsExactly("openid", "email", "https://www.googleapis.com/auth/calendar");
    assertThat(oauth.authorizeParameters())
        .isEqualTo(Map.of("access_type", "offline", "prompt", "consent"));
    assertThat(oauth.pkce()).isTrue();
  }

  @Test
  void should_declare_every_host_that_it_or_its_authorization_reaches() {
    assertThat(plugin.descriptor().egressHosts())
        .containsExactlyInAnyOrder(
            "www.googleapis.com",
            "oauth2.googleapis.com",
            "openidconnect.googleapis.com",
            "accounts.google.com");
  }

  @Test
  void should_show_an_icon_that_is_small_plain_svg() throws Exception {
    var icon = plugin.descriptor().icon();
    var factory = DocumentBuilderFactory.newInstance();
    factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
    factory.setNamespaceAware(true);

    var svg =
        factory
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(icon.getBytes(StandardCharsets.UTF_8)))
            .getDocumentElement();

    assertThat(svg.getLocalName()).isEqualTo("svg");
    assertThat(svg.getNamespaceURI()).isEqualTo("http://www.w3.org/2000/svg");
    assertThat(icon.length()).isLessThan(16 * 1024);
    assertThat(icon).doesNotContain("<script", "href", "url(");
  }

  @Test
  void should_read_the_type_that_it_declares_without_any_exchange() {
    try (var google = ScriptedGoogle.start()) {
      assertThat(google.client().sources())
          .extracting(Source::type)
          .containsExactly(plugin.descriptor().types().get(0).name());
      assertThat(google.asked()).isEmpty();
    }
  }
}
