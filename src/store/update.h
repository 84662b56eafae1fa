// UPDATE of described structs: the counterpart of Connection::insert.
#pragma once

#include "store/connection.h"

namespace yizheng::store {

// Sets every column of `record` but its keys, where the keys match. `keys` names the key columns, which are members of
// Record. Returns the number of rows changed.
template <class Record>
std::int64_t update(Connection& db, std::string_view table, const Record& record,
                    std::initializer_list<std::string_view> keys, std::string_view and_where = "",
                    std::initializer_list<Value> and_values = {}) {
  std::string sets, where;
  std::vector<Value> values, key_values;
  boost::mp11::mp_for_each<yizheng::detail::members_of<Record>>([&](auto d) {
    const std::string_view name = d.name;
    const bool is_key = std::find(keys.begin(), keys.end(), name) != keys.end();
    std::string& list = is_key ? where : sets;
    if (!list.empty()) list += is_key ? " AND " : ", ";
    list.append(name).append(" = ?");
    (is_key ? key_values : values).push_back(to_value(record.*d.pointer));
  });
  values.insert(values.end(), key_values.begin(), key_values.end());
  values.insert(values.end(), and_values.begin(), and_values.end());
  std::string sql = "UPDATE " + std::string(table) + " SET " + sets + " WHERE " + where;
  if (!and_where.empty()) sql.append(" AND ").append(and_where);
  return db.execute_with(sql, values);
}

}  // namespace yizheng::store
