package dev.patchbay.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patchbay.api.error.RateLimited;
import dev.patchbay.api.error.ReauthorizationNeeded;
import dev.patchbay.api.error.Rejected;
import dev.patchbay.api.error.Unavailable;
import dev.patchbay.smtp.line.Limits;
import dev.patchbay.smtp.outbox.PostOffice;
import dev.patchbay.testkit.TestSockets;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CheckTest {

  @Test
  void should_name_the_account_by_its_address_without_sending_when_all_is_well() {
    try (var server = ScriptedMailServer.start(Script.proper())) {
      var account = Office.at(server.address(), "none").loggingIn().check();

      assertThat(account.id()).isEqualTo("ada@example.org");
      assertThat(account.displayName()).isEqualTo("ada@example.org");
      assertThat(server.heard())
          .startsWith("EHLO example.org")
          .containsSequence("MAIL FROM:<ada@example.org>", "RSET")
          .noneMatch(command -> command.startsWith("RCPT") || command.equals("DATA"));
    }
  }

  @Test
  void should_log_in_when_the_server_only_knows_login() {
    try (var server = ScriptedMailServer.start(Script.proper().offering("AUTH LOGIN"))) {
      assertThat(Office.at(server.address(), "none").loggingIn().check().id()).isNotEmpty();
      assertThat(server.heard()).contains("AUTH LOGIN");
    }
  }

  @Test
  void should_do_without_a_login_when_none_was_filled_in() {
    try (var server = ScriptedMailServer.start(Script.proper().offering("PIPELINING"))) {
      assertThat(Office.at(server.address(), "none").check().id()).isNotEmpty();
      assertThat(server.heard()).noneMatch(command -> command.startsWith("AUTH"));
    }
  }

  @Test
  void should_say_that_the_name_is_unknown_when_nobody_knows_it() {
    var nowhere = InetSocketAddress.createUnresolved(Office.HOST, 25);

    assertThatThrownBy(() -> Office.at(nowhere, "none").check())
        .isInstanceOf(Unavailable.class)
        .hasMessageContaining("\"mail.example.org\" cannot be found");
  }

  @Test
  void should_say_that_nothing_listens_when_the_port_is_closed() throws IOException {
    InetSocketAddress closed;
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      closed = (InetSocketAddress) socket.getLocalSocketAddress();
    }

    assertThatThrownBy(() -> Office.at(closed, "none").check())
        .isInstanceOf(Unavailable.class)
        .hasMessageContaining("Nothing listens at the mail server mail.example.org:25");
  }

  @Test
  void should_pass_on_what_the_host_says_when_the_way_out_is_closed() {
    var office =
        new Office(
            TestSockets.to(Map.of()),
            Map.of("host", Office.HOST, "security", "none"),
            Map.of("sender", Office.SENDER));

    assertThatThrownBy(office::check)
        .isInstanceOf(Rejected.class)
        .hasMessageContaining("is not declared");
    assertThat(office.sockets().reached()).containsExactly("mail.example.org:587");
  }

  @Test
  void should_ask_about_the_port_when_the_server_says_nothing() {
    try (var server = ScriptedMailServer.start(Script.proper().on(Script.GREETING, Script.HANG))) {
      assertThatThrownBy(() -> Office.at(server.address(), "none").checkImpatiently())
          .isInstanceOf(Unavailable.class)
          .hasMessageContaining("says nothing")
          .hasMessageContaining("465");
    }
  }

  @Test
  void should_quote_what_answers_when_it_is_no_mail_server() {
    var script = Script.proper().on(Script.GREETING, "HTTP/1.1 400 Bad Request");
    try (var server = ScriptedMailServer.start(script)) {
      assertThatThrownBy(() -> Office.at(server.address(), "none").check())
          .isInstanceOf(Unavailable.class)
          .hasMessageContaining("no mail server")
          .hasMessageContaining("HTTP/1.1 400 Bad Request");
    }
  }

  @Test
  void should_wait_when_the_greeting_asks_for_it() {
    var script = Script.proper().on(Script.GREETING, "421 4.3.2 Too many connections");
    try (var server = ScriptedMailServer.start(script)) {
      assertThatThrownBy(() -> Office.at(server.address(), "none").check())
          .isInstanceOf(RateLimited.class)
          .hasMessageContaining("421 4.3.2 Too many connections");
    }
  }

  @Test
  void should_be_unavailable_when_the_line_is_cut_before_a_greeting() {
    try (var server = ScriptedMailServer.start(Script.proper().on(Script.GREETING, Script.CUT))) {
      assertThatThrownBy(() -> Office.at(server.address(), "none").check())
          .isInstanceOf(Unavailable.class)
          .hasMessageContaining("ended the connection");
    }
  }

  @Test
  void should_want_a_new_login_when_it_is_refused() {
    try (var server = ScriptedMailServer.start(Script.proper())) {
      var office = Office.at(server.address(), "none").loggingIn("ada", "open sesame");

      assertThatThrownBy(office::check)
          .isInstanceOf(ReauthorizationNeeded.class)
          .hasMessageContaining("refuses the login of \"ada\"")
          .hasMessageContaining("535 5.7.8 Wrong user or password");
      assertThat(server.connections()).isEqualTo(1);
    }
  }

  @Test
  void should_not_want_a_new_login_when_the_server_cannot_check_it_now() {
    var script = Script.proper().on("AUTH", "454 4.7.0 Temporary authentication failure");
    try (var server = ScriptedMailServer.start(script)) {
      assertThatThrownBy(() -> Office.at(server.address(), "none").loggingIn().check())
          .isInstanceOf(Unavailable.class)
          .hasMessageContaining("454 4.7.0");
    }
  }

  @Test
  void should_say_so_when_the_line_is_cut_during_the_login() {
    try (var server = ScriptedMailServer.start(Script.proper().on("AUTH", Script.CUT))) {
      assertThatThrownBy(() -> Office.at(server.address(), "none").loggingIn().check())
          .isInstanceOf(Unavailable.class)
          .hasMessageContaining("ended the connection");
    }
  }

  @Test
  void should_say_that_no_login_is_offered_when_one_was_filled_in() {
    try (var server = ScriptedMailServer.start(Script.proper().offering("PIPELINING"))) {
      assertThatThrownBy(() -> Office.at(server.address(), "none").loggingIn().check())
          .isInstanceOf(Rejected.class)
          .hasMessageContaining("offers no login");
      assertThat(server.heard()).noneMatch(command -> command.startsWith("MAIL"));
    }
  }

  @Test
  void should_say_that_no_way_to_log_in_is_known_when_only_others_are_offered() {
    try (var server = ScriptedMailServer.start(Script.proper().offering("AUTH GSSAPI"))) {
      assertThatThrownBy(() -> Office.at(server.address(), "none").loggingIn().check())
          .isInstanceOf(Rejected.class)
          .hasMessageContaining("no way to log in");
    }
  }

  @Test
  void should_want_a_login_when_the_server_does() {
    var script = Script.proper().on("MAIL", "530 5.7.0 Authentication required");
    try (var server = ScriptedMailServer.start(script)) {
      assertThatThrownBy(() -> Office.at(server.address(), "none").check())
          .isInstanceOf(ReauthorizationNeeded.class)
          .hasMessageContaining("530 5.7.0 Authentication required");
    }
  }

  @Test
  void should_want_both_when_a_user_name_has_no_password() {
    try (var server = ScriptedMailServer.start(Script.proper())) {
      var office = Office.at(server.address(), "none").loggingIn("ada", "");

      assertThatThrownBy(office::check)
          .isInstanceOf(ReauthorizationNeeded.class)
          .hasMessageContaining("both a user name and a password");
      assertThat(server.connections()).isZero();
    }
  }

  @Test
  void should_name_the_sender_when_the_server_does_not_let_them_send() {
    var script =
        Script.proper().on("MAIL", "550-5.7.60 Not allowed\r\n550 5.7.60 Not your address");
    try (var server = ScriptedMailServer.start(script)) {
      assertThatThrownBy(() -> Office.at(server.address(), "none").check())
          .isInstanceOf(Rejected.class)
          .hasMessageContaining("does not take mail from ada@example.org")
          .hasMessageContaining("550 5.7.60 Not allowed 5.7.60 Not your address");
    }
  }

  @Test
  void should_never_repeat_the_password_when_the_server_does() {
    var script =
        Script.proper().on("AUTH", "535 \"" + Script.PASSWORD + "\" is not the password of ada");
    try (var server = ScriptedMailServer.start(script)) {
      var office = Office.at(server.address(), "none").loggingIn();

      assertThatThrownBy(office::check)
          .isInstanceOf(ReauthorizationNeeded.class)
          .hasMessageContaining("\"***\" is not the password of ada")
          .satisfies(e -> assertThat(Traces.of(e)).doesNotContain(Script.PASSWORD));
      assertThat(new PostOffice(office.context(), Limits.usual()).toString())
          .doesNotContain(Script.PASSWORD);
    }
  }
}
