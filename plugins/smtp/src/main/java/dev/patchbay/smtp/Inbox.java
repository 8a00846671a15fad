package dev.patchbay.smtp;

import dev.patchbay.api.ConnectionContext;
import dev.patchbay.api.error.IntegrationException;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Where the replies to one connection's mails arrive, if somebody filled in where that is. */
final class Inbox {

  private static final String USUAL = "INBOX";

  private final ConnectionContext context;
  private final Limits limits;

  Inbox(ConnectionContext context, Limits limits) {
    this.context = context;
    this.limits = limits;
  }

  boolean isThere() {
    return MailServer.ofReplies(context.settings()).isPresent();
  }

  /** The folders to read, never none. */
  List<String> folders() {
    var folders =
        context
            .settings()
            .text(MailServer.IMAP_FOLDERS.name())
            .map(text -> text.lines().map(String::strip).filter(line -> !line.isEmpty()))
            .map(lines -> lines.distinct().toList())
            .orElse(List.of());
    return folders.isEmpty() ? List.of(USUAL) : folders;
  }

  /** The first day of which mails are read; empty for all. */
  Optional<LocalDate> since() {
    return context
        .settings()
        .text(MailServer.IMAP_SINCE.name())
        .filter(text -> !text.isBlank())
        .map(Inbox::date);
  }

  private static LocalDate date(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "The setting \"%s\" must be a day such as 2026-01-31, not \"%s\""
              .formatted(MailServer.IMAP_SINCE.name(), text),
          e);
    }
  }

  /** The address that mails are sent from, to which replies go. */
  String address() {
    return Sender.of(context.auth()).address();
  }

  /** A line to the server, logged in. */
  ImapLine open() {
    var server = MailServer.ofReplies(context.settings()).orElseThrow();
    var login = Login.forReplies(context.auth());
    var tls = new PinnedTls(server.host());
    var line = dialled(server, login, tls);
    try {
      line.open(tls);
      return line;
    } catch (IntegrationException e) {
      line.close();
      throw e;
    }
  }

  private ImapLine dialled(MailServer server, Login login, PinnedTls tls) {
    var failures = new ImapFailures(server, login, limits);
    try {
      var socket = new Dial(context.sockets(), limits).to(server, tls);
      return new ImapLine(socket, login, failures, context.log());
    } catch (IOException e) {
      throw failures.ofTls(e);
    }
  }
}
