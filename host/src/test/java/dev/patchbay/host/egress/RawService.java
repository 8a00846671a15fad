package dev.patchbay.host.egress;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A service that does with each connection whatever the test says, down to the last byte. */
final class RawService implements AutoCloseable {

  @FunctionalInterface
  interface Conversation {
    void hold(Socket socket) throws Exception;
  }

  private final ServerSocket server;
  private final List<Socket> accepted = new CopyOnWriteArrayList<>();

  private RawService(ServerSocket server) {
    this.server = server;
  }

  static RawService start(Conversation conversation) throws IOException {
    return start(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), conversation);
  }

  static RawService start(ServerSocket server, Conversation conversation) {
    var service = new RawService(server);
    var thread = new Thread(() -> service.serve(conversation), "raw-service");
    thread.setDaemon(true);
    thread.start();
    return service;
  }

  int port() {
    return server.getLocalPort();
  }

  int connects() {
    return accepted.size();
  }

  /** Reads one request's head and a body of known length. */
  static String readRequest(Socket socket) throws IOException {
    InputStream in = socket.getInputStream();
    var head = new StringBuilder();
    while (!head.toString().endsWith("\r\n\r\n")) {
      int next = in.read();
      if (next < 0) {
        return head.toString();
      }
      head.append((char) next);
    }
    return head.toString();
  }

  static void write(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    socket.getOutputStream().flush();
  }

  /** Closes with a reset instead of a proper end. */
  static void reset(Socket socket) throws IOException {
    socket.setSoLinger(true, 0);
    socket.close();
  }

  private void serve(Conversation conversation) {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        accepted.add(socket);
        var thread = new Thread(() -> hold(conversation, socket), "raw-service-connection");
        thread.setDaemon(true);
        thread.start();
      } catch (SocketException e) {
        return;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static void hold(Conversation conversation, Socket socket) {
    try (socket) {
      conversation.hold(socket);
    } catch (Exception e) {
      // The other side hung up, which is what many of these conversations provoke.
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
    for (Socket socket : accepted) {
      socket.close();
    }
  }
}
