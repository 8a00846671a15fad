package dev.patchbay.host.json;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.core.Feature;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.ext.ContextResolver;
import jakarta.ws.rs.ext.Provider;
import org.glassfish.jersey.jackson.JacksonFeature;

/** Puts Jackson in the place of the container's JSON-B, which cannot read records. */
@Provider
public class JsonFeature implements Feature {

  @Override
  public boolean configure(FeatureContext context) {
    context.register(JacksonFeature.withoutExceptionMappers());
    context.register(new MapperResolver());
    return true;
  }

  private static final class MapperResolver implements ContextResolver<ObjectMapper> {
    @Override
    public ObjectMapper getContext(Class<?> type) {
      return Json.mapper();
    }
  }
}
