package dev.patchbay.api.item;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A file that goes with a message. Immutable and safe to share between threads; {@link #toString()}
 * names it without its content.
 *
 * @since 1
 */
public final class Attachment {

  private static final Pattern DATA =
      Pattern.compile("data:([^,]*?)(;base64)?,(.*)", Pattern.DOTALL | Pattern.CASE_INSENSITIVE);
  private static final String UNKNOWN = "application/octet-stream";

  private final String name;
  private final String contentType;
  private final String ref;

  private Attachment(String name, String contentType, String ref) {
    this.name = name;
    this.contentType = contentType;
    this.ref = ref;
  }

  static Attachment of(Object json) {
    if (json instanceof Map<?, ?> file
        && file.get("name") instanceof String name
        && file.get("ref") instanceof String ref) {
      return new Attachment(
          name, file.get("contentType") instanceof String type ? type : UNKNOWN, ref);
    }
    throw new IllegalArgumentException(
        "The property \"attachments\" must be a list of objects with name and ref");
  }

  /** The file's name, without a folder. */
  public String name() {
    return name;
  }

  /** The media type, such as {@code application/pdf}. */
  public String contentType() {
    return contentType;
  }

  /**
   * The content.
   *
   * @throws IllegalArgumentException if the reference is no {@code data:} address (RFC 2397)
   */
  public byte[] content() {
    var data = DATA.matcher(ref);
    if (!data.matches()) {
      throw new IllegalArgumentException(
          ("The attachment \"%s\" must hold its content in its ref, as data:<type>;base64,<content>,"
                  + " and has a ref with %s: Patchbay fetches no files, since a plugin reaches only"
                  + " the hosts that it declares")
              .formatted(name, scheme()));
    }
    return data.group(2) == null
        ? URLDecoder.decode(data.group(3).replace("+", "%2B"), UTF_8).getBytes(UTF_8)
        : Base64.getMimeDecoder().decode(data.group(3));
  }

  private String scheme() {
    int colon = ref.indexOf(':');
    return colon < 1 || colon > 20 ? "none" : ref.substring(0, colon).toLowerCase(Locale.ROOT);
  }

  @Override
  public String toString() {
    return name + " (" + contentType + ")";
  }
}
