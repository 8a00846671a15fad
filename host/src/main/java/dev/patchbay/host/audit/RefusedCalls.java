package dev.patchbay.host.audit;

import dev.patchbay.host.caller.CurrentCaller;
import dev.patchbay.host.credential.Place;
import jakarta.inject.Inject;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.ext.Provider;
import java.lang.System.Logger.Level;
import java.lang.reflect.AnnotatedElement;
import java.util.Optional;

/** Tells that somebody who is signed in, or no longer is, was not allowed to call something. */
@Provider
public class RefusedCalls implements ContainerResponseFilter {
  private static final System.Logger LOG = System.getLogger(RefusedCalls.class.getName());

  @Inject private Refusals refusals;
  @Inject private CurrentCaller current;
  @Context private ResourceInfo resource;

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    int status = response.getStatus();
    if (resource.getResourceMethod() == null) {
      return;
    }
    if (status == Status.FORBIDDEN.getStatusCode()) {
      current.find().ifPresent(caller -> tell(request, caller.tenantId(), Actor.of(caller)));
    } else if (status == Status.UNAUTHORIZED.getStatusCode() && hasToken(request)) {
      tell(request, Place.SERVER, Actor.UNKNOWN);
    }
  }

  private static boolean hasToken(ContainerRequestContext request) {
    return request.getSecurityContext().getUserPrincipal() != null;
  }

  /** A refusal stays one when the database cannot be told. */
  private void tell(ContainerRequestContext request, String chain, Actor actor) {
    String target =
        request.getMethod()
            + " "
            + path(resource.getResourceClass())
            + path(resource.getResourceMethod());
    try {
      refusals.tell(Deed.refused(chain, actor, "api.called", target));
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, "A refusal is missing in the audit of " + chain, e);
    }
  }

  private static String path(AnnotatedElement element) {
    return Optional.ofNullable(element.getAnnotation(Path.class))
        .map(Path::value)
        .map(text -> text.startsWith("/") ? text : "/" + text)
        .orElse("");
  }
}
