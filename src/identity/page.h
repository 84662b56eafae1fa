// Pages by key: one row more than asked for tells whether there is a next page.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "http/route.h"

namespace yizheng::identity {

inline Problem wrong_cursor() {
  return Problem(400, "invalid_cursor", "翻页位置无效,请从第一页重新打开列表。",
                 "The place to continue from is not valid; open the list from its first page.", "after");
}

inline std::size_t page_size(std::optional<int> limit) {
  if (limit && (*limit < 1 || *limit > 100)) {
    throw Problem(400, "invalid_limit", "每页条数应为 1 至 100。", "A page has 1 to 100 items.", "limit");
  }
  return static_cast<std::size_t>(limit.value_or(20));
}

// `rows`: up to limit + 1. `cursor` is read before `item` may move the row's parts away.
template <class Item, class Row, class ItemOf, class CursorOf>
http::Page<Item> page_of(std::vector<Row> rows, std::size_t limit, ItemOf item, CursorOf cursor) {
  http::Page<Item> page;
  if (rows.size() > limit) {
    rows.resize(limit);
    page.next = cursor(rows.back());
  }
  for (auto& row : rows) page.items.push_back(item(row));
  return page;
}

}  // namespace yizheng::identity
