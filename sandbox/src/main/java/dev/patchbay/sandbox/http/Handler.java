package dev.patchbay.sandbox.http;

import java.io.IOException;

/** Answers one request; refuses by throwing {@link Refusal}. */
@FunctionalInterface
public interface Handler {
  Answer handle(Request request) throws IOException;
}
