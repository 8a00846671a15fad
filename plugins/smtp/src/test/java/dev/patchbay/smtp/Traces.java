package dev.patchbay.smtp;

import java.io.PrintWriter;
import java.io.StringWriter;

/** What a log would show of an exception: everything. */
final class Traces {

  private Traces() {}

  static String of(Throwable e) {
    var text = new StringWriter();
    e.printStackTrace(new PrintWriter(text));
    return text.toString();
  }
}
