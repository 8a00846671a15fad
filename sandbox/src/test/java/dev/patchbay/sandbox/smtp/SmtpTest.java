package dev.patchbay.sandbox.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.patchbay.sandbox.Caller;
import dev.patchbay.sandbox.Sandbox;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SmtpTest {
  private static final String HELLO = "Subject: Hello\r\nMessage-ID: <1@x>\r\n\r\nGood morning";

  @TempDir Path folder;

  private Sandbox sandbox;

  @BeforeEach
  void start() {
    sandbox = Sandbox.start(folder, 0);
  }

  @AfterEach
  void stop() {
    sandbox.close();
  }

  @Test
  void should_show_what_was_sent_when_somebody_asks() throws IOException {
    try (MailClient client = MailClient.signedIn(sandbox)) {
      assertThat(client.send(HELLO, "bob@example.com", "carol@example.com"))
          .isEqualTo("250 2.0.0 Kept as 1");
      assertThat(client.say("QUIT")).startsWith("221");
    }

    JsonNode list = control("GET", "/smtp/mails");
    assertThat(list.get("count").asInt()).isEqualTo(1);
    assertThat(list.at("/items/0/from").asText()).isEqualTo("demo@sandbox.example");
    assertThat(list.at("/items/0/to").toString())
        .isEqualTo("[\"bob@example.com\",\"carol@example.com\"]");
    assertThat(list.at("/items/0/subject").asText()).isEqualTo("Hello");
    assertThat(list.at("/items/0/messageId").asText()).isEqualTo("<1@x>");
    assertThat(control("GET", "/smtp/mails/1").at("/parts/0/text").asText())
        .isEqualTo("Good morning\r\n");
    assertThat(new Caller(sandbox).get("/").body()).contains("Hello", "carol@example.com");
    assertThat(new Caller(sandbox).get("/smtp/mails/1").body()).contains("Good morning");
  }

  @Test
  void should_forget_when_a_test_starts_over() throws IOException {
    try (MailClient client = MailClient.signedIn(sandbox)) {
      client.send(HELLO, "bob@example.com");
    }

    assertThat(new Caller(sandbox).control("DELETE", "/smtp/mails", "").status()).isEqualTo(204);
    assertThat(control("GET", "/smtp/mails").get("items")).isEmpty();
    assertThat(new Caller(sandbox).control("GET", "/smtp/mails/1", "").status()).isEqualTo(404);
  }

  @Test
  void should_keep_mails_when_it_starts_again() throws IOException {
    try (MailClient client = MailClient.signedIn(sandbox)) {
      client.send(HELLO, "bob@example.com");
    }
    sandbox.close();
    sandbox = Sandbox.start(folder, 0);

    assertThat(control("GET", "/smtp/mails").at("/items/0/subject").asText()).isEqualTo("Hello");
  }

  @Test
  void should_let_in_by_either_way_when_the_password_is_right() throws IOException {
    try (MailClient client = MailClient.to(sandbox)) {
      assertThat(client.say("EHLO x")).isEqualTo("250 AUTH PLAIN LOGIN");
      assertThat(client.say("AUTH PLAIN")).isEqualTo("334 ");
      assertThat(client.say(MailClient.base64("\0demo@sandbox.example\0sandbox")))
          .startsWith("235");
    }
    try (MailClient client = MailClient.to(sandbox)) {
      assertThat(client.say("AUTH LOGIN")).isEqualTo("334 " + MailClient.base64("Username:"));
      assertThat(client.say(MailClient.base64("demo@sandbox.example"))).startsWith("334");
      assertThat(client.say(MailClient.base64("sandbox"))).startsWith("235");
    }
  }

  @Test
  void should_take_no_mail_when_nobody_signed_in() throws IOException {
    try (MailClient client = MailClient.to(sandbox)) {
      String wrong = MailClient.base64("\0demo@sandbox.example\0wrong");
      assertThat(client.say("AUTH PLAIN " + wrong)).startsWith("535");
      assertThat(client.say("AUTH PLAIN ***")).startsWith("535");
      assertThat(client.say("AUTH CRAM-MD5")).startsWith("504");
      assertThat(client.say("MAIL FROM:<demo@sandbox.example>")).startsWith("530");
    }
  }

  @Test
  void should_refuse_when_the_sender_is_somebody_else() throws IOException {
    try (MailClient client = MailClient.signedIn(sandbox)) {
      assertThat(client.say("MAIL FROM:<eve@sandbox.example>")).startsWith("550 5.7.60");
    }
  }

  @Test
  void should_behave_badly_when_the_address_asks_for_it() throws IOException {
    try (MailClient client = MailClient.signedIn(sandbox)) {
      client.say("MAIL FROM:<demo@sandbox.example>");
      assertThat(client.say("RCPT TO:<bounce@example.com>")).startsWith("550 5.1.1");
      assertThat(client.say("RCPT TO:<later@example.com>")).startsWith("451 4.7.1");
      assertThat(client.say("DATA")).startsWith("503");
      assertThat(client.say("RSET")).startsWith("250");
      assertThat(client.send(HELLO, "drop@example.com")).isEmpty();
    }
    assertThat(control("GET", "/smtp/mails").get("count").asInt()).isEqualTo(1);
  }

  @Test
  void should_refuse_when_the_mail_is_too_big() throws IOException {
    try (MailClient client = MailClient.signedIn(sandbox)) {
      assertThat(client.say("MAIL FROM:<demo@sandbox.example> SIZE=10485761")).startsWith("552");
      assertThat(client.send(("x".repeat(998) + "\r\n").repeat(10_600), "bob@example.com"))
          .startsWith("552");
      assertThat(client.send(HELLO, "bob@example.com")).startsWith("250");
    }
    assertThat(control("GET", "/smtp/mails").get("count").asInt()).isEqualTo(1);
  }

  @Test
  void should_know_the_end_of_a_mail_when_its_lines_look_like_it() throws IOException {
    try (MailClient client = MailClient.signedIn(sandbox)) {
      client.send("Subject: Dots\r\n\r\n..\r\n..two\r\na\n.\nb", "bob@example.com");
    }

    assertThat(control("GET", "/smtp/mails/1").at("/parts/0/text").asText())
        .isEqualTo(".\r\n.two\r\na\n.\nb\r\n");
  }

  @Test
  void should_decode_texts_files_and_headers_when_it_shows_them() throws IOException {
    String mail =
        """
        Subject: =?UTF-8?Q?Gr=C3=BC=C3=9Fe?= =?UTF-8?B?4oCU?= now
        Content-Type: multipart/mixed;
         boundary="outer"

        --outer
        Content-Type: multipart/alternative; boundary=inner

        --inner
        Content-Type: text/plain; charset=UTF-8
        Content-Transfer-Encoding: quoted-printable

        Gr=C3=BC=C3=
        =9F Gott
        --inner
        Content-Type: text/html; charset=UTF-8
        Content-Transfer-Encoding: base64

        PHA+SGVsbG8=
        --inner--
        --outer
        Content-Type: application/pdf
        Content-Disposition: attachment; filename*=UTF-8''%C3%9Cbersicht.pdf
        Content-Transfer-Encoding: base64

        QUJD
        --outer--
        """
            .replace("\n", "\r\n");
    try (MailClient client = MailClient.signedIn(sandbox)) {
      client.send(mail, "bob@example.com");
    }

    JsonNode shown = control("GET", "/smtp/mails/1");
    assertThat(shown.get("subject").asText()).isEqualTo("Grüße— now");
    assertThat(shown.get("parts")).hasSize(3);
    assertThat(shown.at("/parts/0/text").asText()).isEqualTo("Grüß Gott");
    assertThat(shown.at("/parts/1/contentType").asText()).isEqualTo("text/html");
    assertThat(shown.at("/parts/1/text").asText()).isEqualTo("<p>Hello");
    assertThat(shown.at("/parts/2/name").asText()).isEqualTo("Übersicht.pdf");
    assertThat(shown.at("/parts/2/size").asInt()).isEqualTo(3);
  }

  private JsonNode control(String method, String path) {
    return new Caller(sandbox).control(method, path, "").json();
  }
}
