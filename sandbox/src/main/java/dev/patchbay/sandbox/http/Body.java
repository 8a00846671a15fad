package dev.patchbay.sandbox.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/** A response body; bytes rendered earlier are written as they are. */
@FunctionalInterface
public interface Body {
  void writeTo(OutputStream out) throws IOException;

  static Body of(byte[] bytes) {
    return Bytes.of(bytes);
  }

  default byte[] bytes() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      writeTo(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
