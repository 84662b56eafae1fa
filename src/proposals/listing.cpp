#include "proposals/listing.h"

#include <algorithm>

#include "proposals/proposal_store.h"
#include "store/search.h"

namespace yizheng::proposals {
namespace {

// A WHERE clause with its parameters.
struct Where {
  const Id committee_id;
  std::string from = "proposals p";
  std::string sql = " WHERE p.committee_id = ?";
  std::vector<store::Value> from_values, values;

  explicit Where(Id committee) : committee_id(committee) { values.push_back(store::to_value(committee)); }

  // Only the proposals that a query of ids gives. It gives few, which the database cannot know: CROSS JOIN makes SQLite
  // begin with them, where it would otherwise walk the whole list by date until it has met twenty of them.
  void only_few(std::string_view ids, std::vector<store::Value> parameters) {
    from = fmt::format("({}) few CROSS JOIN proposals p", ids);
    from_values = std::move(parameters);
    sql += " AND p.id = few.proposal_id";
  }
  template <class... Args>
  void add(std::string_view condition, const Args&... args) {
    sql.append(" AND ").append(condition);
    (values.push_back(store::to_value(args)), ...);
  }
  template <class Range>
  void add_in(std::string_view before, const Range& range, std::string_view after) {
    sql.append(" AND ").append(before).append("(");
    bool first = true;
    for (const auto& item : range) {
      sql += first ? "?" : ", ?";
      first = false;
      values.push_back(store::to_value(item));
    }
    sql.append(")").append(after);
  }
};

struct Cursor {
  std::int64_t at = 0;
  Id id;
};

Cursor parse_cursor(const std::string& text) {
  const auto dash = text.find('-');
  const auto at = dash == std::string::npos ? std::nullopt : parse_id(std::string_view(text).substr(0, dash));
  const auto id = dash == std::string::npos ? std::nullopt : parse_id(std::string_view(text).substr(dash + 1));
  if (!at || !id) {
    throw Problem(422, "invalid_field", "翻页标记无效,请从第一页重新开始。",
                  "The page mark is not valid. Start from the first page.", "after");
  }
  return {at->value, *id};
}

int page_size(const std::optional<int>& limit, int most) {
  const int size = limit.value_or(20);
  if (size < 1 || size > most) {
    throw Problem(422, "invalid_field", fmt::format("每页条数应为 1 至 {}。", most),
                  fmt::format("limit must be 1 to {}.", most), "limit");
  }
  return size;
}

// Labels of what is the caller's own as a proposer.
std::vector<std::string> own_labels(const std::vector<std::string>& labels) {
  std::vector<std::string> own;
  std::copy_if(labels.begin(), labels.end(), std::back_inserter(own), [](const std::string& l) {
    return l.starts_with("person:") || l.starts_with("organisation:") || l.starts_with("account:");
  });
  return own;
}

// A supervision office sees most proposals: each of the list is asked for its label. All others see few: their labels
// are asked for the proposals.
void restrict_to_labels(Where& where, const std::vector<std::string>& labels) {
  const bool many =
      std::any_of(labels.begin(), labels.end(), [](const std::string& l) { return l.starts_with("system:"); });
  if (many) {
    where.add_in(
        "EXISTS (SELECT 1 FROM proposal_labels l WHERE l.committee_id = p.committee_id AND l.proposal_id = p.id "
        "AND l.label IN ",
        labels, ")");
    return;
  }
  // "+": lest SQLite take the index that is in the order of proposals, and with it every label there is.
  std::string ids =
      "SELECT DISTINCT +l.proposal_id AS proposal_id FROM proposal_labels l WHERE l.committee_id = ? AND l.label IN (";
  std::vector<store::Value> parameters{store::to_value(where.committee_id)};
  for (const auto& label : labels) {
    ids += parameters.size() == 1 ? "?" : ", ?";
    parameters.push_back(store::to_value(label));
  }
  where.only_few(ids + ")", std::move(parameters));
}

void restrict_to_reader(Where& where, const std::vector<std::string>& labels, const ListQuery& query) {
  if (query.released.value_or(false)) {
    where.add("p.released_at IS NOT NULL");
  } else if (query.mine.value_or(false)) {
    restrict_to_labels(where, own_labels(labels));
  } else if (std::binary_search(labels.begin(), labels.end(), "staff")) {
    // An index on the state cannot serve "not a draft"; a named state needs no second condition.
    const bool drafts_asked =
        !query.state || std::any_of(query.state->begin(), query.state->end(), [](ProposalState s) {
          return s == ProposalState::DRAFT || s == ProposalState::COSIGNING;
        });
    if (drafts_asked) where.add("p.submitted_at IS NOT NULL");
  } else {
    std::vector<std::string> some = labels;
    std::erase(some, "released");
    restrict_to_labels(where, some);
  }
}

void add_light(Where& where, committee::Light light) {
  const Date now = today();
  switch (light) {
    case committee::Light::RED:
      where.add("p.due_on < ?", now);
      break;
    case committee::Light::ORANGE:
      where.add("p.due_on >= ? AND p.due_on <= ?", now, now + 5);
      break;
    case committee::Light::YELLOW:
      where.add("p.due_on > ? AND p.due_on <= ?", now + 5, now + 15);
      break;
    case committee::Light::GREEN:
      where.add("p.due_on > ?", now + 15);
      break;
  }
}

}  // namespace

http::Page<ProposalRow> list_proposals(store::Connection& db, const http::Caller& caller, committee::Rules& rules,
                                       const ListQuery& query) {
  const int size = page_size(query.limit, 100);
  const auto labels = labels_of(caller, rules.pack());
  if (labels.empty()) return {};
  Where where(caller.committee_id);
  if (query.state && !query.state->empty()) {
    if (query.state->size() == 1) {
      where.add("p.state = ?", query.state->front());
    } else {
      where.add_in("p.state IN ", *query.state, "");
    }
  }
  if (query.category) where.add("p.category = ?", *query.category);
  if (query.session_id) where.add("p.session_id = ?", *query.session_id);
  if (query.kind) where.add("p.kind = ?", *query.kind);
  if (query.key_state) where.add("p.key_state = ?", *query.key_state);
  if (query.timing) where.add("p.timing = ?", *query.timing);
  if (query.light) add_light(where, *query.light);
  restrict_to_reader(where, labels, query);
  if (query.unit_id) {
    const std::string ids =
        "SELECT DISTINCT +a.proposal_id AS proposal_id FROM assignments a WHERE a.committee_id = ? AND a.unit_id = ? "
        "AND a.state NOT IN ('VOID', 'PROPOSED')";
    if (where.from_values.empty()) {
      where.only_few(ids, {store::to_value(where.committee_id), store::to_value(*query.unit_id)});
    } else {
      where.add("p.id IN (" + ids + ")", where.committee_id, *query.unit_id);
    }
  }
  if (query.after) {
    const auto cursor = parse_cursor(*query.after);
    where.add("(p.sorted_at, p.id) < (?, ?)", cursor.at, cursor.id);
  }
  const std::string sql = "SELECT " + store::columns_of<ProposalRow>("p") + " FROM " + where.from + where.sql +
                          " ORDER BY p.sorted_at DESC, p.id DESC LIMIT ?";
  auto values = std::move(where.from_values);
  values.insert(values.end(), where.values.begin(), where.values.end());
  values.push_back(std::int64_t{size + 1});
  http::Page<ProposalRow> page;
  page.items = db.select_with<ProposalRow>(sql, values);
  if (page.items.size() > static_cast<std::size_t>(size)) {
    page.items.pop_back();
    page.next = fmt::format("{}-{}", page.items.back().sorted_at.ms, page.items.back().id.value);
  }
  return page;
}

std::vector<ProposalRow> rows_of(store::Connection& db, Id committee_id, const std::vector<Id>& ids) {
  static const std::string sql =
      "SELECT " + store::columns_of<ProposalRow>() + " FROM proposals WHERE committee_id = ? AND id = ?";
  std::vector<ProposalRow> rows;
  for (const Id id : ids) {
    if (auto row = db.select_one<ProposalRow>(sql, committee_id, id)) rows.push_back(std::move(*row));
  }
  return rows;
}

SearchView search_proposals(store::Connection& db, const http::Caller& caller, committee::Rules& rules,
                            const SearchQuery& query) {
  const int size = page_size(query.limit, 50);
  const int offset = query.offset.value_or(0);
  if (offset < 0 || offset > 1000) {
    throw Problem(422, "invalid_field", "最多翻到第 1000 条,请缩小搜索范围。",
                  "offset must be 0 to 1000. Narrow the search.", "offset");
  }
  SearchView view;
  const auto labels = labels_of(caller, rules.pack());
  if (labels.empty() || query.q.empty()) return view;
  store::SearchRequest request;
  request.committee_id = caller.committee_id;
  request.kind = "proposal";
  request.text = query.q;
  request.labels = labels;
  request.limit = static_cast<std::size_t>(size);
  request.offset = static_cast<std::size_t>(offset);
  const auto found = store::search(db, request);
  view.total = found.total;
  for (const auto& hit : found.hits) {
    auto rows = rows_of(db, caller.committee_id, {hit.id});
    if (rows.empty()) continue;
    const auto text = text_of(db, caller.committee_id, hit.id);
    SearchHitView item;
    item.title = store::excerpt(rows.front().title, query.q, 200);
    item.body = store::excerpt(text.suggestions.empty() ? text.body : text.body + "\n" + text.suggestions, query.q);
    item.proposal = std::move(rows.front());
    view.items.push_back(std::move(item));
  }
  return view;
}

}  // namespace yizheng::proposals
