package dev.patchbay.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patchbay.api.error.Rejected;
import dev.patchbay.api.sync.Cursor;
import java.nio.file.Path;
import java.util.Map;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Replies, password and all, are read over lines that nobody else can read. */
class ImapEncryptionTest {

  private static final String OFFER =
      "* CAPABILITY IMAP4rev1 STARTTLS LOGINDISABLED\r\nTAG OK Done";

  @TempDir static Path folder;

  private static SSLContext before;
  private static Certificate certificate;

  @BeforeAll
  static void trustOne() throws Exception {
    before = SSLContext.getDefault();
    certificate = Certificate.madeOutTo(Mailroom.HOST, folder);
    SSLContext.setDefault(certificate.trusted());
  }

  @AfterAll
  static void trustAsBefore() {
    SSLContext.setDefault(before);
  }

  @Test
  void should_encrypt_before_the_login_and_believe_nothing_said_before() throws Exception {
    try (var mailroom = new Mailroom()) {
      mailroom.password("ada");
      mailroom
          .server()
          .follow(
              Script.proper()
                  .with(certificate.shown())
                  .on("STARTTLS", "TAG OK Begin\r\n* CAPABILITY IMAP4rev1 AUTH=PLAIN X-INJECTED"));

      var source =
          Office.withReplies(mailroom.server().address(), Map.of("imapSecurity", "starttls"));
      mailroom.server().rewrite(line -> line.replace("IMAP4rev1", "IMAP4rev1 STARTTLS"));

      assertThat(source.replies().collections(Cursor.start()).items()).hasSize(1);
      assertThat(mailroom.server().heard())
          .containsSubsequence("CAPABILITY", "STARTTLS", "CAPABILITY")
          .filteredOn(command -> command.startsWith("LOGIN"))
          .hasSize(1);
    }
  }

  @Test
  void should_say_nothing_more_when_the_certificate_is_of_somebody_else() throws Exception {
    try (var mailroom = new Mailroom()) {
      var other = Certificate.madeOutTo("evil.example.org", folder);
      mailroom
          .server()
          .follow(
              Script.proper()
                  .with(other.shown())
                  .on("CAPABILITY", OFFER)
                  .on("STARTTLS", "TAG OK Begin"));
      var office =
          Office.withReplies(mailroom.server().address(), Map.of("imapSecurity", "starttls"));

      assertThatThrownBy(() -> office.replies().collections(Cursor.start()))
          .isInstanceOf(Rejected.class)
          .hasMessageContaining("certificate of the mail server imap.example.org:143");
      assertThat(mailroom.server().heard()).noneMatch(command -> command.contains("secret"));
    }
  }
}
