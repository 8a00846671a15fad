package dev.patchbay.host.oauth;

import dev.patchbay.api.error.Rejected;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Settings of an integration that would move the address to which its client secret goes. */
class AddressAttackTest {
  private static final String TEMPLATE = "https://login.service.test/%7Btenant%7D/token";

  @Test
  void should_stay_in_its_path_when_the_value_climbs() {
    refuse("..");
  }

  @Test
  void should_stay_in_its_path_when_the_value_is_a_path() {
    refuse("acme/../../other");
  }

  @Test
  void should_stay_in_its_path_when_the_value_brings_a_query() {
    refuse("acme?redirect_uri=evil");
  }

  @Test
  void should_stay_in_its_path_when_the_value_brings_a_fragment() {
    refuse("acme#");
  }

  @Test
  void should_stay_in_its_path_when_the_value_is_encoded() {
    refuse("acme%2f..%2fother");
  }

  @Test
  void should_stay_in_its_path_when_the_value_is_missing() {
    refuse("");
  }

  private static void refuse(String value) {
    var filled = filled(value);
    if (filled.matches("https://.*")) {
      throw new AssertionError("let through: the address is " + filled);
    }
  }

  private static String filled(String value) {
    try {
      return URI.create(AddressTemplate.fill(TEMPLATE, Map.of("tenant", value))).toString();
    } catch (Rejected | IllegalArgumentException e) {
      return "refused";
    }
  }
}
