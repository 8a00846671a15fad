package dev.patchbay.smtp.inbox;

import dev.patchbay.api.ConnectionContext;
import dev.patchbay.api.TypeDescriptor;
import dev.patchbay.api.auth.Auth;
import dev.patchbay.api.error.ReauthorizationNeeded;
import dev.patchbay.api.item.Message;
import dev.patchbay.api.setting.Secret;
import dev.patchbay.api.setting.Setting;
import dev.patchbay.api.sync.Source;
import dev.patchbay.smtp.line.Dial;
import dev.patchbay.smtp.line.Limits;
import dev.patchbay.smtp.line.Login;
import dev.patchbay.smtp.line.MailServer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Where the replies to one connection's mails arrive, if somebody filled in where that is. */
public final class Inbox {

  /** What is read. */
  public static final TypeDescriptor TYPE = TypeDescriptor.readOnly(Message.TYPE, "Messages");

  public static final Setting FOLDERS =
      Setting.builder("imapFolders", "Folders with replies", Setting.Kind.LINES)
          .help("One to a line, as the server names them. INBOX if it is left empty.")
          .build();
  public static final Setting SINCE =
      Setting.builder("imapSince", "Replies since", Setting.Kind.TEXT)
          .help(
              "The first day of which mails are read, such as 2026-01-31. All that there are if it"
                  + " is left empty.")
          .pattern("\\d{4}-\\d{2}-\\d{2}")
          .format("a day such as 2026-01-31")
          .build();

  private static final String USUAL = "INBOX";

  private final ConnectionContext context;
  private final Limits limits;
  private final Supplier<String> address;

  /**
   * @param address the one that mails are sent from, to which replies go
   */
  public Inbox(ConnectionContext context, Limits limits, Supplier<String> address) {
    this.context = context;
    this.limits = limits;
    this.address = address;
  }

  /** The messages; nothing if mail is only sent. */
  public List<Source> sources() {
    return MailServer.ofReplies(context.settings())
        .map(server -> List.<Source>of(new InboxSource(this)))
        .orElse(List.of());
  }

  /** The folders to read, never none. */
  List<String> folders() {
    var folders =
        context
            .settings()
            .text(FOLDERS.name())
            .map(text -> text.lines().map(String::strip).filter(line -> !line.isEmpty()))
            .map(lines -> lines.distinct().toList())
            .orElse(List.of());
    return folders.isEmpty() ? List.of(USUAL) : folders;
  }

  /** The first day of which mails are read; empty for all. */
  Optional<LocalDate> since() {
    return context.settings().text(SINCE.name()).filter(text -> !text.isBlank()).map(Inbox::date);
  }

  private static LocalDate date(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "The setting \"%s\" must be a day such as 2026-01-31, not \"%s\""
              .formatted(SINCE.name(), text),
          e);
    }
  }

  String address() {
    return address.get();
  }

  /** A line to the server, logged in. */
  ImapLine open() {
    var server = MailServer.ofReplies(context.settings()).orElseThrow();
    var dial = new Dial(server, limits, context.sockets());
    return new ImapOpening(dial, login(context.auth()), context.log()).open();
  }

  /** What opens the mailbox: its own user name and password, else those for sending. */
  private static Login login(Auth auth) {
    var username = filled(auth, "imapUsername").or(() -> filled(auth, "username"));
    var password = filled(auth, "imapPassword").or(() -> filled(auth, "password"));
    if (username.isEmpty() || password.isEmpty()) {
      throw new ReauthorizationNeeded(
          "Reading replies takes a user name and a password: those for sending, or others for the"
              + " mailbox alone");
    }
    return new Login(username.get().reveal(), password.get());
  }

  private static Optional<Secret> filled(Auth auth, String field) {
    return auth.optional(field).filter(secret -> !secret.reveal().isBlank());
  }
}
