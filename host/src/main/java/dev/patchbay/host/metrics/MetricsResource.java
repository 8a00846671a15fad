package dev.patchbay.host.metrics;

import dev.patchbay.host.caller.Roles;
import io.prometheus.metrics.config.EscapingScheme;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * Tells the figures of this node to whoever operates the server. The container's own address for
 * metrics knows no roles and is switched off.
 */
@Path("v1/metrics")
@Tag(name = "watching")
@RolesAllowed(Roles.SERVER_ADMIN)
public class MetricsResource {
  private final Metrics metrics;

  @Inject
  public MetricsResource(Metrics metrics) {
    this.metrics = metrics;
  }

  @GET
  @Produces(PrometheusTextFormatWriter.CONTENT_TYPE)
  @Operation(summary = "Figures of this node in Prometheus' text format, by plugin and category")
  public String get() throws IOException {
    var text = new ByteArrayOutputStream();
    PrometheusTextFormatWriter.create()
        .write(text, metrics.snapshot(), EscapingScheme.UNDERSCORE_ESCAPING);
    return text.toString(StandardCharsets.UTF_8);
  }
}
