package dev.patchbay.smtp;

import dev.patchbay.api.auth.Auth;
import dev.patchbay.api.setting.Secret;
import dev.patchbay.api.setting.Settings;
import dev.patchbay.testkit.TestSockets;
import dev.patchbay.testkit.contract.SimulatedActions;
import dev.patchbay.testkit.contract.Trouble;
import java.util.List;
import java.util.Map;

/** A mail server as the contract needs it, with what servers say when something is wrong. */
final class ContractMailServer implements SimulatedActions {

  private final ScriptedMailServer server = ScriptedMailServer.start(Script.proper());
  private final TestSockets sockets = TestSockets.to(Map.of(Office.HOST, server.address()));

  @Override
  public TestSockets sockets() {
    return sockets;
  }

  @Override
  public Settings settings() {
    return Settings.of(Map.of("host", Office.HOST, "port", "25", "security", "none"));
  }

  /** Everybody logs in alike and sends from an address of their own. */
  @Override
  public Auth auth(String account) {
    return Auth.fields(
        Map.of(
            "sender", Secret.of(account + "@example.org"),
            "username", Secret.of(Script.USERNAME),
            "password", Secret.of(Script.PASSWORD)));
  }

  @Override
  public void suffer(Trouble trouble) {
    switch (trouble) {
      case CREDENTIAL_REFUSED -> say("AUTH", "535 5.7.8 Wrong user or password");
      case TOO_MUCH -> say("MAIL", "450 4.7.1 Too much mail");
      case BROKEN -> say("MAIL", "454 4.3.5 Misconfigured");
      case REFUSED -> say("MAIL", "553 5.1.8 " + Trouble.WORDS);
      case SLOW -> say(Script.GREETING, Script.HANG);
      case NONSENSE -> say(Script.GREETING, "HTTP/1.1 400 Bad Request");
      case AWAY -> server.close();
    }
  }

  private void say(String command, String reply) {
    server.follow(Script.proper().on(command, reply));
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
  }
}
