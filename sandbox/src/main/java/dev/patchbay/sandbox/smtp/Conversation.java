package dev.patchbay.sandbox.smtp;

import java.io.IOException;

/** What is said on a line, and what is said when there are too many. */
interface Conversation {
  void hold(TextLine line) throws IOException;

  String farewell();

  static Conversation smtp(Delivery delivery) {
    return new Conversation() {
      @Override
      public void hold(TextLine line) throws IOException {
        new SmtpDialogue(line, delivery).run();
      }

      @Override
      public String farewell() {
        return "421 4.3.2 Too many connections, try again later";
      }
    };
  }

  static Conversation imap(Inbox inbox) {
    return new Conversation() {
      @Override
      public void hold(TextLine line) throws IOException {
        new ImapDialogue(line, inbox).run();
      }

      @Override
      public String farewell() {
        return "* BYE Too many connections, try again later";
      }
    };
  }
}
