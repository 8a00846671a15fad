package dev.patchbay.host;

import dev.patchbay.host.caller.Roles;
import jakarta.annotation.security.DeclareRoles;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;
import org.eclipse.microprofile.auth.LoginConfig;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.info.License;

/**
 * The REST application. Resources and providers are found by their annotations, so that a new
 * domain adds itself; it sits at the root of the WAR because the browser-facing addresses (connect,
 * OAuth callback, keys) are outside {@code v1}.
 */
@ApplicationScoped
@ApplicationPath("/")
@LoginConfig(authMethod = "MP-JWT")
@DeclareRoles({Roles.SERVER_ADMIN, Roles.ADMIN, Roles.EDITOR, Roles.VIEWER, Roles.CRM})
@OpenAPIDefinition(
    info =
        @Info(
            title = "Patchbay",
            version = "v1",
            description =
                "One API through which a CRM reaches every outside service its users work in."
                    + " Errors are application/problem+json (RFC 9457).",
            license = @License(name = "Apache-2.0")))
public class HostApplication extends Application {

  @Override
  public Map<String, Object> getProperties() {
    return Map.of("jersey.config.jsonFeature", "JacksonFeature");
  }
}
