package dev.patchbay.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.api.IntegrationPlugin;
import dev.patchbay.api.auth.Form;
import dev.patchbay.api.setting.Setting;
import dev.patchbay.smtp.line.MailServer;
import dev.patchbay.smtp.line.Security;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.Test;

class SmtpPluginTest {

  private final IntegrationPlugin plugin = new SmtpPlugin();

  @Test
  void should_ask_the_admin_for_the_server_and_the_person_for_the_account() {
    assertThat(plugin.descriptor().settings())
        .extracting(Setting::name)
        .containsExactly(
            "host",
            "port",
            "security",
            "imapHost",
            "imapPort",
            "imapSecurity",
            "imapFolders",
            "imapSince");
    assertThat(((Form) plugin.descriptor().authorization()).fields())
        .extracting(Setting::name)
        .containsExactly("sender", "username", "password", "imapUsername", "imapPassword");
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
}
