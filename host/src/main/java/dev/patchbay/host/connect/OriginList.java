package dev.patchbay.host.connect;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * The origins whose pages may open the hosted page.
 *
 * @param origins as browsers write them, like {@code https://crm.example}; at most 25
 */
public record OriginList(@NotNull @Size(max = 25) List<@NotNull String> origins) {}
