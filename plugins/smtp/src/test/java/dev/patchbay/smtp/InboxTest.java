package dev.patchbay.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patchbay.api.error.CursorExpired;
import dev.patchbay.api.error.RateLimited;
import dev.patchbay.api.error.ReauthorizationNeeded;
import dev.patchbay.api.error.Rejected;
import dev.patchbay.api.error.Unavailable;
import dev.patchbay.api.item.Item;
import dev.patchbay.api.sync.Change;
import dev.patchbay.api.sync.CollectionId;
import dev.patchbay.api.sync.Cursor;
import dev.patchbay.api.sync.Page;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Replies at a server that others wrote, and at one that misbehaves. */
class InboxTest {

  private static final CollectionId INBOX = new CollectionId("INBOX");
  private static final String HELLO = "From: bob@example.com\nSubject: %s\n\nHello\n";

  @AutoClose private final Mailroom mailroom = new Mailroom();

  @BeforeEach
  void haveAnAccount() {
    mailroom.password("ada");
  }

  @Test
  void should_have_nothing_to_read_when_nobody_said_where() {
    var office = Office.at(mailroom.server().address(), "none").loggingIn();

    assertThat(new SmtpPlugin().open(office.context()).sources()).isEmpty();
    assertThat(new SmtpPlugin().descriptor().types())
        .extracting(type -> type.name())
        .containsExactly("message");
  }

  @Test
  void should_tell_what_a_reply_answers() {
    mailroom.put("ada", FullMail.TEXT);

    var json = only().json();

    assertThat(json)
        .containsEntry("channel", "email")
        .containsEntry("from", "Bób the Sender <bob@example.com>")
        .containsEntry("thread", "<the-answered@example.org>")
        .containsEntry("subject", "Re: the Grüße")
        .containsEntry("text", "The plain Grüße")
        .containsEntry("html", "<p>The formatted Grüße</p>")
        .containsEntry("status", "received");
    var rest = (Map<?, ?>) json.get("ietf.org:mail");
    assertThat((Object) rest.get("messageId")).isEqualTo("<the-id@example.com>");
    assertThat((Object) rest.get("references"))
        .isEqualTo(List.of("<the-first@example.org>", "<the-answered@example.org>"));
    assertThat((Object) rest.get("receivedAt")).isEqualTo("2026-11-20T10:00:00Z");
  }

  @Test
  void should_say_where_a_file_is_without_its_content() {
    mailroom.put("ada", FullMail.TEXT);

    var file = (Map<?, ?>) ((List<?>) only().json().get("attachments")).get(0);

    assertThat((Object) file.get("name")).isEqualTo("the-file.pdf");
    assertThat((Object) file.get("contentType")).isEqualTo("application/pdf");
    assertThat((String) file.get("ref"))
        .matches("imap://imap\\.example\\.org:143/INBOX;UIDVALIDITY=\\d+/;UID=\\d+/;SECTION=2");
    assertThat(mailroom.server().heard()).noneMatch(command -> command.contains("BODY.PEEK[2]"));
  }

  @Test
  void should_leave_mails_unseen() {
    mailroom.put("ada", HELLO.formatted("unseen"));
    only();

    assertThat(mailroom.server().heard())
        .noneMatch(command -> command.startsWith("SELECT") || command.contains(" BODY["));
  }

  @Test
  void should_read_the_others_when_the_server_stumbles_over_one_mail() {
    mailroom.put("ada", HELLO.formatted("one"));
    mailroom.put(
        "ada",
        "Subject: two\nMIME-Version: 1.0\nContent-Type: text/plain\n"
            + "Content-Transfer-Encoding: no-such-thing\n\nHello\n");
    mailroom.put("ada", HELLO.formatted("three"));

    var items = read(Cursor.start()).items();

    assertThat(items).extracting(InboxTest::subject).containsExactly("one", "two", "three");
    assertThat(item(items.get(2)).json()).containsKey("text");
  }

  @Test
  void should_read_a_mail_that_is_formatted_only() {
    mailroom.put(
        "ada", "Subject: x\nMIME-Version: 1.0\nContent-Type: text/html\n\n<script>1</script>");

    assertThat(only().json())
        .doesNotContainKey("text")
        .hasEntrySatisfying("html", html -> assertThat((String) html).contains("<script>"));
  }

  @Test
  void should_read_a_mail_without_any_address_as_one_to_the_account() {
    mailroom.put("ada", "X-Nothing: else\n\nHello\n");

    assertThat(only().json())
        .containsEntry("to", List.of("ada@example.org"))
        .doesNotContainKeys("from", "subject", "thread");
  }

  @Test
  void should_read_the_others_when_one_mail_cannot_be_understood() {
    mailroom.put("ada", HELLO.formatted("one"));
    mailroom.put("ada", HELLO.formatted("two"));
    mailroom.put("ada", HELLO.formatted("three"));
    mailroom
        .server()
        .rewrite(
            line -> line.startsWith("* 2 FETCH") ? line.replace("BODYSTRUCTURE (", "((") : line);

    var items = read(Cursor.start()).items();

    assertThat(items).hasSize(3);
    assertThat(subject(items.get(0))).isEqualTo("one");
    assertThatThrownBy(() -> item(items.get(1)))
        .isInstanceOf(Rejected.class)
        .hasMessageMatching(".*the mail \\d+ in \"INBOX\".*");
    assertThat(subject(items.get(2))).isEqualTo("three");
  }

  @Test
  void should_bring_what_came_and_what_went() {
    var first = mailroom.put("ada", HELLO.formatted("one"));
    mailroom.put("ada", HELLO.formatted("two"));
    var before = read(Cursor.start());
    mailroom.remove("ada", first);
    var third = mailroom.put("ada", HELLO.formatted("three"));

    var after = read(before.next().orElseThrow());

    assertThat(after.items()).extracting(Change::externalId).containsExactly(first, third);
    assertThat(after.items().get(0)).isInstanceOf(Change.Gone.class);
    assertThat(read(after.next().orElseThrow()).items()).isEmpty();
  }

  @Test
  void should_ask_for_no_list_when_nothing_happened() {
    mailroom.put("ada", HELLO.formatted("one"));
    var next = read(Cursor.start()).next().orElseThrow();
    var searches = searches();

    assertThat(read(next).items()).isEmpty();
    assertThat(searches()).isEqualTo(searches);
  }

  @Test
  void should_begin_anew_when_the_server_numbers_anew() {
    var next = read(Cursor.start()).next().orElseThrow();
    mailroom.server().rewrite(line -> line.replace("[UIDVALIDITY ", "[UIDVALIDITY 1"));

    assertThatThrownBy(() -> read(next))
        .isInstanceOf(CursorExpired.class)
        .hasMessageContaining("INBOX");
  }

  @Test
  void should_leave_out_what_is_older_than_the_day() {
    mailroom.put("ada", "INBOX", HELLO.formatted("old"), Instant.parse("2026-10-31T12:00:00Z"));
    mailroom.put("ada", "INBOX", HELLO.formatted("new"), Instant.parse("2026-11-02T12:00:00Z"));

    var source = office(Map.of("imapSince", "2026-11-01")).replies();

    assertThat(source.read(INBOX, Cursor.start()).items())
        .singleElement()
        .satisfies(change -> assertThat(subject(change)).isEqualTo("new"));
  }

  @Test
  void should_read_several_folders() {
    mailroom.put("ada", "Für uns", HELLO.formatted("elsewhere"), Mailroom.RECEIVED);
    var source = office(Map.of("imapFolders", "INBOX\n Für uns \n")).replies();

    assertThat(source.collections(Cursor.start()).items())
        .extracting(folder -> folder.name() + " " + folder.primary())
        .containsExactly("INBOX true", "Für uns false");
    assertThat(source.read(new CollectionId("Für uns"), Cursor.start()).items()).hasSize(1);
  }

  @Test
  void should_name_the_folders_when_one_is_missing() {
    var source = office(Map.of("imapFolders", "Replies")).replies();

    assertThatThrownBy(() -> source.collections(Cursor.start()))
        .isInstanceOf(Rejected.class)
        .hasMessageContaining("no folder \"Replies\" at the mail server imap.example.org:143")
        .hasMessageContaining("INBOX");
  }

  @Test
  void should_want_a_new_login_when_it_is_refused() {
    var office = office(Map.of()).loggingIn("ada", "open sesame");

    assertThatThrownBy(() -> office.replies().collections(Cursor.start()))
        .isInstanceOf(ReauthorizationNeeded.class)
        .hasMessageContaining("refuses the login of \"ada\"");
  }

  @Test
  void should_never_repeat_the_password_when_the_server_does() {
    mailroom.server().follow(Script.proper().on("LOGIN", "TAG NO no \"first secret of ada\" here"));

    assertThatThrownBy(() -> office(Map.of()).replies().collections(Cursor.start()))
        .isInstanceOf(ReauthorizationNeeded.class)
        .satisfies(e -> assertThat(Traces.of(e)).doesNotContain("first secret").contains("***"));
  }

  @Test
  void should_want_a_login_when_there_is_none() {
    var office =
        new Office(
            office(Map.of()).sockets(),
            office(Map.of()).settings(),
            Map.of("sender", Office.SENDER));

    assertThatThrownBy(() -> office.replies().collections(Cursor.start()))
        .isInstanceOf(ReauthorizationNeeded.class)
        .hasMessageContaining("user name and a password");
  }

  @ParameterizedTest
  @CsvSource({
    "EXAMINE, TAG NO [UNAVAILABLE] Back soon",
    "EXAMINE, TAG NO [SERVERBUG] Oops",
    "UID SEARCH, * BYE Shutting down",
    "UID SEARCH, cut",
    "UID FETCH, hang",
    "LOGIN, TAG NO [UNAVAILABLE] The directory is away",
    "greeting, * BYE Too busy",
    "greeting, +OK POP3 here",
    "CAPABILITY, cut"
  })
  void should_try_again_later_when_the_server_is_in_trouble(String command, String reply) {
    mailroom.put("ada", HELLO.formatted("one"));
    mailroom.server().follow(Script.proper().on(command, reply));

    var source = office(Map.of()).impatientReplies();

    assertThatThrownBy(() -> source.read(INBOX, Cursor.start())).isInstanceOf(Unavailable.class);
  }

  @ParameterizedTest
  @CsvSource({"[LIMIT]", "[INUSE]", "[THROTTLED]", "[OVERQUOTA]"})
  void should_wait_when_the_server_wants_that(String code) {
    mailroom.server().follow(Script.proper().on("EXAMINE", "TAG NO " + code + " Not so fast"));

    assertThatThrownBy(() -> read(Cursor.start()))
        .isInstanceOf(RateLimited.class)
        .hasMessageContaining("Not so fast");
  }

  @ParameterizedTest
  @CsvSource({
    "'* 1 FETCH (UID 1 BODY[HEADER] {2000000000}'",
    "'* 1 FETCH (UID 1 BODY[HEADER] {99999999999999999999}'"
  })
  void should_make_no_room_for_more_than_was_asked_for(String reply) {
    mailroom.put("ada", HELLO.formatted("one"));
    mailroom.server().follow(Script.proper().on("UID FETCH", reply));

    assertThatThrownBy(() -> read(Cursor.start()))
        .isInstanceOf(Unavailable.class)
        .rootCause()
        .hasMessageContaining("more than was asked for");
  }

  @Test
  void should_not_log_in_where_the_server_takes_no_password_in_the_clear() {
    mailroom
        .server()
        .follow(
            Script.proper()
                .on("CAPABILITY", "* CAPABILITY IMAP4rev1 LOGINDISABLED\r\nTAG OK Done"));

    assertThatThrownBy(() -> read(Cursor.start()))
        .isInstanceOf(Rejected.class)
        .hasMessageContaining("Choose starttls or tls");
    assertThat(mailroom.server().heard()).noneMatch(command -> command.contains("secret"));
  }

  @Test
  void should_read_nothing_unencrypted_when_starttls_was_chosen() {
    var source = office(Map.of("imapSecurity", "starttls")).replies();

    assertThatThrownBy(() -> source.collections(Cursor.start()))
        .isInstanceOf(Rejected.class)
        .hasMessageContaining("offers no STARTTLS");
    assertThat(mailroom.server().heard()).noneMatch(command -> command.contains("secret"));
  }

  @Test
  void should_say_that_nothing_listens() {
    var office = Office.withReplies(InetSocketAddress.createUnresolved("nowhere", 143), Map.of());

    assertThatThrownBy(() -> office.replies().collections(Cursor.start()))
        .isInstanceOf(Unavailable.class)
        .hasMessageContaining("nobody knows this name");
  }

  private long searches() {
    return mailroom.server().heard().stream().filter(one -> one.startsWith("UID SEARCH")).count();
  }

  private Office office(Map<String, String> settings) {
    return Office.withReplies(mailroom.server().address(), settings);
  }

  private Page<Change> read(Cursor from) {
    return office(Map.of()).replies().read(INBOX, from);
  }

  private Item only() {
    var items = read(Cursor.start()).items();
    assertThat(items).hasSize(1);
    return item(items.get(0));
  }

  private static Item item(Change change) {
    return ((Change.Upsert) change).item();
  }

  private static Object subject(Change change) {
    return item(change).json().get("subject");
  }
}
