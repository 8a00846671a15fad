package dev.patchbay.host.edit;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/** Records of the CRM, to be made or changed all together or not at all. */
public record NewRecords(@NotEmpty @Size(max = 500) List<@NotNull @Valid NewRecord> records) {}
