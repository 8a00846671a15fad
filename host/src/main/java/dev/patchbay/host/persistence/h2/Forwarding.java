package dev.patchbay.host.persistence.h2;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;

/** Stands in for JDBC's wide interfaces, of which only a few methods matter here. */
final class Forwarding {

  private Forwarding() {}

  static <T> T proxy(Class<T> type, InvocationHandler handler) {
    return type.cast(
        Proxy.newProxyInstance(Forwarding.class.getClassLoader(), new Class<?>[] {type}, handler));
  }

  static Object call(Object real, Method method, Object... arguments) throws Throwable {
    try {
      return method.invoke(real, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
