package dev.patchbay.host.connect;

/**
 * A person who is to type in what connects the account.
 *
 * @param browser the one-time text that stays with this browser
 */
record FormVisit(String sessionId, String browser) {

  @Override
  public String toString() {
    return "FormVisit[" + sessionId + "]";
  }
}
