package dev.patchbay.host.persistence.h2;

import jakarta.enterprise.inject.Vetoed;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.logging.Logger;
import javax.sql.DataSource;

/**
 * H2 with one writing transaction at a time. H2 saves the trees of a table one after the other
 * while other threads go on changing them; a process killed after such a save comes back with an
 * index entry without its row, or with rows of a transaction that never ended. Where nobody else
 * changes anything meanwhile, what is saved fits together. Readers never wait.
 *
 * <p>The container makes it by name and sets it up as a bean, see the launcher's {@code
 * patchbay.db.class}.
 */
@Vetoed
public class H2DataSource implements DataSource {
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final WritersTurn turn;
  private String url = "";
  private String user = "";
  private String password = "";

  /** As the container makes it. */
  public H2DataSource() {
    this(new WritersTurn(PATIENCE));
  }

  H2DataSource(WritersTurn turn) {
    this.turn = turn;
  }

  public String getUrl() {
    return url;
  }

  public void setUrl(String url) {
    this.url = url;
  }

  public String getUser() {
    return user;
  }

  public void setUser(String user) {
    this.user = user;
  }

  public void setPassword(String password) {
    this.password = password;
  }

  @Override
  public Connection getConnection() throws SQLException {
    return getConnection(user, password);
  }

  @Override
  public Connection getConnection(String name, String secret) throws SQLException {
    return TurnTakingConnection.around(DriverManager.getConnection(url, name, secret), turn);
  }

  @Override
  public PrintWriter getLogWriter() {
    return null;
  }

  @Override
  public void setLogWriter(PrintWriter writer) {
    // H2 writes its trace beside the database.
  }

  @Override
  public int getLoginTimeout() {
    return 0;
  }

  @Override
  public void setLoginTimeout(int seconds) {
    // H2 runs in this process, so there is nobody to wait for.
  }

  @Override
  public Logger getParentLogger() {
    return Logger.getLogger("org.h2");
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    if (isWrapperFor(type)) {
      return type.cast(this);
    }
    throw new SQLException(getClass().getName() + " is no " + type.getName());
  }

  @Override
  public boolean isWrapperFor(Class<?> type) {
    return type.isInstance(this);
  }
}
