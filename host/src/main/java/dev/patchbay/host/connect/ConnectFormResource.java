package dev.patchbay.host.connect;

import dev.patchbay.host.audit.NotAudited;
import dev.patchbay.host.integration.PublicAddress;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What the static page of a form asks and tells; only the browser that opened the link may. */
@Path("connect-forms/{id}")
@Tag(name = "connect")
@PermitAll
@SecurityRequirements
@Produces(MediaType.APPLICATION_JSON)
public class ConnectFormResource {
  private final ConnectForms forms;
  private final ConnectChoices choices;
  private final BrowserAnswers answers;
  private final PublicAddress address;

  @Inject
  public ConnectFormResource(
      ConnectForms forms, ConnectChoices choices, BrowserAnswers answers, PublicAddress address) {
    this.forms = forms;
    this.choices = choices;
    this.answers = answers;
    this.address = address;
  }

  @GET
  @Operation(summary = "Look what a person has to fill in; the hosted page asks this")
  public Response show(@PathParam("id") String id, @Context HttpHeaders headers) {
    var browser = browser(id, headers);
    return choices
        .show(id, browser)
        .map(FormPage::of)
        .or(() -> forms.show(id, browser))
        .map(page -> BrowserAnswers.guarded(Response.ok(page)).build())
        .orElseGet(() -> BrowserAnswers.guarded(Response.status(404)).build());
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @NotAudited("a connection is told where it begins, see ConnectionAudit")
  @Operation(summary = "Connect with what a person has typed in; the hosted page sends this")
  public Response submit(
      @PathParam("id") String id,
      @Context HttpHeaders headers,
      @NotNull Map<String, Object> typed) {
    if (!address.isOrigin(headers.getHeaderString("Origin"))) {
      return answer(FormAnswer.end(ConnectEnd.at(ResultPage.UNKNOWN)));
    }
    return answer(forms.submit(id, browser(id, headers), typed));
  }

  @POST
  @Path("choice")
  @Consumes(MediaType.APPLICATION_JSON)
  @NotAudited("a connection is told where it begins, see ConnectionAudit")
  @Operation(summary = "Choose among the integrations of a session; the hosted page sends this")
  public Response choose(
      @PathParam("id") String id, @Context HttpHeaders headers, @NotNull @Valid NewChoice chosen) {
    return Optional.of(chosen.integrationId())
        .filter(one -> isOwnPage(headers))
        .flatMap(one -> choices.choose(id, browser(id, headers), one))
        .map(departure -> departure.told(answers))
        .orElseGet(() -> answer(FormAnswer.end(ConnectEnd.at(ResultPage.UNKNOWN))));
  }

  private boolean isOwnPage(HttpHeaders headers) {
    return address.isOrigin(headers.getHeaderString("Origin"));
  }

  private static Response answer(FormAnswer answer) {
    return BrowserAnswers.guarded(Response.ok(answer)).build();
  }

  private Optional<String> browser(String id, HttpHeaders headers) {
    return Optional.ofNullable(headers.getCookies().get(answers.formCookieName(id)))
        .map(Cookie::getValue);
  }
}
