package dev.patchbay.smtp;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A mail server over real sockets that behaves as its script says, and remembers what it heard. */
final class ScriptedMailServer implements AutoCloseable {

  private volatile Script script;
  private final boolean encryptedFromTheStart;
  private final LoopbackServer server = new LoopbackServer();
  private final List<String> heard = new CopyOnWriteArrayList<>();
  private final List<String> mails = new CopyOnWriteArrayList<>();

  private ScriptedMailServer(Script script, boolean encryptedFromTheStart) {
    this.script = script;
    this.encryptedFromTheStart = encryptedFromTheStart;
    server.serve(this::serve);
  }

  static ScriptedMailServer start(Script script) {
    return new ScriptedMailServer(script, false);
  }

  static ScriptedMailServer startEncrypted(Script script) {
    return new ScriptedMailServer(script, true);
  }

  InetSocketAddress address() {
    return server.address();
  }

  /** Plays by this script in every conversation from now on. */
  void follow(Script other) {
    script = other;
  }

  /** The commands, in their order. */
  List<String> heard() {
    return List.copyOf(heard);
  }

  /** The mails that were ended with a dot, whatever was answered. */
  List<String> mails() {
    return List.copyOf(mails);
  }

  int connections() {
    return server.connections();
  }

  private void serve(Socket line) {
    try (line) {
      new ScriptedDialogue(script, heard, mails, server).run(line, encryptedFromTheStart);
    } catch (IOException e) {
      heard.add("(lost)");
    }
  }

  @Override
  public void close() {
    server.close();
  }
}
