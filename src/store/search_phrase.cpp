#include "store/search_phrase.h"

#include <deque>

#include "store/varint.h"

namespace yizheng::store {
namespace {

// The pairs that together cover a phrase: every second one, and the last.
std::vector<std::size_t> covering_pairs(std::size_t length) {
  std::vector<std::size_t> offsets;
  for (std::size_t at = 0; at + 2 < length; at += 2) offsets.push_back(at);
  offsets.push_back(length - 2);
  return offsets;
}

// Walks the places of one pair, document by document, passing over those not asked for.
class PlaceCursor {
 public:
  PlaceCursor(std::vector<std::uint16_t> documents, std::string bytes, std::size_t offset)
      : documents_(std::move(documents)),
        bytes_(std::move(bytes)),
        at_(bytes_of(bytes_)),
        end_(at_ + bytes_.size()),
        offset_(static_cast<std::int64_t>(offset)) {}
  PlaceCursor(const PlaceCursor&) = delete;  // it points into its own bytes
  PlaceCursor& operator=(const PlaceCursor&) = delete;

  // Moves to `document`, which holds the pair; documents must be asked for in rising order.
  void move_to(std::size_t document) {
    for (;;) {
      const auto length = get_varint(at_, end_);
      if (length > static_cast<std::uint64_t>(end_ - at_) || next_ == documents_.size()) {
        throw std::runtime_error("the search index is damaged: rebuild it");
      }
      const auto* start = at_;
      at_ += length;
      if (documents_[next_++] == document) {
        place_at_ = start;
        place_end_ = at_;
        place_ = -offset_;
        next_place();
        return;
      }
    }
  }

  // The place of the phrase that the current place of the pair would give.
  bool has_place() const { return has_place_; }
  std::int64_t place() const { return place_; }
  void next_place() {
    has_place_ = place_at_ != place_end_;
    if (has_place_) place_ += static_cast<std::int64_t>(get_varint(place_at_, place_end_));
  }

 private:
  std::vector<std::uint16_t> documents_;
  std::string bytes_;
  const unsigned char* at_;
  const unsigned char* end_;
  std::int64_t offset_;
  std::size_t next_ = 0;
  const unsigned char* place_at_ = nullptr;
  const unsigned char* place_end_ = nullptr;
  std::int64_t place_ = 0;
  bool has_place_ = false;
};

// True if all cursors share a place.
bool meet(std::deque<PlaceCursor>& cursors) {
  auto& first = cursors.front();
  while (first.has_place()) {
    const auto place = first.place();
    bool all = true;
    for (std::size_t i = 1; i < cursors.size() && all; ++i) {
      auto& cursor = cursors[i];
      while (cursor.has_place() && cursor.place() < place) cursor.next_place();
      if (!cursor.has_place()) return false;
      all = cursor.place() == place;
    }
    if (all) return true;
    first.next_place();
  }
  return false;
}

}  // namespace

Bits find_phrase(Connection& db, Id committee_id, const SegmentInfo& segment, Field field, const std::u32string& points,
                 const Bits& allowed) {
  const auto documents = field == Field::TITLE ? Section::TITLE_DOCUMENTS : Section::BODY_DOCUMENTS;
  const auto places = field == Field::TITLE ? Section::TITLE_PLACES : Section::BODY_PLACES;
  Bits hits = allowed;
  const auto narrow = [&](Term term, std::vector<std::uint16_t>* list) {
    Bits with_term(hits.size());
    find_term(db, committee_id, segment.id, documents, term, [&](std::string_view payload) {
      with_term = Bits::decode(payload, hits.size());
      if (list != nullptr) decode_places(payload, *list);
    });
    hits &= with_term;
    return hits.any();
  };
  if (points.size() <= 2) {
    narrow(points.size() == 1 ? term_of(points[0]) : term_of(points[0], points[1]), nullptr);
    return hits;
  }
  // Every pair must occur at all; this is cheap and often leaves nothing. Then the places of some must fit.
  const auto offsets = covering_pairs(points.size());
  std::vector<std::vector<std::uint16_t>> lists(offsets.size());
  for (std::size_t at = 0, next = 0; at + 1 < points.size(); ++at) {
    const bool covering = offsets[next] == at;
    if (!narrow(term_of(points[at], points[at + 1]), covering ? &lists[next] : nullptr)) return hits;
    if (covering) ++next;
  }
  std::deque<PlaceCursor> cursors;
  for (std::size_t i = 0; i < offsets.size(); ++i) {
    std::string bytes;
    find_term(db, committee_id, segment.id, places, term_of(points[offsets[i]], points[offsets[i] + 1]),
              [&](std::string_view payload) { bytes = payload; });
    cursors.emplace_back(std::move(lists[i]), std::move(bytes), offsets[i]);
  }
  Bits confirmed(hits.size());
  hits.each([&](std::size_t document) {
    for (auto& cursor : cursors) cursor.move_to(document);
    if (meet(cursors)) confirmed.set(document);
    return true;
  });
  return confirmed;
}

}  // namespace yizheng::store
