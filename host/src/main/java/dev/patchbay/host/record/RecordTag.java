package dev.patchbay.host.record;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;

/** Marks the state of a record that is shown, so that an edit can say what it was made of. */
@Provider
public class RecordTag implements ContainerResponseFilter {

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    if (response.getEntity() instanceof StoredRecord record) {
      response.getHeaders().putSingle(HttpHeaders.ETAG, "\"" + record.changeSeq() + "\"");
    }
  }
}
