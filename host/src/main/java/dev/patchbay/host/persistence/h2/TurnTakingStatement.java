package dev.patchbay.host.persistence.h2;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.Statement;
import java.util.regex.Pattern;

/** A statement that waits for the writers' turn unless it only reads. */
final class TurnTakingStatement implements InvocationHandler {
  private static final Pattern READS =
      Pattern.compile("(?is)\\s*(select|values|explain|show)\\b.*");
  private static final Pattern CHANGES =
      Pattern.compile("(?is).*\\b(for\\s+update|final\\s+table|new\\s+table|old\\s+table)\\b.*");

  private final Statement real;
  private final String prepared;
  private final Connection connection;
  private final TurnTakingConnection transaction;

  private TurnTakingStatement(
      Statement real, String prepared, Connection connection, TurnTakingConnection transaction) {
    this.real = real;
    this.prepared = prepared;
    this.connection = connection;
    this.transaction = transaction;
  }

  /**
   * @param maker the connection's method that made the statement, and what it was given
   */
  static Statement around(
      Statement real,
      Method maker,
      Object[] given,
      Connection connection,
      TurnTakingConnection transaction) {
    String prepared = given != null && given[0] instanceof String sql ? sql : "";
    return Forwarding.proxy(
        maker.getReturnType().asSubclass(Statement.class),
        new TurnTakingStatement(real, prepared, connection, transaction));
  }

  @Override
  public Object invoke(Object self, Method method, Object[] arguments) throws Throwable {
    if (method.getName().equals("getConnection")) {
      return connection;
    }
    if (!method.getName().startsWith("execute") || onlyReads(sql(arguments))) {
      return Forwarding.call(real, method, arguments);
    }
    transaction.begin();
    try {
      return Forwarding.call(real, method, arguments);
    } finally {
      transaction.endOfStatement();
    }
  }

  private String sql(Object... arguments) {
    return arguments != null && arguments.length > 0 && arguments[0] instanceof String sql
        ? sql
        : prepared;
  }

  static boolean onlyReads(String sql) {
    return READS.matcher(sql).matches() && !CHANGES.matcher(sql).matches();
  }
}
