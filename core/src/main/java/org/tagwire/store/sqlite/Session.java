package org.tagwire.store.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One connection and its prepared statements, each parsed once. Used by one thread at a time.
 *
 * <p>Parameters are {@link Long}, {@link Integer}, {@link Boolean} (as 0 and 1), {@link String},
 * bytes or null.
 */
final class Session implements AutoCloseable {
  private final Connection connection;
  private final Map<String, PreparedStatement> statements = new HashMap<>();

  Session(Connection connection) {
    this.connection = connection;
  }

  /** Reads one row; the columns count from 1. */
  @FunctionalInterface
  interface RowReader<T> {
    T read(ResultSet row) throws SQLException;
  }

  /** Takes one row; false ends the reading. */
  @FunctionalInterface
  interface RowTaker {
    boolean take(ResultSet row) throws SQLException;
  }

  /** Runs a statement and returns how many rows it changed. */
  int run(String sql, @Nullable Object... parameters) throws SQLException {
    return bound(sql, parameters).executeUpdate();
  }

  <T> List<T> list(String sql, RowReader<T> reader, @Nullable Object... parameters)
      throws SQLException {
    List<T> rows = new ArrayList<>();
    each(sql, row -> rows.add(reader.read(row)), parameters);
    return rows;
  }

  <T> Optional<T> first(String sql, RowReader<T> reader, @Nullable Object... parameters)
      throws SQLException {
    try (ResultSet row = bound(sql, parameters).executeQuery()) {
      return row.next() ? Optional.of(reader.read(row)) : Optional.empty();
    }
  }

  /** Returns the number in the first column of the first row, 0 for NULL or no row. */
  long number(String sql, @Nullable Object... parameters) throws SQLException {
    try (ResultSet row = bound(sql, parameters).executeQuery()) {
      return row.next() ? row.getLong(1) : 0;
    }
  }

  boolean exists(String sql, @Nullable Object... parameters) throws SQLException {
    try (ResultSet row = bound(sql, parameters).executeQuery()) {
      return row.next();
    }
  }

  void each(String sql, RowTaker taker, @Nullable Object... parameters) throws SQLException {
    try (ResultSet row = bound(sql, parameters).executeQuery()) {
      boolean more = true;
      while (more && row.next()) {
        more = taker.take(row);
      }
    }
  }

  /** Runs a statement that is not worth keeping. */
  void once(String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private PreparedStatement bound(String sql, @Nullable Object... parameters) throws SQLException {
    PreparedStatement statement = statements.get(sql);
    if (statement == null) {
      statement = connection.prepareStatement(sql);
      statements.put(sql, statement);
    }
    for (int i = 0; i < parameters.length; i++) {
      bind(statement, i + 1, parameters[i]);
    }
    return statement;
  }

  private static void bind(PreparedStatement statement, int at, @Nullable Object value)
      throws SQLException {
    switch (value) {
      case null -> statement.setObject(at, null);
      case Long number -> statement.setLong(at, number);
      case Integer number -> statement.setInt(at, number);
      case Boolean flag -> statement.setInt(at, flag ? 1 : 0);
      case String text -> statement.setString(at, text);
      case byte[] bytes -> statement.setBytes(at, bytes);
      default ->
          throw new IllegalArgumentException(
              "a parameter cannot be a " + value.getClass().getName());
    }
  }

  @Override
  public void close() throws SQLException {
    for (PreparedStatement statement : statements.values()) {
      statement.close();
    }
    connection.close();
  }
}
