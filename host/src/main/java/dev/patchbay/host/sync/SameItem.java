package dev.patchbay.host.sync;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a person says of a new record that may be an item which the service has.
 *
 * @param same the id of the record that it is the same as, or {@code none} if it is a new item
 */
@Schema(description = "Which item a new record is: the id of that one's record, or none.")
public record SameItem(@NotBlank @Size(max = 40) String same) {}
