package dev.patchbay.sandbox.smtp;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** One line of a mail server: commands in, replies out, and mails with their dots undone. */
final class TextLine {
  private static final int LONGEST_COMMAND = 4096;

  private final InputStream in;
  private final OutputStream out;

  TextLine(InputStream in, OutputStream out) {
    this.in = new BufferedInputStream(in);
    this.out = out;
  }

  void say(String reply) throws IOException {
    out.write((reply + "\r\n").getBytes(UTF_8));
    out.flush();
  }

  /** Says what goes on in the same reply, such as the bytes of a mail. */
  void say(byte[] part) throws IOException {
    out.write(part);
  }

  String command() throws IOException {
    return read(LONGEST_COMMAND);
  }

  /** The mail up to the dot that ends it; what is beyond the limit is read and forgotten. */
  byte[] mail(int limit) throws IOException {
    ByteArrayOutputStream mail = new ByteArrayOutputStream();
    for (String each = read(limit); !each.equals("."); each = read(limit)) {
      if (mail.size() <= limit) {
        mail.writeBytes((each.startsWith(".") ? each.substring(1) : each).getBytes(ISO_8859_1));
        mail.writeBytes("\r\n".getBytes(ISO_8859_1));
      }
    }
    return mail.toByteArray();
  }

  /** Only CR with LF ends a line, so that nothing else can be taken for the end of a mail. */
  private String read(int limit) throws IOException {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    int before = -1;
    for (int each = in.read(); each != '\n' || before != '\r'; each = in.read()) {
      if (each < 0) {
        throw new EOFException("The client hung up");
      }
      if (text.size() <= limit) {
        text.write(each);
      }
      before = each;
    }
    String line = text.toString(ISO_8859_1);
    return line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
  }
}
