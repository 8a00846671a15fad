package dev.patchbay.console.host;

/** No usable answer came from the host: it is down, starting, or something else listens there. */
public class HostUnreachable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  HostUnreachable(Call call, Throwable cause) {
    super("No usable answer from the Patchbay server to " + call, cause);
  }
}
