package dev.patchbay.smtp;

import dev.patchbay.api.Account;
import dev.patchbay.api.McpClient;
import dev.patchbay.api.action.Action;
import dev.patchbay.api.sync.Cursor;
import dev.patchbay.api.sync.Source;
import dev.patchbay.smtp.inbox.Inbox;
import dev.patchbay.smtp.outbox.PostOffice;
import dev.patchbay.smtp.outbox.SendMessage;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** One address that mails can be sent from. */
final class SmtpClient implements McpClient {

  private final PostOffice office;
  private final Inbox inbox;

  SmtpClient(PostOffice office, Inbox inbox) {
    this.office = office;
    this.inbox = inbox;
  }

  @Override
  public Account check() {
    var address = office.offerSender();
    sources().forEach(source -> source.collections(Cursor.start()));
    return Account.of(address.toLowerCase(Locale.ROOT), address, Set.of());
  }

  /** Messages, if somebody filled in where replies arrive. */
  @Override
  public List<Source> sources() {
    return inbox.sources();
  }

  @Override
  public List<Action<?, ?>> actions() {
    return List.of(new SendMessage(office));
  }
}
