package dev.patchbay.launcher;

/**
 * The outbound proxy as it was given, which may hold a password; the host checks it.
 *
 * @param text empty if there is none
 */
record ProxyAddress(String text) {

  static ProxyAddress none() {
    return new ProxyAddress("");
  }

  @Override
  public String toString() {
    return text.isEmpty() ? "ProxyAddress[none]" : "ProxyAddress[***]";
  }
}
