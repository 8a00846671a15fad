package dev.patchbay.smtp;

import dev.patchbay.api.Account;
import dev.patchbay.api.McpClient;
import dev.patchbay.api.action.Action;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** One address that mails can be sent from. */
final class SmtpClient implements McpClient {

  private final PostOffice office;

  SmtpClient(PostOffice office) {
    this.office = office;
  }

  @Override
  public Account check() {
    try (var line = office.open()) {
      line.offerSender();
      var sender = line.sender().address();
      return Account.of(sender.toLowerCase(Locale.ROOT), sender, Set.of());
    }
  }

  @Override
  public List<Action<?, ?>> actions() {
    return List.of(new SendMessage(office));
  }
}
