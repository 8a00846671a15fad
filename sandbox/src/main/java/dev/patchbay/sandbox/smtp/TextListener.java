package dev.patchbay.sandbox.smtp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A port on 127.0.0.1, with a thread for each line. */
final class TextListener implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(TextListener.class.getName());
  private static final int IDLE_MILLIS = 300_000;
  private static final int LINES = 64;

  private final ServerSocket socket;
  private final Conversation conversation;
  private final Set<Socket> lines = ConcurrentHashMap.newKeySet();
  private final ExecutorService threads =
      Executors.newCachedThreadPool(
          task -> {
            Thread thread = new Thread(task, "sandbox-mail");
            thread.setDaemon(true);
            return thread;
          });

  private TextListener(ServerSocket socket, Conversation conversation) {
    this.socket = socket;
    this.conversation = conversation;
  }

  static TextListener start(Conversation conversation) {
    try {
      ServerSocket socket = new ServerSocket(0, LINES, InetAddress.getLoopbackAddress());
      TextListener listener = new TextListener(socket, conversation);
      listener.threads.execute(listener::listen);
      return listener;
    } catch (IOException e) {
      throw new UncheckedIOException("The sandbox's mail server found no port", e);
    }
  }

  int port() {
    return socket.getLocalPort();
  }

  private void listen() {
    while (!socket.isClosed()) {
      try {
        Socket line = socket.accept();
        lines.add(line);
        threads.execute(() -> serve(line));
      } catch (IOException e) {
        LOG.log(System.Logger.Level.DEBUG, "The sandbox's mail server stops", e);
      }
    }
  }

  private void serve(Socket line) {
    try (line) {
      line.setSoTimeout(IDLE_MILLIS);
      TextLine spoken = new TextLine(line.getInputStream(), line.getOutputStream());
      if (lines.size() > LINES) {
        spoken.say(conversation.farewell());
      } else {
        conversation.hold(spoken);
      }
    } catch (IOException e) {
      LOG.log(System.Logger.Level.DEBUG, "A mail client is gone", e);
    } finally {
      lines.remove(line);
    }
  }

  @Override
  public void close() {
    try {
      socket.close();
      for (Socket line : lines) {
        line.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    threads.shutdownNow();
  }
}
