package dev.patchbay.host.openapi;

import dev.patchbay.host.caller.Needs;
import dev.patchbay.host.caller.Roles;
import dev.patchbay.host.caller.Scope;
import jakarta.annotation.security.RolesAllowed;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.security.OAuthFlow;
import org.eclipse.microprofile.openapi.models.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;

/**
 * Says of every call who may make it, read from the annotations that the server goes by, so that
 * the description cannot promise anything else. A public call needs nothing; each other names its
 * own needs, and its roles in words: neither an empty list nor an extension survives Payara.
 */
class AccessRules implements OASFilter {
  private static final String USER = "user";
  private static final String API_KEY = "apiKey";

  @Override
  public Operation filterOperation(Operation operation) {
    Method method = method(operation.getOperationId());
    operation.setOperationId(method.getDeclaringClass().getSimpleName() + "_" + method.getName());
    rule(method, RolesAllowed.class).ifPresent(roles -> close(operation, method, roles));
    return operation;
  }

  @Override
  public void filterOpenAPI(OpenAPI document) {
    document.getComponents().addSecurityScheme(USER, user()).addSecurityScheme(API_KEY, apiKey());
  }

  private static void close(Operation operation, Method method, RolesAllowed allowed) {
    List<String> roles = List.of(allowed.value());
    List<SecurityRequirement> ways = new ArrayList<>();
    if (!roles.equals(List.of(Roles.CRM))) {
      ways.add(OASFactory.createSecurityRequirement().addScheme(USER));
    }
    if (roles.contains(Roles.CRM)) {
      ways.add(OASFactory.createSecurityRequirement().addScheme(API_KEY, scopes(method)));
    }
    operation.setSecurity(ways);
    operation.setDescription(
        Stream.of(operation.getDescription(), "Roles: " + String.join(", ", roles) + ".")
            .filter(Objects::nonNull)
            .collect(Collectors.joining(" ")));
  }

  private static List<String> scopes(Method method) {
    return rule(method, Needs.class).stream()
        .flatMap(needs -> Stream.of(needs.value()))
        .map(Scope::text)
        .toList();
  }

  /** The method's own rule wins over that of its class, as it does in the server. */
  private static <A extends Annotation> Optional<A> rule(Method method, Class<A> type) {
    return Optional.ofNullable(method.getAnnotation(type))
        .or(() -> Optional.ofNullable(method.getDeclaringClass().getAnnotation(type)));
  }

  private static SecurityScheme user() {
    return OASFactory.createSecurityScheme()
        .type(SecurityScheme.Type.HTTP)
        .scheme("bearer")
        .bearerFormat("JWT")
        .description("A person's token from POST /v1/login; the person's roles decide.");
  }

  private static SecurityScheme apiKey() {
    OAuthFlow flow = OASFactory.createOAuthFlow().tokenUrl("/api/v1/token");
    for (Scope scope : Scope.values()) {
      flow.addScope(scope.text(), scope.meaning());
    }
    return OASFactory.createSecurityScheme()
        .type(SecurityScheme.Type.OAUTH2)
        .description("A program's token from POST /v1/token; the scopes of its API key decide.")
        .flows(OASFactory.createOAuthFlows().clientCredentials(flow));
  }

  private static Method method(String operationId) {
    int end = operationId.lastIndexOf('_');
    String name = operationId.substring(end + 1);
    try {
      ClassLoader loader = AccessRules.class.getClassLoader();
      Class<?> resource = Class.forName(operationId.substring(0, end), false, loader);
      return Stream.of(resource.getDeclaredMethods())
          .filter(method -> method.getName().equals(name))
          .findFirst()
          .orElseThrow(() -> new IllegalStateException("No method " + operationId));
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException("No class of the call " + operationId, e);
    }
  }
}
