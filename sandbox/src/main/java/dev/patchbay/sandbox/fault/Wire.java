package dev.patchbay.sandbox.fault;

import dev.patchbay.sandbox.http.Answer;
import java.io.IOException;
import java.time.Duration;

/** What faults do to a connection, apart from the server library that carries it out. */
public interface Wire {
  /** Sends a whole, proper answer. */
  void send(Answer answer) throws IOException;

  /** Sends these bytes as they are, status line included. */
  void sendRaw(byte[] bytes) throws IOException;

  /** Ends the sending half only. */
  void endSending() throws IOException;

  /** Closes the connection in order. */
  void close() throws IOException;

  /** Closes with a TCP reset. */
  void reset() throws IOException;

  /** Waits, unless the sandbox closes meanwhile: then false. */
  boolean pause(Duration time);
}
