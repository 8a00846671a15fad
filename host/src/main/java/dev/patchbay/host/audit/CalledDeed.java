package dev.patchbay.host.audit;

import dev.patchbay.host.caller.Caller;
import dev.patchbay.host.credential.Place;
import jakarta.interceptor.InvocationContext;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Reads off a call what it did to what. */
final class CalledDeed {
  private static final int LONGEST_VALUE = 200;

  private final Method method;
  private final Object[] arguments;
  private final Audited audited;

  private CalledDeed(InvocationContext call) {
    this.method = call.getMethod();
    this.arguments = call.getParameters();
    this.audited = method.getAnnotation(Audited.class);
  }

  static Deed of(InvocationContext call, Object answer, Caller caller) {
    return new CalledDeed(call).deed(answer, caller);
  }

  private Deed deed(Object answer, Caller caller) {
    Deed deed = Deed.done(chain(caller), Actor.of(caller), audited.value(), target(answer, caller));
    for (Object argument : arguments) {
      if (argument instanceof Record body) {
        deed = withFields(deed, body);
      }
    }
    return deed;
  }

  private String chain(Caller caller) {
    return audited.ofServer() ? Place.SERVER : inPath("tenantId").orElseGet(caller::tenantId);
  }

  private String target(Object answer, Caller caller) {
    return inPath("id")
        .or(() -> made(answer))
        .orElseGet(() -> audited.ofServer() ? "" : caller.subject());
  }

  private Optional<String> inPath(String name) {
    Parameter[] parameters = method.getParameters();
    for (int i = 0; i < parameters.length; i++) {
      PathParam path = parameters[i].getAnnotation(PathParam.class);
      if (path != null && path.value().equals(name)) {
        return Optional.of((String) arguments[i]);
      }
    }
    return Optional.empty();
  }

  private static Optional<String> made(Object answer) {
    return answer instanceof Response response
        ? Optional.ofNullable(response.getLocation())
            .map(URI::getPath)
            .map(path -> path.substring(path.lastIndexOf('/') + 1))
        : Optional.empty();
  }

  private Deed withFields(Deed deed, Record body) {
    TreeSet<String> names = new TreeSet<>();
    Deed told = deed;
    List<String> shown = Arrays.asList(audited.tell());
    for (RecordComponent field : body.getClass().getRecordComponents()) {
      Object value = value(body, field);
      if (value != null) {
        names.add(field.getName());
        told = shown.contains(field.getName()) ? told.with(field.getName(), cut(value)) : told;
      }
    }
    return names.isEmpty() ? told : told.with("fields", String.join(" ", names));
  }

  private static Object value(Record body, RecordComponent field) {
    try {
      Method accessor = field.getAccessor();
      accessor.setAccessible(true);
      return accessor.invoke(body);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("The field " + field.getName() + " cannot be read", e);
    }
  }

  private static String cut(Object value) {
    String text = value.toString();
    return text.substring(0, Math.min(text.length(), LONGEST_VALUE));
  }
}
