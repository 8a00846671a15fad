package dev.patchbay.sandbox.fault;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.patchbay.sandbox.http.Answer;
import java.io.IOException;
import java.util.function.IntFunction;

/**
 * The exchange that a fault ruins.
 *
 * @param spec the rule, with the fault's own options
 * @param genuine makes what a healthy service would answer
 * @param failure the provider's error document for a status
 */
record Victim(
    Wire wire, ObjectNode spec, Strike.GenuineAnswer genuine, IntFunction<Answer> failure) {
  int option(String name, int usual) {
    return spec.path(name).asInt(usual);
  }

  String option(String name, String usual) {
    return spec.path(name).asText(usual);
  }

  void send(Answer answer) throws IOException {
    wire.send(answer);
  }

  byte[] genuineBody() throws IOException {
    return genuine.make().body().bytes();
  }
}
