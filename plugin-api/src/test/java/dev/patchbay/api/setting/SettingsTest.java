package dev.patchbay.api.setting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsTest {

  private final Settings settings = Settings.of(Map.of("port", "many", "size", "12"));

  @Test
  void should_name_the_setting_when_it_is_no_whole_number() {
    assertThatThrownBy(() -> settings.integer("port"))
        .isInstanceOf(NumberFormatException.class)
        .hasMessage("The setting \"port\" must be a whole number, not \"many\"");
    assertThat(settings.integer("size")).contains(12);
    assertThat(settings.integer("rows")).isEmpty();
  }

  @Test
  void should_name_the_setting_when_it_is_not_filled_in() {
    assertThatThrownBy(() -> settings.required("host"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("\"host\"");
  }

  @Test
  void should_show_no_value() {
    assertThat(settings).asString().contains("port").doesNotContain("many");
  }
}
