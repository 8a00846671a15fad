package dev.patchbay.host.egress;

import java.util.regex.Pattern;

/**
 * A host that a plugin declares: a name in lower case, or {@code *.} before a name for one or more
 * labels. Strict on purpose: what has two spellings (numbers in octal, a trailing dot, capitals)
 * could be declared in one and reached in the other.
 */
public record HostPattern(String text) {

  private static final String LABEL = "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?";
  private static final Pattern NAME =
      Pattern.compile("(?:" + LABEL + "\\.)*(?=[a-z0-9-]*[a-z])(?!0x)" + LABEL);
  private static final Pattern WILDCARD =
      Pattern.compile("\\*\\.(?:" + LABEL + "\\.)+(?=[a-z0-9-]*[a-z])(?!0x)" + LABEL);
  private static final String BYTE = "(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";
  private static final Pattern IPV4 = Pattern.compile(BYTE + "(?:\\." + BYTE + "){3}");
  private static final int LONGEST = 253;

  public HostPattern {
    if (!isHost(text) && !WILDCARD.matcher(text).matches()) {
      throw new IllegalArgumentException(
          "\""
              + text
              + "\" is not a host: use a name in lower case such as api.example.com,"
              + " or *.example.com for all names below it, without scheme, port and path");
    }
  }

  /** Whether the text is one host in its only accepted spelling. */
  public static boolean isHost(String text) {
    return text.length() <= LONGEST
        && (NAME.matcher(text).matches() || IPV4.matcher(text).matches());
  }

  /** Whether the host, in lower case, is the one meant or one of those meant. */
  boolean covers(String host) {
    return text.startsWith("*.")
        ? host.length() > text.length() - 1 && host.endsWith(text.substring(1))
        : host.equals(text);
  }
}
