package dev.patchbay.host.rotation;

import dev.patchbay.host.audit.Audited;
import dev.patchbay.host.caller.Roles;
import dev.patchbay.host.page.Page;
import dev.patchbay.host.page.PageQuery;
import dev.patchbay.host.persistence.Transactions;
import dev.patchbay.host.problem.ProblemException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Replaces the server's keys while it runs. */
@Path("v1/encryption/rotations")
@Tag(name = "watching")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.SERVER_ADMIN)
public class RotationResource {
  private final RotationStart start;
  private final Rotations rotations;
  private final Transactions transactions;

  @Inject
  public RotationResource(RotationStart start, Rotations rotations, Transactions transactions) {
    this.start = start;
    this.rotations = rotations;
    this.transactions = transactions;
  }

  @POST
  @Audited(value = "encryption.rotation-started", tell = "kind", ofServer = true)
  @Operation(
      summary = "Replace keys without a pause",
      description =
          "data-key seals every stored secret anew; master-key takes the new key that was put ready;"
              + " signing-key signs tokens with a new key after ten minutes.")
  @APIResponse(
      responseCode = "202",
      description = "The rotation",
      content = @Content(schema = @Schema(implementation = RotationSummary.class)))
  public Response begin(@NotNull @Valid NewRotation wish) {
    RotationSummary begun = start.begin(wish.kind());
    return Response.accepted(begun)
        .location(URI.create("v1/encryption/rotations/" + begun.id()))
        .build();
  }

  @GET
  @Operation(summary = "List the rotations")
  public Page<RotationSummary> list(@BeanParam PageQuery query) {
    return transactions.call(
        () -> Page.cut(query, rotations.list(query), Rotation::id).map(RotationSummary::of));
  }

  @GET
  @Path("{id}")
  @Operation(summary = "Look how far a rotation is")
  public RotationSummary get(@PathParam("id") String id) {
    return transactions.call(
        () ->
            rotations
                .find(id)
                .map(RotationSummary::of)
                .orElseThrow(() -> ProblemException.notFound("rotation", id)));
  }
}
