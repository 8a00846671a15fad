package dev.patchbay.sandbox.fault;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.patchbay.sandbox.http.Answer;
import java.io.IOException;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

/** A fault about to strike one request. */
public record Strike(FaultKind kind, ObjectNode spec) {
  public static Strike of(ObjectNode spec) {
    return new Strike(FaultKind.named(spec.path("fault").asText()).orElseThrow(), spec);
  }

  /** What the handler itself is asked to do wrong. */
  public Set<String> tricks() {
    return kind.trick().stream().map(Trick::name).collect(Collectors.toSet());
  }

  /** Ruins the exchange; the genuine answer is only made when the fault needs it. */
  public void on(Wire wire, GenuineAnswer genuine, IntFunction<Answer> failure) throws IOException {
    kind.strike(new Victim(wire, spec, genuine, failure));
  }

  /** Makes the answer that a healthy service would give. */
  @FunctionalInterface
  public interface GenuineAnswer {
    Answer make() throws IOException;
  }
}
