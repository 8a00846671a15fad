package dev.patchbay.host.sso;

/**
 * What a page for strangers may offer.
 *
 * @param offered whether anybody on this server can sign in with a provider of their own
 * @param organisation the tenant to start with, if it is known
 * @param label what its button says after "Sign in with"
 */
public record SignInOption(boolean offered, String organisation, String label) {

  static SignInOption of(Provider provider) {
    return new SignInOption(true, provider.tenantId(), provider.label());
  }

  static SignInOption unnamed(boolean offered) {
    return new SignInOption(offered, null, null);
  }
}
