#include "store/search_segment.h"

#include <cstring>
#include <list>
#include <mutex>
#include <unordered_map>

namespace yizheng::store {
namespace {

// Together at most this many documents are remembered: 16 MB.
constexpr std::size_t MOST_REMEMBERED = 1'000'000;

class EntriesCache {
 public:
  std::shared_ptr<const SegmentEntries> find(std::int64_t segment) {
    const std::lock_guard lock(mutex_);
    const auto found = by_id_.find(segment);
    if (found == by_id_.end()) return nullptr;
    used_.splice(used_.begin(), used_, found->second);
    return found->second->second;
  }

  void keep(std::int64_t segment, std::shared_ptr<const SegmentEntries> entries) {
    const std::lock_guard lock(mutex_);
    if (by_id_.contains(segment)) return;
    total_ += entries->size();
    used_.emplace_front(segment, std::move(entries));
    by_id_[segment] = used_.begin();
    while (total_ > MOST_REMEMBERED && used_.size() > 1) {
      total_ -= used_.back().second->size();
      by_id_.erase(used_.back().first);
      used_.pop_back();
    }
  }

 private:
  using Kept = std::list<std::pair<std::int64_t, std::shared_ptr<const SegmentEntries>>>;
  std::mutex mutex_;
  Kept used_;
  std::unordered_map<std::int64_t, Kept::iterator> by_id_;
  std::size_t total_ = 0;
};

EntriesCache& entries_cache() {
  static EntriesCache cache;
  return cache;
}

}  // namespace

std::string encode_entries(const SegmentEntries& entries) {
  std::string bytes(entries.size() * sizeof(SegmentEntry), '\0');
  std::memcpy(bytes.data(), entries.data(), bytes.size());
  return bytes;
}

SegmentEntries decode_entries(std::string_view bytes) {
  SegmentEntries entries(bytes.size() / sizeof(SegmentEntry));
  std::memcpy(entries.data(), bytes.data(), entries.size() * sizeof(SegmentEntry));
  return entries;
}

std::vector<SegmentInfo> live_segments(Connection& db, Id committee_id, std::string_view kind) {
  std::vector<SegmentInfo> segments;
  for (const auto& [id, documents] : db.select<std::tuple<std::int64_t, std::int64_t>>(
           "SELECT segment_id, documents FROM search_segments WHERE committee_id = ? AND kind = ? AND state = ?",
           committee_id, kind, static_cast<std::int64_t>(SegmentState::LIVE))) {
    segments.push_back({id, documents});
  }
  return segments;
}

std::shared_ptr<const SegmentEntries> segment_entries(Connection& db, Id committee_id, std::string_view kind,
                                                      std::int64_t segment) {
  if (auto found = entries_cache().find(segment)) return found;
  const auto bytes =
      db.select_one<Bytes>("SELECT entries FROM search_segments WHERE committee_id = ? AND kind = ? AND segment_id = ?",
                           committee_id, kind, segment);
  auto entries = std::make_shared<const SegmentEntries>(bytes ? decode_entries(bytes->data) : SegmentEntries{});
  if (bytes) entries_cache().keep(segment, entries);
  return entries;
}

Bits read_bits(Connection& db, Id committee_id, const SegmentInfo& segment, std::string_view label) {
  const auto size = static_cast<std::size_t>(segment.documents);
  const auto bytes =
      db.select_one<Bytes>("SELECT bits FROM search_bits WHERE committee_id = ? AND segment_id = ? AND label = ?",
                           committee_id, segment.id, label);
  return bytes ? Bits::decode(bytes->data, size) : Bits(size);
}

void write_bits(Connection& db, Id committee_id, std::int64_t segment, std::string_view label, const Bits& bits) {
  const Bytes bytes{bits.encode()};
  if (db.execute("UPDATE search_bits SET bits = ? WHERE committee_id = ? AND segment_id = ? AND label = ?", bytes,
                 committee_id, segment, label) == 0) {
    db.execute("INSERT INTO search_bits (committee_id, segment_id, label, bits) VALUES (?, ?, ?, ?)", committee_id,
               segment, label, bytes);
  }
}

std::optional<Standing> find_document(Connection& db, Id committee_id, std::string_view kind,
                                      const SegmentEntry& entry) {
  for (const auto& segment : live_segments(db, committee_id, kind)) {
    const auto entries = segment_entries(db, committee_id, kind, segment.id);
    const auto found = std::lower_bound(entries->begin(), entries->end(), entry, shown_before);
    if (found == entries->end() || found->id != entry.id || found->order != entry.order) continue;
    const auto place = static_cast<std::size_t>(found - entries->begin());
    // An earlier version of the same document may lie dead in another segment.
    if (read_bits(db, committee_id, segment, "").test(place)) return Standing{segment, place};
  }
  return std::nullopt;
}

}  // namespace yizheng::store
