package dev.patchbay.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.api.IntegrationPlugin;
import dev.patchbay.api.PluginApi;
import dev.patchbay.api.auth.Form;
import dev.patchbay.api.setting.Setting;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.ServiceLoader;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;

class SmtpPluginTest {

  private final IntegrationPlugin plugin = new SmtpPlugin();

  @Test
  void should_be_found_by_the_service_loader() {
    assertThat(ServiceLoader.load(IntegrationPlugin.class))
        .hasSize(1)
        .hasOnlyElementsOfType(SmtpPlugin.class);
  }

  @Test
  void should_state_its_id_version_and_api_without_running_code() throws IOException {
    var stated = new Properties();
    try (var file = plugin.getClass().getResourceAsStream("/META-INF/patchbay-plugin.properties")) {
      stated.load(file);
    }

    assertThat(stated).containsEntry("id", "smtp");
    assertThat(stated).containsEntry("api", Integer.toString(PluginApi.VERSION));
    assertThat(stated.getProperty("version")).matches("\\d+\\.\\d+\\.\\d+(-SNAPSHOT)?");
  }

  @Test
  void should_ask_the_admin_for_the_server_and_the_person_for_the_account() {
    assertThat(plugin.descriptor().settings())
        .extracting(Setting::name)
        .containsExactly("host", "port", "security");
    assertThat(((Form) plugin.descriptor().authorization()).fields())
        .extracting(Setting::name)
        .containsExactly("sender", "username", "password");
    assertThat(plugin.descriptor().egressHosts()).isEmpty();
  }

  @Test
  void should_encrypt_by_default() {
    assertThat(MailServer.of(dev.patchbay.api.setting.Settings.of(java.util.Map.of("host", "a"))))
        .isEqualTo(new MailServer("a", 587, Security.STARTTLS));
  }

  @Test
  void should_offer_the_action_that_it_declares_without_any_exchange() {
    var office = Office.at(InetSocketAddress.createUnresolved("nowhere", 25), "none");

    assertThat(plugin.open(office.context()).actions())
        .extracting(action -> action.descriptor().name())
        .containsExactly("send-message");
    assertThat(plugin.descriptor().actions().get(0).fields())
        .extracting(Setting::name)
        .containsExactly("to", "subject", "text", "html", "thread", "attachments");
    assertThat(office.sockets().reached()).isEmpty();
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
    assertThat(icon.length()).isLessThan(16 * 1024);
    assertThat(icon).doesNotContain("<script", "href", "url(");
  }
}
