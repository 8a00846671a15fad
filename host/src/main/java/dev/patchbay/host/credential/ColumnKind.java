package dev.patchbay.host.credential;

import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.stream.Stream;

/** How PostgreSQL takes many values of a column as one. */
enum ColumnKind {
  TEXT("varchar", String.class),
  NUMBER("int8", Long.class),
  BYTES("bytea", byte[].class),

  /** Written as ISO 8601 has it. */
  TIME("timestamptz", String.class);

  private final String type;
  private final Class<?> written;

  ColumnKind(String type, Class<?> written) {
    this.type = type;
    this.written = written;
  }

  Array array(Connection connection, Stream<?> values) throws SQLException {
    return connection.createArrayOf(type, values.toArray(this::empty));
  }

  private Object[] empty(int size) {
    return (Object[]) java.lang.reflect.Array.newInstance(written, size);
  }
}
