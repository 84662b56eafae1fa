// Forward migrations: numbered, applied in order, each in one transaction, recorded in schema_migrations.
#pragma once

#include <string>
#include <vector>

#include "store/database.h"

namespace yizheng::store {

// `sql`: statements separated by ";" at a line's end; portable text in which {bigint}, {text}, {real}, {blob}
// stand for the engine's types. `sqlite` / `postgresql`: what only one engine needs, run after `sql`.
struct Migration {
  int version;
  std::string title;
  std::string sql;
  std::string sqlite;
  std::string postgresql;
};

// Rooms bring their own list; versions are global and rise by one: store 1–99, identity 100–199,
// committee 200–299, proposals 300–399, and so on in the order of rooms.
// Brings the database to the newest version; returns the titles applied. Refuses (Problem 500
// `schema_too_new`) a database that has a version unknown to this program.
std::vector<std::string> migrate(Database& database, const std::vector<Migration>& all);

// True when nothing waits to be applied.
bool is_current(Database& database, const std::vector<Migration>& all);

const std::vector<Migration>& store_migrations();

}  // namespace yizheng::store
