package org.tagwire.store.sqlite;

import java.nio.file.Path;
import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;
import org.tagwire.model.ErrorCode;
import org.tagwire.model.TagwireException;

/** Turns SQLite's result codes (sqlite.org/rescode.html) into who must act and what to do. */
final class Failures {
  private Failures() {}

  static TagwireException of(Path file, SQLException cause) {
    SQLiteErrorCode result =
        cause instanceof SQLiteException e ? e.getResultCode() : SQLiteErrorCode.UNKNOWN_ERROR;
    // The low byte of an extended code is its primary code.
    return switch (result.code & 0xFF) {
      case 13 ->
          new TagwireException(
              ErrorCode.DISK,
              "the disk that holds " + file + " is full; make room, Tagwire goes on by itself",
              cause);
      case 8, 10, 14 ->
          new TagwireException(
              ErrorCode.DISK,
              file
                  + " cannot be read or written ("
                  + result
                  + "); check the disk and its permissions",
              cause);
      case 11, 26 ->
          new TagwireException(
              ErrorCode.STORE_FAILED,
              file
                  + " is damaged; stop Tagwire and put the last backup back with 'tagwire restore FILE'",
              cause);
      case 5, 6 ->
          new TagwireException(
              ErrorCode.STORE_FAILED,
              "another process holds " + file + "; end it and try again",
              cause);
      default ->
          new TagwireException(
              ErrorCode.STORE_FAILED, file + " refused: " + cause.getMessage(), cause);
    };
  }
}
