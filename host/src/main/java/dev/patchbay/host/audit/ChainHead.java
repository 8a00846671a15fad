package dev.patchbay.host.audit;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;

/**
 * Where a chain ends, or once ended. Kept elsewhere, it proves later that nothing before it was
 * changed.
 *
 * @param sequence 0 for a chain without a link
 */
public record ChainHead(
    @PositiveOrZero long sequence, @NotNull @Pattern(regexp = "[0-9a-f]{64}") String hash) {
  static final ChainHead NONE = new ChainHead(0, "0".repeat(64));

  /** As the text that the vault seals. */
  String text() {
    return sequence + " " + hash;
  }
}
