package dev.patchbay.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patchbay.api.error.Rejected;
import dev.patchbay.api.error.Unavailable;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The JVM trusts one certificate here, as it would trust a known authority. */
class EncryptionTest {

  @TempDir static Path folder;

  private static SSLContext before;
  private static SSLContext known;

  @BeforeAll
  static void trustOne() throws Exception {
    before = SSLContext.getDefault();
    var certificate = Certificate.madeOutTo(Office.HOST, folder);
    known = certificate.shown();
    SSLContext.setDefault(certificate.trusted());
  }

  @AfterAll
  static void trustAsBefore() {
    SSLContext.setDefault(before);
  }

  @Test
  void should_encrypt_before_the_login_when_the_server_offers_it() {
    try (var server = ScriptedMailServer.start(Script.proper().with(known))) {
      Office.at(server.address(), "starttls").loggingIn().check();

      assertThat(server.heard())
          .startsWith("EHLO example.org", "STARTTLS", "EHLO example.org")
          .anyMatch(command -> command.startsWith("AUTH PLAIN"));
    }
  }

  @Test
  void should_encrypt_from_the_start_when_the_server_wants_that() {
    try (var server = ScriptedMailServer.startEncrypted(Script.proper().with(known))) {
      Office.at(server.address(), "tls").loggingIn().check();

      assertThat(server.heard()).startsWith("EHLO example.org").doesNotContain("STARTTLS");
    }
  }

  @Test
  void should_send_nothing_when_the_server_offers_no_starttls() {
    try (var server = ScriptedMailServer.start(Script.proper())) {
      assertThatThrownBy(() -> Office.at(server.address(), "starttls").loggingIn().check())
          .isInstanceOf(Rejected.class)
          .hasMessageContaining("offers no STARTTLS");
      assertThat(server.heard()).containsOnly("EHLO example.org");
    }
  }

  @Test
  void should_send_nothing_when_the_server_takes_starttls_back() {
    var script = Script.proper().with(known).on("STARTTLS", "454 4.7.0 TLS not available");
    try (var server = ScriptedMailServer.start(script)) {
      assertThatThrownBy(() -> Office.at(server.address(), "starttls").loggingIn().check())
          .isInstanceOf(Unavailable.class)
          .hasMessageContaining("454 4.7.0 TLS not available");
      assertThat(server.heard()).noneMatch(command -> command.startsWith("AUTH"));
    }
  }

  @Test
  void should_refuse_when_the_certificate_is_made_out_to_another_host() throws Exception {
    var other = Certificate.madeOutTo("other.example.org", folder);
    SSLContext trustedHere = SSLContext.getDefault();
    SSLContext.setDefault(other.trusted());
    try {
      assertRefused("starttls", other.shown(), "mail.example.org");
      assertRefused("tls", other.shown(), "mail.example.org");
    } finally {
      SSLContext.setDefault(trustedHere);
    }
  }

  @Test
  void should_refuse_when_nobody_vouches_for_the_certificate() throws Exception {
    var elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
    var strangers = Certificate.madeOutTo(Office.HOST, elsewhere).shown();

    assertRefused("starttls", strangers, "not trusted");
    assertRefused("tls", strangers, "not trusted");
  }

  private static void assertRefused(String security, SSLContext shown, String words) {
    var script = Script.proper().with(shown);
    try (var server =
        security.equals("tls")
            ? ScriptedMailServer.startEncrypted(script)
            : ScriptedMailServer.start(script)) {
      assertThatThrownBy(() -> Office.at(server.address(), security).loggingIn().check())
          .isInstanceOf(Rejected.class)
          .hasMessageContaining("The certificate of the mail server")
          .hasMessageContaining(words);
      assertThat(server.heard()).noneMatch(command -> command.startsWith("AUTH"));
    }
  }

  @Test
  void should_ask_about_the_port_when_the_server_does_not_speak_tls_there() {
    try (var server = ScriptedMailServer.start(Script.proper())) {
      assertThatThrownBy(() -> Office.at(server.address(), "tls").check())
          .isInstanceOf(Rejected.class)
          .hasMessageContaining("does not speak TLS")
          .hasMessageContaining("port");
    }
  }
}
