#include "store/search_merge.h"

#include "base/log.h"
#include "store/search_merge_source.h"
#include "store/varint.h"

namespace yizheng::store {
namespace {

constexpr std::size_t FAN_IN = 8;
constexpr std::size_t SMALLEST_TIER = 512;
constexpr std::size_t BYTES_A_STEP = 512 * 1024;  // written at once: some milliseconds of the writer's time
constexpr std::uint32_t GONE = 0xFFFFFFFF;

std::size_t tier_of(std::int64_t documents) {
  std::size_t tier = 0;
  for (auto limit = SMALLEST_TIER; static_cast<std::size_t>(documents) >= limit; limit *= FAN_IN) ++tier;
  return tier;
}

// One field of all sources, merged by term into blocks.
class FieldMerge {
 public:
  FieldMerge(Database& database, Id committee_id, const std::vector<SegmentInfo>& sources,
             const std::vector<std::vector<std::uint32_t>>& places, std::size_t size, Section documents,
             Section positions, const std::function<void(Block)>& sink)
      : places_(places), size_(size), documents_out_(documents, sink), positions_out_(positions, sink) {
    for (const auto& source : sources) {
      inputs_.push_back(
          std::make_unique<Input>(Input{SectionSource(database, committee_id, source.id, documents),
                                        SectionSource(database, committee_id, source.id, positions), false}));
      inputs_.back()->more = inputs_.back()->documents.next();
    }
  }

  // False at the end.
  bool step() {
    std::optional<Term> term;
    for (const auto& input : inputs_) {
      if (input->more && (!term || input->documents.term() < *term)) term = input->documents.term();
    }
    if (!term) {
      documents_out_.finish();
      positions_out_.finish();
      return false;
    }
    postings_.clear();
    held_.clear();
    for (std::size_t i = 0; i < inputs_.size(); ++i) {
      if (inputs_[i]->more && inputs_[i]->documents.term() == *term) gather(*term, *inputs_[i], places_[i]);
    }
    write(*term);
    return true;
  }

 private:
  struct Input {
    SectionSource documents, positions;
    bool more;
  };
  struct Posting {
    std::uint16_t place;
    std::string_view positions;  // with its length before it
  };

  void gather(Term term, Input& input, const std::vector<std::uint32_t>& places) {
    decode_places(input.documents.payload(), list_);
    if (!is_pair(term)) {
      for (const auto old : list_) {
        if (places[old] != GONE) postings_.push_back({static_cast<std::uint16_t>(places[old]), {}});
      }
    } else {
      if (!input.positions.next() || input.positions.term() != term) {
        throw std::runtime_error("the search index is damaged: rebuild it");
      }
      const auto payload = input.positions.payload();
      const auto* at = bytes_of(payload);
      const auto* end = at + payload.size();
      for (const auto old : list_) {
        const auto* start = at;
        const auto length = get_varint(at, end);
        if (length > static_cast<std::uint64_t>(end - at))
          throw std::runtime_error("the search index is damaged: rebuild it");
        at += length;
        if (places[old] == GONE) continue;
        postings_.push_back({static_cast<std::uint16_t>(places[old]),
                             {reinterpret_cast<const char*>(start), static_cast<std::size_t>(at - start)}});
      }
    }
    held_.push_back(&input);  // moved on only after writing: the views lie in its blocks
  }

  void write(Term term) {
    const auto before = [](const Posting& a, const Posting& b) { return a.place < b.place; };
    if (!std::is_sorted(postings_.begin(), postings_.end(), before))
      std::sort(postings_.begin(), postings_.end(), before);
    if (!postings_.empty()) {
      list_.clear();
      for (const auto& posting : postings_) list_.push_back(posting.place);
      documents_out_.add(term, encode_places(list_, size_));
      if (is_pair(term)) {
        payload_.clear();
        for (const auto& posting : postings_) payload_ += posting.positions;
        positions_out_.add(term, payload_);
      }
    }
    for (auto* input : held_) input->more = input->documents.next();
  }

  const std::vector<std::vector<std::uint32_t>>& places_;
  std::size_t size_;
  BlockWriter documents_out_, positions_out_;
  std::vector<std::unique_ptr<Input>> inputs_;
  std::vector<Input*> held_;
  std::vector<Posting> postings_;
  std::vector<std::uint16_t> list_;
  std::string payload_;
};

class Merge {
 public:
  Merge(Database& database, const SearchCollection& collection, const std::vector<SegmentInfo>& sources)
      : database_(database), collection_(collection), sources_(sources), target_(new_id()) {}

  bool run(const std::function<bool()>& stop) {
    plan();
    database_.write_and_wait([&](Write& write) {
      write.db.execute(
          "INSERT INTO search_segments (committee_id, kind, segment_id, state, documents, entries) "
          "VALUES (?, ?, ?, ?, ?, ?)",
          collection_.committee_id, collection_.kind, target_, static_cast<std::int64_t>(SegmentState::BUILDING),
          entries_.size(), Bytes{encode_entries(entries_)});
    });
    const auto sink = [this](Block block) {
      bytes_ += block.data.size();
      blocks_.push_back(std::move(block));
    };
    for (const auto& [documents, positions] : {std::pair(Section::TITLE_DOCUMENTS, Section::TITLE_PLACES),
                                               std::pair(Section::BODY_DOCUMENTS, Section::BODY_PLACES)}) {
      FieldMerge field(database_, collection_.committee_id, sources_, places_, entries_.size(), documents, positions,
                       sink);
      while (field.step()) {
        if (bytes_ >= BYTES_A_STEP) write_blocks();
        if (stop()) return give_up();
      }
    }
    write_blocks();
    return database_.write_and_wait([&](Write& write) { return take_over(write); }) || give_up();
  }

 private:
  // Where each document of the sources goes; those already dead are left out.
  void plan() {
    struct From {
      SegmentEntry entry;
      std::size_t source, place;
    };
    std::vector<From> all;
    database_.read([&](Connection& db) {
      for (std::size_t s = 0; s < sources_.size(); ++s) {
        const auto entries = segment_entries(db, collection_.committee_id, collection_.kind, sources_[s].id);
        places_.emplace_back(entries->size(), GONE);
        read_bits(db, collection_.committee_id, sources_[s], "").each([&](std::size_t place) {
          all.push_back({entries->at(place), s, place});
          return true;
        });
      }
    });
    std::sort(all.begin(), all.end(), [](const From& a, const From& b) { return shown_before(a.entry, b.entry); });
    for (const auto& from : all) {
      places_[from.source][from.place] = static_cast<std::uint32_t>(entries_.size());
      entries_.push_back(from.entry);
    }
  }

  void write_blocks() {
    if (blocks_.empty()) return;
    database_.write_and_wait([&](Write& write) {
      for (const auto& block : blocks_) write_block(write.db, collection_.committee_id, target_.value, block);
    });
    blocks_.clear();
    bytes_ = 0;
  }

  bool set_state(Connection& db, std::int64_t segment, SegmentState from, SegmentState to) {
    return db.execute(
               "UPDATE search_segments SET state = ? WHERE committee_id = ? AND kind = ? AND segment_id = ? AND "
               "state = ?",
               static_cast<std::int64_t>(to), collection_.committee_id, collection_.kind, segment,
               static_cast<std::int64_t>(from)) == 1;
  }

  // The sources may have lost documents or changed labels meanwhile: what they say now counts.
  bool take_over(Write& write) {
    auto& db = write.db;
    for (const auto& source : sources_) {
      const auto state = db.select_one<std::int64_t>(
          "SELECT state FROM search_segments WHERE committee_id = ? AND kind = ? AND segment_id = ?",
          collection_.committee_id, collection_.kind, source.id);
      if (state != static_cast<std::int64_t>(SegmentState::LIVE)) return false;
    }
    std::map<std::string, Bits> merged;
    for (std::size_t s = 0; s < sources_.size(); ++s) {
      for (const auto& [label, bytes] : db.select<std::tuple<std::string, Bytes>>(
               "SELECT label, bits FROM search_bits WHERE committee_id = ? AND segment_id = ?",
               collection_.committee_id, sources_[s].id)) {
        auto& target = merged.try_emplace(label, entries_.size()).first->second;
        Bits::decode(bytes.data, places_[s].size()).each([&](std::size_t place) {
          if (places_[s][place] != GONE) target.set(places_[s][place]);
          return true;
        });
      }
      set_state(db, sources_[s].id, SegmentState::LIVE, SegmentState::DROPPED);
    }
    const bool any = merged.contains("") && merged.at("").any();
    for (const auto& [label, bits] : merged) {
      if (!any || !bits.any()) continue;
      db.execute("INSERT INTO search_bits (committee_id, segment_id, label, bits) VALUES (?, ?, ?, ?)",
                 collection_.committee_id, target_, label, Bytes{bits.encode()});
    }
    return set_state(db, target_.value, SegmentState::BUILDING, any ? SegmentState::LIVE : SegmentState::DROPPED);
  }

  bool give_up() {
    database_.write_and_wait(
        [&](Write& write) { set_state(write.db, target_.value, SegmentState::BUILDING, SegmentState::DROPPED); });
    return false;
  }

  Database& database_;
  const SearchCollection& collection_;
  const std::vector<SegmentInfo>& sources_;
  const Id target_;
  SegmentEntries entries_;
  std::vector<std::vector<std::uint32_t>> places_;  // by source: old place to new
  std::vector<Block> blocks_;
  std::size_t bytes_ = 0;
};

}  // namespace

std::vector<SegmentInfo> due_for_merge(Connection& db, Id committee_id, std::string_view kind) {
  std::map<std::size_t, std::vector<SegmentInfo>> tiers;
  for (const auto& segment : live_segments(db, committee_id, kind)) {
    const auto standing = read_bits(db, committee_id, segment, "").count();
    if (standing * 2 < static_cast<std::size_t>(segment.documents)) return {segment};
    tiers[tier_of(segment.documents)].push_back(segment);
  }
  for (auto& [tier, segments] : tiers) {
    if (segments.size() < FAN_IN) continue;
    // The smallest first, as many as one segment holds.
    std::sort(segments.begin(), segments.end(),
              [](const SegmentInfo& one, const SegmentInfo& other) { return one.documents < other.documents; });
    std::vector<SegmentInfo> chosen;
    std::size_t total = 0;
    for (const auto& segment : segments) {
      total += static_cast<std::size_t>(segment.documents);
      if (chosen.size() == FAN_IN || total > MOST_IN_SEGMENT) break;
      chosen.push_back(segment);
    }
    if (chosen.size() > 1) return chosen;
  }
  return {};
}

bool merge_segments(Database& database, const SearchCollection& collection, const std::vector<SegmentInfo>& sources,
                    const std::function<bool()>& stop) {
  return Merge(database, collection, sources).run(stop);
}

std::vector<SearchCollection> indexed_collections(Connection& db) {
  return db.select<SearchCollection>(
      "SELECT committee_id, kind, COUNT(*) AS waiting FROM search_segments GROUP BY committee_id, kind");
}

}  // namespace yizheng::store
