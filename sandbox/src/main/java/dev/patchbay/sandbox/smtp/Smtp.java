package dev.patchbay.sandbox.smtp;

import dev.patchbay.sandbox.SimulatedProvider;
import dev.patchbay.sandbox.http.Answer;
import dev.patchbay.sandbox.http.Routes;
import dev.patchbay.sandbox.page.Element;
import dev.patchbay.sandbox.state.State;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A mail server that takes mail for anybody and delivers it to a page; what goes to its own
 * mailbox, and the answers of those who always answer, can be read there.
 */
public final class Smtp implements SimulatedProvider {
  static final String HOST = "smtp.sandbox.example";
  static final String IMAP_HOST = "imap.sandbox.example";

  private final Mails mails;
  private final Inbox inbox;
  private final TextListener listener;
  private final TextListener imap;
  private final MailPages pages;

  public Smtp(State state, Clock clock) {
    this.mails = new Mails(state, clock);
    this.inbox = new Inbox(state, clock);
    Delivery delivery = new Delivery(mails, inbox, clock);
    this.listener = TextListener.start(Conversation.smtp(delivery));
    this.imap = TextListener.start(Conversation.imap(inbox));
    this.pages = new MailPages(mails, inbox, delivery);
  }

  @Override
  public String id() {
    return "smtp";
  }

  @Override
  public Set<String> hosts() {
    return Set.of(HOST, IMAP_HOST);
  }

  /** Mail has a port of its own; the address only carries it through the product's host map. */
  @Override
  public URI base(String host, URI web) {
    return URI.create("http://127.0.0.1:" + (host.equals(HOST) ? listener : imap).port());
  }

  @Override
  public void declare(Routes routes) {
    new MailControl(mails, listener::port).declare(routes);
    new InboxControl(inbox, imap::port).declare(routes);
    pages.declare(routes);
  }

  @Override
  public Answer failure(int status, String path) {
    return Answer.text(
        status,
        "text/plain; charset=UTF-8",
        HOST + " speaks SMTP and IMAP only; see /control/smtp.");
  }

  @Override
  public List<Map<String, Object>> integrations() {
    return List.of(
        Map.of(
            "plugin",
            "smtp",
            "name",
            "E-mail (sandbox)",
            "settings",
            Map.of(
                "host",
                HOST,
                "port",
                587,
                "security",
                "none",
                "imapHost",
                IMAP_HOST,
                "imapPort",
                143,
                "imapSecurity",
                "none")));
  }

  @Override
  public Element overview() {
    return pages.overview();
  }

  @Override
  public void close() {
    listener.close();
    imap.close();
  }
}
