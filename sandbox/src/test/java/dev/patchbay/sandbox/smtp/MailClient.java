package dev.patchbay.sandbox.smtp;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.patchbay.sandbox.Sandbox;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.util.Base64;

/** Speaks SMTP as it is typed. */
final class MailClient implements AutoCloseable {
  private final Socket socket;
  private final BufferedReader in;

  private MailClient(Socket socket) throws IOException {
    this.socket = socket;
    this.in = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
  }

  /** A line on which the greeting was heard. */
  static MailClient to(Sandbox sandbox) throws IOException {
    int port = sandbox.hosts().get("smtp.sandbox.example").getPort();
    Socket socket = new Socket("127.0.0.1", port);
    socket.setSoTimeout(10_000);
    MailClient client = new MailClient(socket);
    client.reply();
    return client;
  }

  /** A line on which the one mailbox has signed in. */
  static MailClient signedIn(Sandbox sandbox) throws IOException {
    MailClient client = to(sandbox);
    client.say("AUTH PLAIN " + base64("\0demo@sandbox.example\0sandbox"));
    return client;
  }

  static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
  }

  /** Says a line and hears the whole answer; its last line comes back, empty if there is none. */
  String say(String line) throws IOException {
    write(line + "\r\n");
    return reply();
  }

  void write(String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(UTF_8));
    socket.getOutputStream().flush();
  }

  /** Offers sender and recipients, and says the mail up to its dot. */
  String send(String mail, String... to) throws IOException {
    say("MAIL FROM:<demo@sandbox.example>");
    for (String each : to) {
      say("RCPT TO:<" + each + ">");
    }
    say("DATA");
    return say(mail + "\r\n.");
  }

  private String reply() throws IOException {
    String line = in.readLine();
    while (line != null && line.startsWith("-", 3)) {
      line = in.readLine();
    }
    return line == null ? "" : line;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
