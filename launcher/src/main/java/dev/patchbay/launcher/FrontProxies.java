package dev.patchbay.launcher;

import java.util.List;

/**
 * Which of the operator's proxies stand in front, and how they tell who asked them; the host checks
 * both.
 *
 * @param ranges addresses or ranges of addresses
 * @param header the one header that they write
 */
record FrontProxies(List<String> ranges, String header) {
  FrontProxies {
    ranges = List.copyOf(ranges);
  }

  static FrontProxies none() {
    return new FrontProxies(List.of(), "X-Forwarded-For");
  }
}
