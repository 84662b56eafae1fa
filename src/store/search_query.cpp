// search(): the segments by their terms, the queue by a scan.
#include <cstring>

#include "store/search.h"
#include "store/search_build.h"
#include "store/search_phrase.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace yizheng::store {
namespace {

constexpr std::size_t MOST_CHARACTERS_SOUGHT = 64;
constexpr std::size_t MOST_SKIPPED = 1'000, MOST_SHOWN = 1'000;

struct Found {
  bool in_title = false;
  SegmentEntry entry;
};
bool better(const Found& a, const Found& b) {
  return a.in_title != b.in_title ? a.in_title : shown_before(a.entry, b.entry);
}

// The reader's part of a segment.
Bits visible(Connection& db, const SearchRequest& request, const SegmentInfo& segment) {
  Bits standing = read_bits(db, request.committee_id, segment, "");
  if (request.labels.empty()) return standing;
  Bits allowed(standing.size());
  for (const auto& label : request.labels) {
    if (!label.empty()) allowed |= read_bits(db, request.committee_id, segment, label);
  }
  allowed &= standing;
  return allowed;
}

class Search {
 public:
  Search(Connection& db, const SearchRequest& request)
      : db_(db),
        request_(request),
        wanted_(std::min(request.limit, MOST_SHOWN) + std::min(request.offset, MOST_SKIPPED)) {}

  SearchResult run() {
    auto folded = text::fold(request_.text);
    auto points = code_points(folded);
    if (points.size() > MOST_CHARACTERS_SOUGHT) points.resize(MOST_CHARACTERS_SOUGHT);
    if (points.empty()) return {};
    for (const auto& segment : live_segments(db_, request_.committee_id, request_.kind)) in_segment(segment, points);
    in_queue(text::substring(folded, 0, points.size()));
    return result();
  }

 private:
  void in_segment(const SegmentInfo& segment, const std::u32string& points) {
    const Bits allowed = visible(db_, request_, segment);
    if (!allowed.any()) return;
    const Bits titles = find_phrase(db_, request_.committee_id, segment, Field::TITLE, points, allowed);
    Bits bodies = find_phrase(db_, request_.committee_id, segment, Field::BODY, points, allowed);
    bodies.remove(titles);
    total_ += static_cast<std::int64_t>(titles.count() + bodies.count());
    take(segment, titles, true);
    take(segment, bodies, false);
  }

  // The first of a segment are enough: it is in the order of showing.
  void take(const SegmentInfo& segment, const Bits& hits, bool in_title) {
    std::size_t left = wanted_;
    std::shared_ptr<const SegmentEntries> entries;
    hits.each([&](std::size_t place) {
      if (left == 0) return false;
      --left;
      if (entries == nullptr) entries = segment_entries(db_, request_.committee_id, request_.kind, segment.id);
      found_.push_back({in_title, entries->at(place)});
      return true;
    });
  }

  void in_queue(std::string_view sought) {
    static constexpr std::array COLUMNS{ColumnKind::TEXT, ColumnKind::INTEGER, ColumnKind::INTEGER, ColumnKind::TEXT,
                                        ColumnKind::TEXT};
    const std::array<Value, 2> parameters{request_.committee_id.value, request_.kind};
    const auto holds = [&](std::string_view text) {
      return ::memmem(text.data(), text.size(), sought.data(), sought.size()) != nullptr;
    };
    db_.run("SELECT labels, sort_order, id, title, body FROM search_queue WHERE committee_id = ? AND kind = ?", COLUMNS,
            parameters, [&](const RowView& row) {
              if (!may_see(row.text(0))) return true;
              const bool in_title = holds(row.text(3));
              if (!in_title && !holds(row.text(4))) return true;
              ++total_;
              found_.push_back({in_title, {row.integer(1), row.integer(2)}});
              return true;
            });
  }

  bool may_see(std::string_view lines) const {
    if (request_.labels.empty()) return true;
    for (const auto& label : split_labels(lines)) {
      if (std::find(request_.labels.begin(), request_.labels.end(), label) != request_.labels.end()) return true;
    }
    return false;
  }

  SearchResult result() {
    const auto last = found_.begin() + static_cast<std::ptrdiff_t>(std::min(wanted_, found_.size()));
    std::partial_sort(found_.begin(), last, found_.end(), better);
    SearchResult result;
    result.total = total_;
    for (std::size_t i = std::min(request_.offset, MOST_SKIPPED); i < std::min(wanted_, found_.size()); ++i) {
      result.hits.push_back({Id{found_[i].entry.id}, found_[i].in_title});
    }
    return result;
  }

  Connection& db_;
  const SearchRequest& request_;
  const std::size_t wanted_;
  std::vector<Found> found_;
  std::int64_t total_ = 0;
};

}  // namespace

SearchResult search(Connection& db, const SearchRequest& request) { return Search(db, request).run(); }

}  // namespace yizheng::store
