package dev.patchbay.smtp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A mail server over real sockets that behaves as its script says, and remembers what it heard. */
final class ScriptedMailServer implements AutoCloseable {

  private volatile Script script;
  private final boolean encryptedFromTheStart;
  private final ServerSocket listener;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch closing = new CountDownLatch(1);
  private final List<String> heard = new CopyOnWriteArrayList<>();
  private final List<String> mails = new CopyOnWriteArrayList<>();
  private final List<Socket> lines = new CopyOnWriteArrayList<>();

  private ScriptedMailServer(Script script, boolean encryptedFromTheStart) {
    this.script = script;
    this.encryptedFromTheStart = encryptedFromTheStart;
    try {
      listener = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    threads.submit(this::accept);
  }

  static ScriptedMailServer start(Script script) {
    return new ScriptedMailServer(script, false);
  }

  static ScriptedMailServer startEncrypted(Script script) {
    return new ScriptedMailServer(script, true);
  }

  InetSocketAddress address() {
    return (InetSocketAddress) listener.getLocalSocketAddress();
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
    return lines.size();
  }

  private void accept() {
    try {
      while (closing.getCount() > 0) {
        var line = listener.accept();
        lines.add(line);
        threads.submit(() -> serve(line));
      }
    } catch (IOException e) {
      closing.countDown();
    }
  }

  private void serve(Socket line) {
    try (line) {
      new ScriptedDialogue(script, heard, mails, closing).run(line, encryptedFromTheStart);
    } catch (IOException e) {
      heard.add("(lost)");
    }
  }

  @Override
  public void close() {
    closing.countDown();
    try {
      listener.close();
      for (var line : lines) {
        line.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    threads.shutdownNow();
  }
}
