#include "store/engine_error.h"

#include <sqlite3.h>

#include <stdexcept>

#include "base/log.h"

namespace yizheng::store {

Problem database_unavailable(const std::string& zh_why, const std::string& en_why) {
  return Problem(503, "database_unavailable",
                 "数据库暂时无法使用:" + zh_why + "。请稍后重试;若仍不行,请联系系统管理员。",
                 "The database cannot be used at the moment: " + en_why +
                     ". Try again later; if it persists, ask the administrator.");
}

Problem storage_full() {
  return Problem(
      507, "storage_full", "服务器存储空间已满,未保存任何内容。请联系系统管理员腾出空间后重试。",
      "The server's storage is full; nothing was saved. Ask the administrator to free space, then try again.");
}

Problem storage_read_only() {
  return Problem(
      503, "storage_read_only", "数据库处于只读状态,未保存任何内容。请联系系统管理员检查文件权限或磁盘。",
      "The database is read-only; nothing was saved. Ask the administrator to check file permissions and the disk.");
}

Problem already_exists() {
  return conflict("already_exists", "同样的记录已经存在。请刷新页面核对后再试。",
                  "The same record already exists. Reload the page, check, and try again.");
}

Problem invalid_text() {
  return Problem(422, "invalid_text", "文字中含有无法保存的字符(空字符或不合法的 UTF-8)。请删除后重试。",
                 "The text holds characters that cannot be stored (NUL or invalid UTF-8). Remove them and try again.");
}

void throw_sqlite(int code, const std::string& message, const std::string& sql) {
  switch (code & 0xFF) {
    case SQLITE_FULL:
      throw storage_full();
    case SQLITE_READONLY:
      throw storage_read_only();
    case SQLITE_IOERR:
      log::error("sqlite i/o error {}: {}", code, message);
      // A write that fails for want of space can come back as an I/O error (disk quota, SHM growth).
      if (code == SQLITE_IOERR_SHMSIZE) throw storage_full();
      throw database_unavailable("读写数据库文件出错", "reading or writing the database file failed");
    case SQLITE_CANTOPEN:
      throw database_unavailable("数据库文件打不开", "the database file cannot be opened");
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      throw database_unavailable("数据库正被其他程序占用", "another program is using the database");
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      log::error("sqlite {}: {}", code, message);
      throw database_unavailable("数据库文件已损坏或不是数据库,请从备份恢复",
                                 "the file is damaged or not a database; restore it from a backup");
    case SQLITE_CONSTRAINT:
      if (code == SQLITE_CONSTRAINT_UNIQUE || code == SQLITE_CONSTRAINT_PRIMARYKEY || code == SQLITE_CONSTRAINT_ROWID) {
        throw already_exists();
      }
      break;
    default:
      break;
  }
  throw std::runtime_error("SQLite " + std::to_string(code) + ": " + message + " in: " + sql);
}

void throw_postgresql(const std::string& state, bool connected, const std::string& message, const std::string& sql) {
  const auto is = [&](std::string_view prefix) { return state.starts_with(prefix); };
  if (is("23505")) throw already_exists();
  if (is("53100") || is("53200")) throw storage_full();
  if (is("25006")) throw storage_read_only();
  if (is("22021") || is("22P05")) throw invalid_text();
  if (!connected || is("08") || is("57P") || is("53300")) {
    throw database_unavailable("与数据库的连接已断开或无法建立",
                               "the connection to the database is lost or cannot be made");
  }
  if (is("40") || is("55P03")) {
    throw database_unavailable("数据库正忙", "the database is busy");
  }
  if (is("58030")) throw database_unavailable("读写数据库文件出错", "reading or writing the database file failed");
  throw std::runtime_error("PostgreSQL " + state + ": " + message + " in: " + sql);
}

}  // namespace yizheng::store
