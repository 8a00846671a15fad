package dev.patchbay.smtp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.patchbay.api.error.ReauthorizationNeeded;
import dev.patchbay.api.sync.Change;
import dev.patchbay.api.sync.CollectionId;
import dev.patchbay.api.sync.Cursor;
import dev.patchbay.testkit.TestConnectionContext;
import dev.patchbay.testkit.TestSockets;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimePart;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A mail server that others wrote, reached over TLS: what is sent is what arrives. */
class GreenMailTest {

  @TempDir static Path folder;

  private static SSLContext before;

  private final GreenMail greenMail =
      new GreenMail(
          new ServerSetup[] {
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTPS),
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAPS)
          });

  @BeforeAll
  static void trustTheServer() throws Exception {
    before = SSLContext.getDefault();
    var certificate = Certificate.madeOutTo(Office.HOST, folder);
    System.setProperty("greenmail.tls.keystore.file", certificate.file().toString());
    System.setProperty("greenmail.tls.keystore.password", Certificate.PASSWORD);
    SSLContext.setDefault(certificate.trusted());
  }

  @AfterAll
  static void trustAsBefore() {
    SSLContext.setDefault(before);
  }

  @BeforeEach
  void start() {
    greenMail.setUser(Office.SENDER, Script.USERNAME, Script.PASSWORD);
    greenMail.setUser("bob@example.com", "bob", "secret");
    greenMail.start();
  }

  @AfterEach
  void stop() {
    greenMail.stop();
  }

  @Test
  void should_tell_a_right_login_from_a_wrong_one() {
    assertThat(office().check().id()).isEqualTo(Office.SENDER);
    assertThatThrownBy(() -> office().loggingIn("ada", "open sesame").check())
        .isInstanceOf(ReauthorizationNeeded.class);
  }

  @Test
  void should_arrive_as_alternatives_with_files_behind_them() throws Exception {
    var bytes = new byte[50_000];
    new java.util.Random(7).nextBytes(bytes);
    var subject = "Grüße – 你好 " + "long ".repeat(40).strip();
    office()
        .send(
            Map.of(
                "to",
                List.of("Bób <bob@example.com>"),
                "subject",
                subject,
                "text",
                "Grüß Gott\n.\nEnde",
                "html",
                "<p>Grüß Gott</p>",
                "attachments",
                List.of(
                    file("Übersicht – Nr. 1.pdf", "application/pdf", bytes),
                    file("alt.eml", "message/rfc822", "Subject: x\r\n\r\nö".getBytes(UTF_8)))));

    var mail = received();
    assertThat(mail.getSubject()).isEqualTo(subject);
    assertThat(mail.getFrom()).containsExactly(new InternetAddress(Office.SENDER));
    assertThat(((InternetAddress) mail.getAllRecipients()[0]).getPersonal()).isEqualTo("Bób");
    assertThat(mail.getSentDate()).isEqualTo(TestConnectionContext.NOW);
    var parts = (MimeMultipart) mail.getContent();
    assertThat(parts.getContentType()).startsWith("multipart/mixed");
    var texts = (MimeMultipart) parts.getBodyPart(0).getContent();
    assertThat(texts.getContentType()).startsWith("multipart/alternative");
    assertThat(text(texts, 0)).isEqualTo("text/plain Grüß Gott\r\n.\r\nEnde");
    assertThat(text(texts, 1)).isEqualTo("text/html <p>Grüß Gott</p>");
    assertThat(filename(parts, 1)).isEqualTo("Übersicht – Nr. 1.pdf");
    assertThat(parts.getBodyPart(1).getInputStream().readAllBytes()).isEqualTo(bytes);
    assertThat(parts.getBodyPart(2).getContentType()).startsWith("application/octet-stream");
    assertThat(parts.getBodyPart(2).getInputStream().readAllBytes())
        .isEqualTo("Subject: x\r\n\r\nö".getBytes(UTF_8));
  }

  @Test
  void should_arrive_as_plain_text_when_there_is_nothing_else() throws Exception {
    office().send(Office.hello("bob@example.com"));

    assertThat(received().getContentType()).startsWith("text/plain");
    assertThat(received().getContent()).asString().isEqualToIgnoringNewLines("Good morning");
    assertThat(received().getMessageID()).isEqualTo("<key-1.con_test@example.org>");
  }

  @Test
  void should_arrive_as_html_when_there_is_nothing_else() throws Exception {
    office().send(Map.of("to", List.of("bob@example.com"), "html", "<p>Hello"));

    assertThat(received().getContentType()).startsWith("text/html");
  }

  @Test
  void should_belong_to_the_thread_that_it_answers() throws Exception {
    office()
        .send(Map.of("to", List.of("bob@example.com"), "text", "Yes", "thread", "42@example.com"));

    assertThat(received().getHeader("In-Reply-To")).containsExactly("<42@example.com>");
    assertThat(received().getHeader("References")).containsExactly("<42@example.com>");
  }

  @Test
  void should_stay_one_mail_when_the_text_looks_like_the_end_of_it() throws Exception {
    var text = "One\r\n.\r\nMAIL FROM:<eve@example.org>\r\n\n.\n..\r.\rTwo";
    office().send(Map.of("to", List.of("bob@example.com"), "text", text));

    assertThat(greenMail.getReceivedMessages()).hasSize(1);
    assertThat(received().getContent())
        .asString()
        .isEqualToIgnoringNewLines("One\n.\nMAIL FROM:<eve@example.org>\n\n.\n..\n.\nTwo");
  }

  @Test
  void should_be_read_again_over_tls() {
    office().send(Office.hello(Office.SENDER));
    var imaps = new InetSocketAddress("127.0.0.1", greenMail.getImaps().getPort());
    var replies =
        new Office(
            TestSockets.to(Map.of(Office.HOST, imaps)),
            Map.of("host", Office.HOST, "imapHost", Office.HOST),
            office().fields());

    var page = replies.replies().read(new CollectionId("INBOX"), Cursor.start());

    assertThat(page.items())
        .singleElement()
        .satisfies(
            change ->
                assertThat(((Change.Upsert) change).item().json().toString())
                    .contains("<key-1.con_test@example.org>", "Good morning"));
    assertThat(replies.sockets().reached()).contains(Office.HOST + ":993");
  }

  private Office office() {
    var server = new InetSocketAddress("127.0.0.1", greenMail.getSmtps().getPort());
    return Office.at(server, "tls").loggingIn();
  }

  private MimeMessage received() {
    return greenMail.getReceivedMessages()[0];
  }

  private static Map<String, String> file(String name, String type, byte[] content) {
    var ref = "data:" + type + ";base64," + Base64.getEncoder().encodeToString(content);
    return Map.of("name", name, "contentType", type, "ref", ref);
  }

  private static String text(MimeMultipart parts, int index)
      throws MessagingException, IOException {
    var part = (MimePart) parts.getBodyPart(index);
    return part.getContentType().split(";")[0] + " " + part.getContent();
  }

  private static String filename(MimeMultipart parts, int index) throws MessagingException {
    return parts.getBodyPart(index).getFileName();
  }
}
