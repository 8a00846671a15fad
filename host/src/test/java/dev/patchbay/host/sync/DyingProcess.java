package dev.patchbay.host.sync;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/**
 * A process that is killed just before its n-th step in the database, or just after it when that is
 * a commit whose answer it never sees. From then on it reaches the database no more.
 */
final class DyingProcess {
  private static final Set<String> STEPS =
      Set.of("executeQuery", "executeUpdate", "executeBatch", "commit");

  private final AtomicInteger stepsLeft;
  private final boolean afterCommit;

  private DyingProcess(int steps, boolean afterCommit) {
    this.stepsLeft = new AtomicInteger(steps);
    this.afterCommit = afterCommit;
  }

  static DyingProcess before(int step) {
    return new DyingProcess(step, false);
  }

  static DyingProcess afterCommitOf(int step) {
    return new DyingProcess(step, true);
  }

  boolean isDead() {
    return stepsLeft.get() <= 0;
  }

  DataSource reaching(DataSource database) {
    return proxy(DataSource.class, database);
  }

  private <T> T proxy(Class<T> type, Object real) {
    InvocationHandler handler = (self, method, arguments) -> invoke(real, method, arguments);
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
  }

  private Object invoke(Object real, Method method, Object[] arguments) throws Throwable {
    String name = method.getName();
    boolean ending =
        name.equals("close") || name.equals("rollback") || name.equals("setAutoCommit");
    if (isDead() && !ending || STEPS.contains(name) && dies(name)) {
      throw new SQLException("The process is dead");
    }
    try {
      Object result = method.invoke(real, arguments);
      if (isDead() && !ending) {
        throw new SQLException("The process died before it saw the answer");
      }
      return wrap(method.getReturnType(), result);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private boolean dies(String step) {
    boolean last = stepsLeft.decrementAndGet() <= 0;
    return last && !(afterCommit && step.equals("commit"));
  }

  private Object wrap(Class<?> type, Object result) {
    if (type == Connection.class) {
      return proxy(Connection.class, result);
    }
    return type == PreparedStatement.class ? proxy(PreparedStatement.class, result) : result;
  }
}
