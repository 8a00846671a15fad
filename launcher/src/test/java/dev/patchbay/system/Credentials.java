package dev.patchbay.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a newcomer reads off the terminal at the first start. */
public record Credentials(String username, String password, String clientId, String clientSecret) {

  static Credentials shownIn(String banner) {
    return new Credentials(
        row("User", banner),
        row("Password", banner),
        row("API key", banner),
        row("API secret", banner));
  }

  static Credentials storedIn(Path file) {
    JsonNode first = RestClient.parse(text(file));
    return new Credentials(
        first.path("username").textValue(),
        first.path("password").textValue(),
        first.path("clientId").textValue(),
        first.path("clientSecret").textValue());
  }

  private static String row(String name, String banner) {
    Matcher row = Pattern.compile("^ +" + name + " +(\\S+)$", Pattern.MULTILINE).matcher(banner);
    assertThat(row.find()).as("'%s' in the banner", name).isTrue();
    return row.group(1);
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
