package dev.patchbay.googlecalendar;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParser;
import dev.patchbay.api.error.Rejected;
import dev.patchbay.googlecalendar.json.Json;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/** One event of a page, still as Google's bytes, with what tells whether it changed. */
final class ListedEvent {

  private final String id;
  private final String etag;
  private final String status;
  private final String series;
  private final byte[] page;
  private final int offset;
  private final int length;

  private ListedEvent(Builder builder, byte[] page, int offset, int length) {
    id = builder.id;
    etag = builder.etag;
    status = builder.status;
    series = builder.series;
    this.page = page;
    this.offset = offset;
    this.length = length;
  }

  /** Google's id of the event; empty only if Google broke its own promise. */
  Optional<String> id() {
    return Optional.ofNullable(id).filter(text -> !text.isBlank());
  }

  /** Google's mark of the event's state. */
  Optional<String> etag() {
    return Optional.ofNullable(etag);
  }

  /** The id of the series that the event is an exception of. */
  Optional<String> series() {
    return Optional.ofNullable(series);
  }

  /** Whether it was cancelled: deleted, or taken out of its series. */
  boolean cancelled() {
    return "cancelled".equals(status);
  }

  /** Changes whenever anything of the event changes. */
  String fingerprint() {
    return etag().filter(text -> text.length() <= 200).orElseGet(this::hash);
  }

  /**
   * The event as JSON.
   *
   * @throws Rejected if it cannot be read
   */
  Map<String, Object> json() {
    try {
      return Json.object(page, offset, length);
    } catch (IOException e) {
      throw new Rejected("The event \"%s\" cannot be read: %s".formatted(id, problem(e)), e);
    }
  }

  private static String problem(IOException e) {
    return e instanceof JacksonException json ? json.getOriginalMessage() : e.getMessage();
  }

  private String hash() {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      digest.update(page, offset, length);
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }

  /** Collects what is seen of an event while it is skipped over. */
  static final class Builder {

    private String id;
    private String etag;
    private String status;
    private String series;

    void property(String name, JsonParser value) throws IOException {
      switch (name) {
        case "id" -> id = value.getText();
        case "etag" -> etag = value.getText();
        case "status" -> status = value.getText();
        case "recurringEventId" -> series = value.getText();
        default -> {}
      }
    }

    ListedEvent build(byte[] page, int offset, int length) {
      return new ListedEvent(this, page, offset, length);
    }
  }
}
