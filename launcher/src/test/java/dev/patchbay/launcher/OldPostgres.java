package dev.patchbay.launcher;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** As much of an older PostgreSQL as a driver needs to sign in and to learn the version. */
final class OldPostgres implements AutoCloseable {
  private static final int SSL_REQUEST = 80_877_103;
  private static final int GSS_REQUEST = 80_877_104;

  private final ServerSocket socket;
  private final String version;

  private OldPostgres(ServerSocket socket, String version) {
    this.socket = socket;
    this.version = version;
  }

  static OldPostgres start(String version) throws IOException {
    OldPostgres server =
        new OldPostgres(new ServerSocket(0, 5, InetAddress.getLoopbackAddress()), version);
    Thread thread = new Thread(server::serve, "old-postgres");
    thread.setDaemon(true);
    thread.start();
    return server;
  }

  String url() {
    return "jdbc:postgresql://127.0.0.1:" + socket.getLocalPort() + "/patchbay";
  }

  private void serve() {
    while (!socket.isClosed()) {
      try (Socket client = socket.accept()) {
        talk(
            new DataInputStream(client.getInputStream()),
            new DataOutputStream(client.getOutputStream()));
      } catch (IOException clientOrServerIsGone) {
        continue;
      }
    }
  }

  private void talk(DataInputStream in, DataOutputStream out) throws IOException {
    greet(in, out);
    for (int kind = in.read(); kind == 'Q'; kind = in.read()) {
      in.skipNBytes(in.readInt() - Integer.BYTES);
      message(out, 'C', text("SET"));
      message(out, 'Z', new byte[] {'I'});
    }
  }

  private void greet(DataInputStream in, DataOutputStream out) throws IOException {
    int length = in.readInt();
    int code = in.readInt();
    if (code == SSL_REQUEST || code == GSS_REQUEST) {
      out.write('N');
      greet(in, out);
      return;
    }
    in.skipNBytes(length - 2L * Integer.BYTES);
    message(out, 'R', new byte[Integer.BYTES]);
    parameter(out, "server_version", version);
    parameter(out, "client_encoding", "UTF8");
    parameter(out, "DateStyle", "ISO, MDY");
    parameter(out, "integer_datetimes", "on");
    parameter(out, "standard_conforming_strings", "on");
    parameter(out, "TimeZone", "UTC");
    message(out, 'Z', new byte[] {'I'});
  }

  private static void parameter(DataOutputStream out, String name, String value)
      throws IOException {
    ByteArrayOutputStream pair = new ByteArrayOutputStream();
    pair.write(text(name));
    pair.write(text(value));
    message(out, 'S', pair.toByteArray());
  }

  private static void message(DataOutputStream out, char kind, byte[] content) throws IOException {
    out.writeByte(kind);
    out.writeInt(content.length + Integer.BYTES);
    out.write(content);
    out.flush();
  }

  private static byte[] text(String value) {
    return (value + "\0").getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
