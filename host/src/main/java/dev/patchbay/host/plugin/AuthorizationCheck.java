package dev.patchbay.host.plugin;

import dev.patchbay.api.PluginDescriptor;
import dev.patchbay.api.auth.ClientCredentials;
import dev.patchbay.api.auth.Form;
import dev.patchbay.api.auth.OAuth2;
import dev.patchbay.api.auth.TokenExchange;
import dev.patchbay.api.setting.Setting;
import dev.patchbay.host.egress.DeclaredHosts;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Checks how a plugin wants accounts to be connected: its data may describe a service's ways, and
 * never weaken the flow itself.
 */
final class AuthorizationCheck {
  private static final Pattern PLACE = Pattern.compile("(?:\\{|%7B)([^{}%]*)(?:\\}|%7D)");
  private static final Set<String> OURS =
      Set.of(
          "response_type",
          "client_id",
          "client_secret",
          "redirect_uri",
          "scope",
          "state",
          "nonce",
          "code_challenge",
          "code_challenge_method",
          "request",
          "request_uri");
  private static final String MODE = "response_mode";

  private final PluginDescriptor descriptor;
  private final DeclaredHosts hosts;

  AuthorizationCheck(PluginDescriptor descriptor, DeclaredHosts hosts) {
    this.descriptor = descriptor;
    this.hosts = hosts;
  }

  void run() {
    if (descriptor.authorization() instanceof OAuth2 oauth) {
      check(oauth);
    }
    if (descriptor.authorization() instanceof ClientCredentials credentials) {
      requireDeclared(credentials.tokenUrl());
    }
    if (descriptor.authorization() instanceof Form form) {
      DescriptorCheck.requireDifferent("field", form.fields().stream().map(Setting::name).toList());
      form.fields().forEach(AuthorizationCheck::requireNoHost);
    }
  }

  private static void requireNoHost(Setting field) {
    if (field.kind() == Setting.Kind.HOST) {
      throw new PluginRefused(
          "Its form asks for the host \""
              + field.name()
              + "\"; hosts are settings of the integration, which an admin fills in");
    }
  }

  private void check(OAuth2 oauth) {
    oauth.issuer().map(AuthorizationCheck::address).ifPresent(AuthorizationCheck::requireIssuer);
    if (oauth.openId()) {
      requireDeclared(address(oauth.issuer().orElseThrow()));
    } else {
      requireHttps(oauth.authorizeUrl());
      requireDeclared(oauth.tokenUrl());
    }
    Stream.of(
            oauth.revokeUrl(),
            oauth.longLived().map(TokenExchange::url),
            oauth.renewal().map(TokenExchange::url))
        .flatMap(Optional::stream)
        .forEach(this::requireDeclared);
    templates(oauth).forEach(this::requirePlaces);
    oauth.authorizeParameters().forEach(AuthorizationCheck::requireHarmless);
  }

  private static List<String> templates(OAuth2 oauth) {
    var addresses =
        oauth.openId()
            ? Stream.<URI>empty()
            : Stream.concat(
                Stream.of(oauth.authorizeUrl(), oauth.tokenUrl()), oauth.revokeUrl().stream());
    return Stream.concat(addresses.map(URI::toString), oauth.issuer().stream()).toList();
  }

  private static URI address(String template) {
    try {
      return URI.create(template.replace("{", "%7B").replace("}", "%7D"));
    } catch (IllegalArgumentException e) {
      throw new PluginRefused("Its issuer " + template + " is no address", e);
    }
  }

  private static void requireIssuer(URI issuer) {
    requireHttps(issuer);
    if (issuer.getRawQuery() != null || issuer.getRawFragment() != null) {
      throw new PluginRefused("Its issuer " + issuer + " must have neither query nor fragment");
    }
  }

  private void requirePlaces(String template) {
    PLACE
        .matcher(template)
        .results()
        .map((MatchResult found) -> found.group(1))
        .filter(name -> descriptor.settings().stream().noneMatch(one -> fills(one, name)))
        .findFirst()
        .ifPresent(
            name -> {
              throw new PluginRefused(
                  "Its OAuth address "
                      + template
                      + " needs the setting \""
                      + name
                      + "\", which must be declared, required or with an initial value, and not"
                      + " secret");
            });
  }

  private static boolean fills(Setting setting, String name) {
    return setting.name().equals(name)
        && setting.kind() != Setting.Kind.SECRET
        && (setting.required() || setting.initial().isPresent());
  }

  private static void requireHarmless(String name, String value) {
    if (OURS.contains(name.toLowerCase(Locale.ROOT))) {
      throw new PluginRefused(
          "It declares the authorization parameter \"" + name + "\", which is the host's");
    }
    if (MODE.equalsIgnoreCase(name) && !"query".equals(value)) {
      throw new PluginRefused(
          "It wants the answer by " + MODE + " \"" + value + "\"; only query is taken");
    }
  }

  private static void requireHttps(URI address) {
    if (!"https".equals(address.getScheme()) || address.getHost() == null) {
      throw new PluginRefused(
          "Its OAuth address " + address + " must start with https:// and name a host");
    }
  }

  private void requireDeclared(URI address) {
    requireHttps(address);
    if (!hosts.cover(address.getHost())) {
      throw new PluginRefused(
          "Its OAuth address " + address + " is on a host that is not among its egressHosts");
    }
  }
}
