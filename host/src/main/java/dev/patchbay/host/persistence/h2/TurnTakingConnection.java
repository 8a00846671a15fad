package dev.patchbay.host.persistence.h2;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** A connection that has the writers' turn from its first change to the end of the transaction. */
final class TurnTakingConnection implements InvocationHandler {
  private final Connection real;
  private final WritersTurn turn;
  private boolean writing;

  private TurnTakingConnection(Connection real, WritersTurn turn) {
    this.real = real;
    this.turn = turn;
  }

  static Connection around(Connection real, WritersTurn turn) {
    return Forwarding.proxy(Connection.class, new TurnTakingConnection(real, turn));
  }

  @Override
  public Object invoke(Object self, Method method, Object[] arguments) throws Throwable {
    Object answer;
    try {
      answer = Forwarding.call(real, method, arguments);
    } finally {
      if (endsTransaction(method, arguments)) {
        end();
      }
    }
    return answer instanceof Statement statement
        ? TurnTakingStatement.around(statement, method, arguments, (Connection) self, this)
        : answer;
  }

  private static boolean endsTransaction(Method method, Object... arguments) {
    return switch (method.getName()) {
      case "commit", "close", "abort" -> true;
      case "rollback" -> arguments == null || arguments.length == 0;
      case "setAutoCommit" -> Boolean.TRUE.equals(arguments[0]);
      default -> false;
    };
  }

  void begin() throws SQLException {
    if (!writing) {
      turn.take();
      writing = true;
    }
  }

  /** Ends what a single statement began; in a longer transaction the turn is kept. */
  void endOfStatement() throws SQLException {
    if (real.isClosed() || real.getAutoCommit()) {
      end();
    }
  }

  private void end() {
    if (writing) {
      writing = false;
      turn.giveBack();
    }
  }
}
