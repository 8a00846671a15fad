package dev.patchbay.smtp;

import dev.patchbay.api.auth.Auth;
import dev.patchbay.api.setting.Secret;
import dev.patchbay.api.setting.Settings;
import dev.patchbay.testkit.TestSockets;
import dev.patchbay.testkit.contract.SimulatedActions;
import dev.patchbay.testkit.contract.SimulatedItems;
import dev.patchbay.testkit.contract.Trouble;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A mail server as the contract needs it, with what servers say when something is wrong. */
final class ContractMailServer implements SimulatedItems, SimulatedActions {

  private final ScriptedMailServer server = ScriptedMailServer.start(Script.proper());
  private final Mailroom mailroom = new Mailroom();
  private final TestSockets sockets =
      TestSockets.to(
          Map.of(Office.HOST, server.address(), Mailroom.HOST, mailroom.server().address()));

  @Override
  public TestSockets sockets() {
    return sockets;
  }

  @Override
  public Settings settings() {
    var all = new HashMap<>(Map.of("host", Office.HOST, "port", "25", "security", "none"));
    all.putAll(mailroom.settings());
    return Settings.of(all);
  }

  /** Everybody logs in alike and sends from an address of their own. */
  @Override
  public Auth auth(String account) {
    return Auth.fields(
        Map.of(
            "sender", Secret.of(account + "@example.org"),
            "username", Secret.of(Script.USERNAME),
            "password", Secret.of(Script.PASSWORD),
            "imapUsername", Secret.of(account),
            "imapPassword", Secret.of(mailroom.password(account))));
  }

  @Override
  public void renew(String account) {
    mailroom.renew(account);
  }

  @Override
  public int moreThanAPage() {
    return 26;
  }

  @Override
  public String add(String account, int items) {
    var last = "";
    for (int i = 0; i < items; i++) {
      last = mailroom.put(account, "Subject: %d for %s\n\nHello\n".formatted(i, account));
    }
    return last;
  }

  @Override
  public List<String> addFull(String account) {
    mailroom.put(account, FullMail.TEXT);
    return FullMail.WORDS;
  }

  @Override
  public void remove(String account, String externalId) {
    mailroom.remove(account, externalId);
  }

  @Override
  public void move(String account, String externalId) {
    throw new UnsupportedOperationException("A mail gets another number in another folder");
  }

  @Override
  public void expireCursors() {
    mailroom.server().rewrite(line -> line.replace("[UIDVALIDITY ", "[UIDVALIDITY 1"));
  }

  @Override
  public void suffer(Trouble trouble) {
    switch (trouble) {
      case CREDENTIAL_REFUSED -> {
        say("AUTH", "535 5.7.8 Wrong user or password");
        sayOfReplies("LOGIN", "TAG NO [AUTHENTICATIONFAILED] Wrong user or password");
      }
      case TOO_MUCH -> {
        say("MAIL", "450 4.7.1 Too much mail");
        sayOfReplies("EXAMINE", "TAG NO [LIMIT] Too many commands");
      }
      case BROKEN -> {
        say("MAIL", "454 4.3.5 Misconfigured");
        sayOfReplies("EXAMINE", "TAG NO [SERVERBUG] Misconfigured");
      }
      case REFUSED -> {
        say("MAIL", "553 5.1.8 " + Trouble.WORDS);
        sayOfReplies("EXAMINE", "TAG NO [CANNOT] " + Trouble.WORDS);
      }
      case SLOW -> greet(Script.HANG);
      case NONSENSE -> greet("HTTP/1.1 400 Bad Request");
      case AWAY -> close();
    }
  }

  private void greet(String greeting) {
    say(Script.GREETING, greeting);
    sayOfReplies(Script.GREETING, greeting);
  }

  private void say(String command, String reply) {
    server.follow(Script.proper().on(command, reply));
  }

  private void sayOfReplies(String command, String reply) {
    mailroom.server().follow(Script.proper().on(command, reply));
  }

  @Override
  public Map<String, Object> input(String action) {
    return Map.of(
        "to", List.of("bob@example.com"),
        "subject", "Hello",
        "text", "Good morning",
        "html", "<p>Good morning",
        "thread", "<1@example.com>",
        "attachments",
            List.of(
                Map.of(
                    "name", "a.txt", "contentType", "text/plain", "ref", "data:text/plain,Hello")));
  }

  @Override
  public int effects(String account, String action) {
    return server.mails().size();
  }

  @Override
  public void close() {
    server.close();
    mailroom.close();
  }
}
