package dev.patchbay.host.outside;

import dev.patchbay.host.caller.Scope;
import dev.patchbay.host.problem.StartupRefused;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;

/** Reads one issuer from the server's configuration; what is wrong there refuses the start. */
final class IssuerSettings {
  private final Config config;
  private final String name;

  IssuerSettings(Config config, String name) {
    this.config = config;
    this.name = name;
  }

  Issuer read() {
    return new Issuer(
        name,
        need("issuer"),
        keys(),
        need("audience"),
        find("tenant-claim").orElse("tenant"),
        tenants(),
        scopes(),
        find("scope-claim"));
  }

  private URI keys() {
    try {
      URI address = URI.create(need("keys"));
      if ("https".equals(address.getScheme()) && address.getHost() != null) {
        return address;
      }
    } catch (IllegalArgumentException e) {
      throw refused("keys", "is no address", e);
    }
    throw refused("keys", "must be an address that starts with https://", null);
  }

  private Map<String, String> tenants() {
    List<String> pairs = Stream.of(need("tenants").split(",", -1)).map(String::strip).toList();
    if (!pairs.stream().allMatch(pair -> pair.matches("[^=]+=ten_[^=]+"))) {
      throw refused("tenants", "must be pairs such as acme=ten_…, separated by commas", null);
    }
    return pairs.stream()
        .map(pair -> pair.split("=", 2))
        .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1], (first, second) -> second));
  }

  private Set<Scope> scopes() {
    List<String> names = List.of(need("scopes").strip().split("[ ,]+", -1));
    Scope.complaint(names)
        .ifPresent(
            wrong -> {
              throw refused("scopes", wrong, null);
            });
    return Scope.of(names);
  }

  private String need(String key) {
    return find(key).orElseThrow(() -> refused(key, "is missing", null));
  }

  private Optional<String> find(String key) {
    return config.getOptionalValue(property(key), String.class).filter(text -> !text.isBlank());
  }

  private String property(String key) {
    return "patchbay.issuers." + name + "." + key;
  }

  private StartupRefused refused(String key, String why, Exception cause) {
    return new StartupRefused("The setting " + property(key) + " " + why + ".", cause);
  }
}
