package dev.patchbay.host.security;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What a wrong try is counted against. The wide counters wait a minute at most, so that nobody can
 * shut a person or a whole office out for long; and there is none for this machine, since a proxy
 * on it that nobody configured would stand for everybody.
 *
 * @param subject what is counted, hashed
 * @param free how many wrong tries cost nothing
 * @param longest the longest wait
 * @param isForgotten whether one right answer makes good all wrong ones
 */
record Tried(String subject, int free, Duration longest, boolean isForgotten) {

  static List<Tried> by(String name, String address) {
    String network = ClientNetwork.of(address);
    List<Tried> all = new ArrayList<>();
    all.add(new Tried(hash(name + "\n" + network), 5, Duration.ofMinutes(15), true));
    all.add(new Tried(hash("name\n" + name), 20, Duration.ofMinutes(1), false));
    if (!isThisMachine(address)) {
      all.add(new Tried(hash("address\n" + network), 100, Duration.ofMinutes(1), false));
    }
    return all;
  }

  private static String hash(String text) {
    return SecretHash.of(text);
  }

  private static boolean isThisMachine(String address) {
    try {
      return InetAddress.getByName(address).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }
}
