package dev.patchbay.host.connection;

import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Map;

/**
 * What is typed in for a connection in the place of what was typed in before.
 *
 * @param fields by the names that the plugin declares
 * @param endsAt when it ends by itself, so that it can be announced; may be left out
 */
public record NewCredential(@Size(max = 50) Map<String, Object> fields, Instant endsAt) {
  /** Nothing typed in is complained about field by field, once the connection is found. */
  public NewCredential {
    fields = fields == null ? Map.of() : fields;
  }

  @Override
  public String toString() {
    return "NewCredential" + fields.keySet();
  }
}
