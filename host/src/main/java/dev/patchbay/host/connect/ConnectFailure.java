package dev.patchbay.host.connect;

/** Why an attempt to connect ends without a connection, in words for the admin. */
final class ConnectFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final ResultPage page;

  ConnectFailure(ResultPage page, String message) {
    super(message);
    this.page = page;
  }

  ResultPage page() {
    return page;
  }
}
