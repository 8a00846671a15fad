package dev.patchbay.bench.provider;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** What a database must hold after a pull: so many events, each in its latest edition. */
public final class Content {
  private final Editions editions;

  private Content(Editions editions) {
    this.editions = editions;
  }

  /** A calendar that nobody has changed yet. */
  public static Content of(int events) {
    return new Content(new Editions(events));
  }

  public int events() {
    return editions.size();
  }

  /** Follows a change of the provider's calendar. */
  public void change(int count) {
    editions.change(count);
  }

  /**
   * Compares with what a database holds.
   *
   * @param found the count, and the MD5 hash of all ids and etags, by id, with commas between
   */
  public void require(List<String> found) {
    List<String> wanted = List.of(Integer.toString(editions.size()), hash());
    if (!found.equals(wanted)) {
      throw new IllegalStateException(
          "The database should hold " + wanted + " (count, hash) and holds " + found);
    }
  }

  private String hash() {
    MessageDigest digest = md5();
    for (int number = 0; number < editions.size(); number++) {
      String separator = number == 0 ? "" : ",";
      String event = separator + Events.id(number) + Events.etag(editions.of(number));
      digest.update(event.getBytes(StandardCharsets.UTF_8));
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest md5() {
    try {
      return MessageDigest.getInstance("MD5");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has MD5", e);
    }
  }
}
