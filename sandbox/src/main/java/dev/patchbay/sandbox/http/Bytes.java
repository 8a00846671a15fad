package dev.patchbay.sandbox.http;

import java.io.IOException;
import java.io.OutputStream;

/** Rendered content, shared and never changed: the same bytes go into a page and to the disk. */
public final class Bytes implements Body {
  public static final Bytes NONE = new Bytes(new byte[0]);

  private final byte[] content;

  private Bytes(byte[] content) {
    this.content = content;
  }

  public static Bytes of(byte[] content) {
    return new Bytes(content);
  }

  @Override
  public void writeTo(OutputStream out) throws IOException {
    out.write(content);
  }

  @Override
  public byte[] bytes() {
    return content;
  }
}
