package dev.patchbay.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patchbay.api.error.RateLimited;
import dev.patchbay.api.error.Rejected;
import dev.patchbay.api.error.Unavailable;
import dev.patchbay.smtp.outbox.SentMessage;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of a mail, with servers that behave and servers that do not. */
class SendMessageTest {

  @Test
  void should_tell_the_id_and_who_gets_it_when_the_server_takes_it() {
    try (var server = ScriptedMailServer.start(Script.proper())) {
      var sent =
          Office.at(server.address(), "none")
              .send(Office.hello("bob@example.com", "Carol <carol@example.com>"));

      assertThat(sent.messageId()).isEqualTo("<key-1.con_test@example.org>");
      assertThat(sent.accepted()).containsExactly("bob@example.com", "carol@example.com");
      assertThat(SentMessage.SCHEMA.write(sent))
          .isEqualTo(
              Map.of(
                  "messageId",
                  "<key-1.con_test@example.org>",
                  "accepted",
                  List.of("bob@example.com", "carol@example.com")));
      assertThat(server.heard())
          .containsSequence(
              "MAIL FROM:<ada@example.org>",
              "RCPT TO:<bob@example.com>",
              "RCPT TO:<carol@example.com>",
              "DATA");
      assertThat(server.mails())
          .singleElement()
          .asString()
          .contains("Message-ID: <key-1.con_test@example.org>\r\n");
    }
  }

  @Test
  void should_tell_the_size_when_the_server_wants_to_know() {
    try (var server = ScriptedMailServer.start(Script.proper().offering("SIZE 1000"))) {
      Office.at(server.address(), "none").send(Office.hello("bob@example.com"));

      assertThat(server.heard())
          .anyMatch(command -> command.matches("MAIL FROM:<ada@example.org> SIZE=\\d{3}"));
    }
  }

  @Test
  void should_send_to_nobody_when_one_address_is_refused() {
    var script = Script.proper().on("RCPT TO:<gone@", "550 5.1.1 No such user here");
    try (var server = ScriptedMailServer.start(script)) {
      var message = Office.hello("bob@example.com", "gone@example.com", "carol@example.com");

      assertThatThrownBy(() -> Office.at(server.address(), "none").send(message))
          .isInstanceOf(Rejected.class)
          .hasMessageContaining("sent to nobody")
          .hasMessageContaining("gone@example.com")
          .hasMessageContaining("550 5.1.1 No such user here");
      assertThat(server.heard()).doesNotContain("DATA");
      assertThat(server.mails()).isEmpty();
    }
  }

  @Test
  void should_name_the_lasting_refusal_when_others_may_pass() {
    var script =
        Script.proper()
            .on("RCPT TO:<later@", "451 4.7.1 Greylisted")
            .on("RCPT TO:<gone@", "550 5.1.1 No such user");
    try (var server = ScriptedMailServer.start(script)) {
      var message = Office.hello("later@example.com", "gone@example.com");

      assertThatThrownBy(() -> Office.at(server.address(), "none").send(message))
          .isInstanceOf(Rejected.class)
          .hasMessageContaining("gone@example.com and 1 more");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "MAIL, 421 4.7.0 Try again later",
    "MAIL, 450 4.7.1 Too much mail",
    "RCPT, 451 4.7.1 Greylisted",
    "RCPT, 452 4.5.3 Too many recipients",
    "DATA, 421 4.3.2 Shutting down",
    "DATA, 451 4.3.0 Busy",
    "., 451 4.3.0 Queue is full"
  })
  void should_wait_when_the_server_asks_for_it(String command, String reply) {
    try (var server = ScriptedMailServer.start(Script.proper().on(command, reply))) {
      assertThatThrownBy(
              () -> Office.at(server.address(), "none").send(Office.hello("bob@example.com")))
          .isInstanceOf(RateLimited.class)
          .hasMessageContaining(reply);
      assertThat(server.connections()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "MAIL, 553 5.1.8 Sender address rejected",
    "MAIL, 552 5.3.4 Message too big",
    "RCPT, 554 5.7.1 Relay access denied",
    "DATA, 554 5.5.1 No valid recipients",
    "., 554 5.7.1 Looks like spam",
    "., 552 5.2.2 Mailbox is full"
  })
  void should_be_rejected_in_its_own_words_when_the_server_refuses(String command, String reply) {
    try (var server = ScriptedMailServer.start(Script.proper().on(command, reply))) {
      assertThatThrownBy(
              () -> Office.at(server.address(), "none").send(Office.hello("bob@example.com")))
          .isInstanceOf(Rejected.class)
          .hasMessageContaining(reply);
      assertThat(server.connections()).isEqualTo(1);
    }
  }

  @Test
  void should_be_unavailable_when_the_server_fails_on_its_side() {
    try (var server =
        ScriptedMailServer.start(Script.proper().on("RCPT", "454 4.3.5 Misconfigured"))) {
      assertThatThrownBy(
              () -> Office.at(server.address(), "none").send(Office.hello("bob@example.com")))
          .isInstanceOf(Unavailable.class)
          .hasMessageContaining("454 4.3.5 Misconfigured");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"MAIL", "RCPT", "DATA"})
  void should_say_that_nothing_was_sent_when_the_line_is_cut_before_the_mail(String command) {
    try (var server = ScriptedMailServer.start(Script.proper().on(command, Script.CUT))) {
      assertThatThrownBy(
              () -> Office.at(server.address(), "none").send(Office.hello("bob@example.com")))
          .isInstanceOf(Unavailable.class)
          .hasMessageContaining("before any mail was sent");
      assertThat(server.connections()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {Script.CUT, Script.HANG})
  void should_not_know_and_not_repeat_when_the_line_ends_after_the_last_dot(String end) {
    try (var server = ScriptedMailServer.start(Script.proper().on(".", end))) {
      assertThatThrownBy(
              () ->
                  Office.at(server.address(), "none")
                      .sendImpatiently(Office.hello("bob@example.com")))
          .isInstanceOf(Unavailable.class)
          .hasMessageContaining("may have been sent or not");
      assertThat(server.connections()).isEqualTo(1);
      assertThat(server.mails()).hasSize(1);
    }
  }

  @Test
  void should_give_up_when_the_server_stops_reading() {
    var script = Script.proper().on("DATA", "354 Go ahead\r\n").offering("PIPELINING");
    var large = "data:application/pdf;base64," + "QUJD".repeat(4_000_000);
    var message =
        Map.<String, Object>of(
            "to",
            List.of("bob@example.com"),
            "text",
            "See the file",
            "attachments",
            List.of(Map.of("name", "a.pdf", "contentType", "application/pdf", "ref", large)));
    try (var server = ScriptedMailServer.start(script.on("Date:", Script.HANG))) {
      assertThatThrownBy(() -> Office.at(server.address(), "none").sendImpatiently(message))
          .isInstanceOf(Unavailable.class)
          .hasMessageContaining("before any mail was sent");
    }
  }

  @Test
  void should_have_the_same_id_when_it_is_repeated() {
    try (var server = ScriptedMailServer.start(Script.proper())) {
      var office = Office.at(server.address(), "none");

      assertThat(office.send(Office.hello("bob@example.com")))
          .isEqualTo(office.send(Office.hello("bob@example.com")));
    }
  }
}
