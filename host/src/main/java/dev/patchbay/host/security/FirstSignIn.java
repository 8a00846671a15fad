package dev.patchbay.host.security;

/** What the operator needs to sign in for the first time. */
record FirstSignIn(String username, String password, String clientId, String clientSecret) {

  @Override
  public String toString() {
    return "FirstSignIn[" + username + ", " + clientId + "]";
  }
}
