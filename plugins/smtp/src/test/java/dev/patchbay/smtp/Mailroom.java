package dev.patchbay.smtp;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Flags;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.net.InetSocketAddress;
import java.net.URLEncoder;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;

/** Mailboxes at an IMAP server that others wrote, which a test can have misbehave. */
final class Mailroom implements AutoCloseable {

  static final String HOST = "imap.example.org";
  static final Instant RECEIVED = Instant.parse("2026-11-20T10:00:00Z");

  private final GreenMail greenMail =
      new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP));
  private final Map<String, String> passwords = new HashMap<>();
  private final ImapProxy proxy;

  Mailroom() {
    greenMail.start();
    proxy = new ImapProxy(new InetSocketAddress("127.0.0.1", greenMail.getImap().getPort()));
  }

  ImapProxy server() {
    return proxy;
  }

  Map<String, String> settings() {
    return Map.of("imapHost", HOST, "imapPort", "143", "imapSecurity", "none");
  }

  /** The password of an account, which is made if it is not there. */
  synchronized String password(String account) {
    return passwords.computeIfAbsent(account, this::make);
  }

  private String make(String account) {
    greenMail.setUser(account + "@example.org", account, "first secret of " + account);
    beginAt(account, 100 * passwords.size());
    return "first secret of " + account;
  }

  /** Has the numbers of an inbox begin later, so that they are not those of another account. */
  private void beginAt(String account, int number) {
    try {
      var box = greenMail.getManagers().getImapHostManager().getInbox(user(account));
      for (int i = 0; i < number; i++) {
        var mime = new MimeMessage(Session.getInstance(new Properties()));
        mime.setText("gone");
        box.appendMessage(mime, new Flags(), Date.from(RECEIVED));
      }
      box.deleteAllMessages();
    } catch (FolderException | MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  synchronized void renew(String account) {
    passwords.put(account, "another secret of " + account);
    user(account).setPassword(password(account));
  }

  /** Puts a mail into a folder as it stands, and returns the id that the plugin gives it. */
  String put(String account, String folder, String mail, Instant received) {
    try {
      var mime =
          new MimeMessage(
              Session.getInstance(new Properties()),
              new ByteArrayInputStream(mail.replace("\n", "\r\n").getBytes(ISO_8859_1)));
      var box = folder(account, folder);
      long uid = box.appendMessage(mime, new Flags(), Date.from(received));
      return "%s;UIDVALIDITY=%s/;UID=%s"
          .formatted(
              URLEncoder.encode(folder, UTF_8).replace("+", "%20"), box.getUidValidity(), uid);
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  String put(String account, String mail) {
    return put(account, "INBOX", mail, RECEIVED);
  }

  void remove(String account, String externalId) {
    try {
      var box = folder(account, "INBOX");
      long uid = Long.parseLong(externalId.replaceFirst(".*UID=", ""));
      box.setFlags(new Flags(Flags.Flag.DELETED), true, uid, null, true);
      box.expunge();
    } catch (FolderException e) {
      throw new IllegalStateException(e);
    }
  }

  private MailFolder folder(String account, String name) {
    password(account);
    try {
      var host = greenMail.getManagers().getImapHostManager();
      return name.equals("INBOX")
          ? host.getInbox(user(account))
          : host.createMailbox(user(account), name);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private GreenMailUser user(String account) {
    return greenMail.getUserManager().getUser(account);
  }

  @Override
  public void close() {
    proxy.close();
    greenMail.stop();
  }
}
