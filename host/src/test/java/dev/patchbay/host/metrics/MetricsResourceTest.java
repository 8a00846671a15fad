package dev.patchbay.host.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class MetricsResourceTest {

  private final Metrics metrics = new Metrics();
  private final MetricsResource resource = new MetricsResource(metrics);

  @Test
  void should_add_up_by_plugin_and_category() throws IOException {
    metrics.exchange("slack", "", Duration.ofMillis(1500));
    metrics.exchange("slack", "", Duration.ofMillis(500));
    metrics.exchange("slack", "RateLimited", Duration.ofMillis(10));
    metrics.exchange("gmail", "", Duration.ZERO);
    metrics.call("slack", "PluginDefect", Duration.ofSeconds(3));
    metrics.droppedOperation();

    assertThat(resource.get())
        .contains(
            "patchbay_exchange_seconds_count{category=\"success\",plugin=\"slack\"} 2\n",
            "patchbay_exchange_seconds_sum{category=\"success\",plugin=\"slack\"} 2.0\n",
            "patchbay_exchange_seconds_count{category=\"RateLimited\",plugin=\"slack\"} 1\n",
            "patchbay_exchange_seconds_count{category=\"success\",plugin=\"gmail\"} 1\n",
            "patchbay_call_seconds_count{category=\"PluginDefect\",plugin=\"slack\"} 1\n",
            "patchbay_operations_dropped_total 1.0\n");
  }

  @Test
  void should_be_readable_when_nothing_has_happened_yet() throws IOException {
    assertThat(resource.get()).contains("patchbay_operations_dropped_total 0.0\n");
  }
}
