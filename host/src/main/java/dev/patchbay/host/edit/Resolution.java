package dev.patchbay.host.edit;

import dev.patchbay.host.merge.Winner;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.Locale;

/**
 * A person's decision between two values.
 *
 * @param winner {@code crm} or {@code service}
 */
public record Resolution(@NotNull @Pattern(regexp = "crm|service") String winner) {

  Winner side() {
    return Winner.valueOf(winner.toUpperCase(Locale.ROOT));
  }
}
