package dev.patchbay.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patchbay.api.error.CursorExpired;
import dev.patchbay.api.error.RateLimited;
import dev.patchbay.api.error.ReauthorizationNeeded;
import dev.patchbay.api.error.Rejected;
import dev.patchbay.api.error.Unavailable;
import dev.patchbay.api.item.Item;
import dev.patchbay.api.item.Message;
import dev.patchbay.api.sync.Change;
import dev.patchbay.api.sync.CollectionId;
import dev.patchbay.api.sync.Cursor;
import dev.patchbay.sandbox.Sandbox;
import dev.patchbay.testkit.TestSockets;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The plugin with the integration and the mailbox that the sandbox sets up for it. */
class SandboxTest {

  private static final String ADDRESS = "demo@sandbox.example";
  private static final String SMTP = "smtp.sandbox.example";
  private static final String IMAP = "imap.sandbox.example";
  private static final CollectionId INBOX = new CollectionId("INBOX");

  @AutoClose private final Sandbox sandbox = Sandbox.start(null, 0);

  @Test
  void should_tell_right_accounts_from_wrong_ones() {
    assertThat(office(ADDRESS, "sandbox").check().id()).isEqualTo(ADDRESS);
    assertThatThrownBy(() -> office(ADDRESS, "wrong").check())
        .isInstanceOf(ReauthorizationNeeded.class)
        .hasMessageContaining("535 5.7.8");
    assertThatThrownBy(() -> office("eve@sandbox.example", "sandbox").check())
        .isInstanceOf(Rejected.class)
        .hasMessageContaining("550 5.7.60");
  }

  @Test
  void should_be_read_as_it_was_written() throws Exception {
    var sent =
        office(ADDRESS, "sandbox")
            .send(
                Map.of(
                    "to", java.util.List.of("Bob <bob@example.com>"),
                    "subject", "Grüße",
                    "text", "Grüß Gott",
                    "html", "<p>Grüß Gott</p>"));

    assertThat(control("/control/smtp/mails"))
        .contains("\"count\":1", "\"subject\":\"Grüße\"", sent.messageId());
    assertThat(control("/control/smtp/mails/1"))
        .contains("\"text\":\"Grüß Gott", "\"text\":\"<p>Grüß Gott</p>");
  }

  @Test
  void should_tell_apart_what_goes_wrong_on_purpose() throws Exception {
    var office = office(ADDRESS, "sandbox");

    assertThatThrownBy(() -> office.send(Office.hello("bob@example.com", "bounce@example.com")))
        .isInstanceOf(Rejected.class)
        .hasMessageContaining("bounce@example.com");
    assertThatThrownBy(() -> office.send(Office.hello("later@example.com")))
        .isInstanceOf(RateLimited.class);
    assertThat(control("/control/smtp/mails")).contains("\"count\":0");
    assertThatThrownBy(() -> office.send(Office.hello("drop@example.com")))
        .isInstanceOf(Unavailable.class)
        .hasMessageContaining("may have been sent or not");
    assertThat(control("/control/smtp/mails")).contains("\"count\":1");
  }

  @Test
  void should_read_the_answer_to_what_was_sent() throws Exception {
    var office = office(ADDRESS, "sandbox");
    var sent = office.send(Office.hello("answer@sandbox.example"));
    var first = office.replies().read(INBOX, Cursor.start());

    assertThat(first.items()).singleElement().isInstanceOf(Change.Upsert.class);
    var answer = (Message) ((Change.Upsert) first.items().get(0)).item();
    assertThat(answer.thread()).contains(sent.messageId());
    assertThat(answer.subject()).contains("Re: Hello");
    assertThat(answer.text().map(String::strip)).contains("I read this at once.");
    assertThat(office.replies().read(INBOX, first.next().orElseThrow()).items()).isEmpty();
    control("/control/smtp/inbox/renumber", "POST", "{}");
    assertThatThrownBy(() -> office.replies().read(INBOX, first.next().orElseThrow()))
        .isInstanceOf(CursorExpired.class);
  }

  @Test
  void should_describe_the_parts_of_a_mail_that_came_in() throws Exception {
    comeIn(FullMail.TEXT);

    var json = only().json().toString();

    assertThat(FullMail.WORDS).allSatisfy(word -> assertThat(json).contains(word));
  }

  @ParameterizedTest
  @CsvSource({
    "'text/plain; charset=windows-1251', quoted-printable, =CF=F0=E8=E2=E5=F2, Привет",
    "'text/plain; charset=utf-8', base64, R3LDvMOf, Grüß",
    "'text/plain; charset=utf-8', base64, R3LDvMO, Grü�",
    "'text/plain; charset=no-such-thing', quoted-printable, Gr=FC=DF, Grüß",
    "'text/plain; charset=us-ascii', quoted-printable, Gr=C3=BC=C3=9F, Grüß",
    "'text/plain', 7bit, Plain, Plain",
    "'text/plain; charset=utf-8', no-such-thing, Plain, Plain"
  })
  void should_make_out_the_text_whatever_the_mail_says(
      String type, String encoding, String sent, String text) throws Exception {
    comeIn(
        "Subject: x\nMIME-Version: 1.0\nContent-Type: %s\nContent-Transfer-Encoding: %s\n\n%s"
            .formatted(type, encoding, sent));

    assertThat(((String) only().json().get("text")).strip()).isEqualTo(text);
  }

  private void comeIn(String mail) throws IOException, InterruptedException {
    var raw = mail.replace("\n", "\\n").replace("\"", "\\\"");
    control("/control/smtp/inbox", "POST", "{\"raw\":\"" + raw + "\"}");
  }

  private Item only() {
    var items = office(ADDRESS, "sandbox").replies().read(INBOX, Cursor.start()).items();
    assertThat(items).hasSize(1);
    return ((Change.Upsert) items.get(0)).item();
  }

  private Office office(String sender, String password) {
    return new Office(
        TestSockets.to(Map.of(SMTP, address(SMTP), IMAP, address(IMAP))),
        settings(),
        Map.of("sender", sender, "username", ADDRESS, "password", password));
  }

  private InetSocketAddress address(String host) {
    return new InetSocketAddress("127.0.0.1", sandbox.hosts().get(host).getPort());
  }

  private Map<String, String> settings() {
    var integration =
        sandbox.integrations().stream()
            .filter(each -> each.get("plugin").equals("smtp"))
            .findFirst()
            .orElseThrow();
    return ((Map<?, ?>) integration.get("settings"))
        .entrySet().stream()
            .collect(
                Collectors.toMap(
                    each -> each.getKey().toString(), each -> each.getValue().toString()));
  }

  private String control(String path) throws IOException, InterruptedException {
    return control(path, "GET", "");
  }

  private String control(String path, String method, String body)
      throws IOException, InterruptedException {
    var address = URI.create("http://127.0.0.1:" + sandbox.port() + path);
    var request = HttpRequest.newBuilder(address).method(method, BodyPublishers.ofString(body));
    return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString()).body();
  }
}
