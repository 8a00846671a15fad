package dev.patchbay.host.security;

import dev.patchbay.host.problem.StartupRefused;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The addresses of the operator's own proxies. What such a one says about the client is believed,
 * what anybody else says is not.
 */
@Singleton
class TrustedProxies {
  private static final Pattern ADDRESS = Pattern.compile("[0-9.]+|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");

  private final List<Range> ranges;

  @Inject
  TrustedProxies(@ConfigProperty(name = "patchbay.trusted-proxies") Optional<String> text) {
    ranges =
        Arrays.stream(text.orElse("").split(",", -1))
            .map(String::strip)
            .filter(range -> !range.isEmpty())
            .map(Range::parse)
            .toList();
  }

  boolean contain(String address) {
    return address(address).stream()
        .anyMatch(bytes -> ranges.stream().anyMatch(range -> range.contains(bytes)));
  }

  /** Reads an address and never asks a name server for one. */
  private static Optional<byte[]> address(String text) {
    try {
      return ADDRESS.matcher(text).matches()
          ? Optional.of(InetAddress.getByName(text).getAddress())
          : Optional.empty();
    } catch (UnknownHostException noAddress) {
      return Optional.empty();
    }
  }

  private static final class Range {
    private final byte[] start;
    private final int bits;

    private Range(byte[] start, int bits) {
      this.start = start;
      this.bits = bits;
    }

    private static Range parse(String text) {
      String[] parts = text.split("/", 2);
      byte[] start = address(parts[0]).orElseThrow(() -> refusal(text));
      int bits = parts.length == 1 ? start.length * Byte.SIZE : bits(parts[1], text);
      if (bits < 0 || bits > start.length * Byte.SIZE) {
        throw refusal(text);
      }
      return new Range(start, bits);
    }

    private static int bits(String number, String text) {
      try {
        return Integer.parseInt(number);
      } catch (NumberFormatException e) {
        throw refusal(text);
      }
    }

    private static StartupRefused refusal(String text) {
      return new StartupRefused(
          "--trusted-proxies "
              + text
              + " is no address and no range: write 192.0.2.7, 10.0.0.0/8 or fd00::/8.");
    }

    private boolean contains(byte[] address) {
      if (address.length != start.length) {
        return false;
      }
      for (int bit = 0; bit < bits; bit++) {
        int mask = 0x80 >> (bit % Byte.SIZE);
        if (((address[bit / Byte.SIZE] ^ start[bit / Byte.SIZE]) & mask) != 0) {
          return false;
        }
      }
      return true;
    }
  }
}
