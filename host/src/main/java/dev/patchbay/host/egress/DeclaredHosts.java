package dev.patchbay.host.egress;

import java.util.List;
import java.util.stream.Stream;

/** Where a plugin said that it goes; nothing else can be reached in its name. */
public record DeclaredHosts(List<HostPattern> patterns) {

  public DeclaredHosts {
    patterns = List.copyOf(patterns);
  }

  /**
   * @throws IllegalArgumentException if one of them is no host pattern; names it
   */
  public static DeclaredHosts of(List<String> texts) {
    return new DeclaredHosts(texts.stream().map(HostPattern::new).toList());
  }

  /** The same with the hosts that an admin filled in for one connection. */
  public DeclaredHosts and(List<String> texts) {
    return new DeclaredHosts(
        Stream.concat(patterns.stream(), of(texts).patterns().stream()).toList());
  }

  public boolean cover(String host) {
    return HostPattern.isHost(host) && patterns.stream().anyMatch(p -> p.covers(host));
  }
}
