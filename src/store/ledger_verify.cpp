// Finds where the chain breaks. Reads the rows one after the other, so that a ledger of any length fits in memory.
#include <limits>

#include "store/ledger.h"
#include "store/ledger_text.h"

namespace yizheng::store {
namespace {

// After this many faults of one committee the rest adds nothing.
constexpr std::size_t MOST_FAULTS = 100;

struct Head {
  std::int64_t seq = 0;
  std::string hash;
};

class Verification {
 public:
  explicit Verification(std::map<std::int64_t, Head> heads) : heads_(std::move(heads)) {}

  void see(const LedgerRow& row) {
    if (!open_ || row.committee_id != committee_) {
      close();
      open(row.committee_id);
    }
    ++report_.entries;
    if (row.seq > expected_) {
      const auto last = row.seq - 1;
      const auto range = std::to_string(expected_) + (last > expected_ ? "–" + std::to_string(last) : "");
      fault(expected_, "第 " + range + " 条缺失:被删除或编号被改动",
            "entry " + range + " is missing: removed, or its number was changed");
    } else if (row.seq < expected_ || row.previous_hash != previous_) {
      fault(row.seq, "第 " + std::to_string(row.seq) + " 条与前一条不衔接:此处被插入、调换或改动",
            "entry " + std::to_string(row.seq) + " does not follow the one before: inserted, swapped or changed here");
    }
    if (!same_hash(row)) {
      fault(row.seq, "第 " + std::to_string(row.seq) + " 条的内容与其校验值不符:被改动",
            "the content of entry " + std::to_string(row.seq) + " does not match its hash: changed");
    }
    expected_ = row.seq + 1;
    previous_ = row.hash;
  }

  LedgerReport finish() {
    close();
    // A head without any entry: everything was removed.
    for (const auto& [committee, head] : heads_) {
      committee_ = Id{committee};
      faults_here_ = 0;
      if (head.seq != 0) fault(1, "台账的全部记录缺失", "all entries of the ledger are missing");
    }
    return std::move(report_);
  }

 private:
  void open(Id committee) {
    open_ = true;
    committee_ = committee;
    expected_ = 1;
    previous_ = first_hash();
    faults_here_ = 0;
  }

  void close() {
    if (!open_) return;
    open_ = false;
    report_.head_hash = previous_;
    const auto found = heads_.find(committee_.value);
    const auto last = expected_ - 1;
    if (found == heads_.end()) {
      fault(last, "台账末尾的登记缺失", "the note of the ledger's end is missing");
      return;
    }
    const Head head = found->second;
    heads_.erase(found);
    if (head.seq > last) {
      fault(last + 1, "第 " + std::to_string(last + 1) + " 条起的末尾记录缺失",
            "the last entries, from " + std::to_string(last + 1) + " on, are missing");
    } else if (head.seq < last) {
      fault(head.seq + 1, "第 " + std::to_string(head.seq + 1) + " 条起的记录不是由程序追加的",
            "the entries from " + std::to_string(head.seq + 1) + " on were not appended by the program");
    } else if (head.hash != previous_) {
      fault(last, "最后一条与登记的校验值不符", "the last entry does not match the noted hash");
    }
  }

  static bool same_hash(const LedgerRow& row) {
    const auto is_digit = [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); };
    if (row.previous_hash.size() != 64 || !std::all_of(row.previous_hash.begin(), row.previous_hash.end(), is_digit)) {
      return false;
    }
    return chained_hash(row.previous_hash, row) == row.hash;
  }

  void fault(std::int64_t seq, std::string zh, std::string en) {
    if (++faults_here_ > MOST_FAULTS) return;
    report_.faults.push_back(
        {committee_, seq, std::move(zh) + "。请保留现场,与备份中的同一条对照。",
         std::move(en) + ". Keep everything as it is and compare with the same entry in a backup."});
  }

  std::map<std::int64_t, Head> heads_;  // not yet met
  LedgerReport report_;
  bool open_ = false;
  Id committee_;
  std::int64_t expected_ = 1;
  std::string previous_;
  std::size_t faults_here_ = 0;
};

}  // namespace

LedgerReport verify_ledger(Connection& db, std::optional<Id> committee_id) {
  constexpr std::int64_t PAGE = 2'000;
  std::map<std::int64_t, Head> heads;
  for (auto& [committee, seq, hash] : db.select<std::tuple<std::int64_t, std::int64_t, std::string>>(
           "SELECT committee_id, seq, hash FROM ledger_heads")) {
    if (!committee_id || committee_id->value == committee) heads[committee] = {seq, std::move(hash)};
  }
  Verification verification(std::move(heads));
  static const std::string columns = columns_of<LedgerRow>();
  Id committee = committee_id.value_or(Id{std::numeric_limits<std::int64_t>::min()});
  std::int64_t seq = std::numeric_limits<std::int64_t>::min();
  for (;;) {
    auto rows = committee_id ? db.select<LedgerRow>("SELECT " + columns +
                                                        " FROM ledger WHERE committee_id = ? AND seq > ? "
                                                        "ORDER BY seq LIMIT ?",
                                                    committee, seq, PAGE)
                             : db.select<LedgerRow>("SELECT " + columns +
                                                        " FROM ledger WHERE committee_id > ? OR (committee_id = ? "
                                                        "AND seq > ?) ORDER BY committee_id, seq LIMIT ?",
                                                    committee, committee, seq, PAGE);
    for (const auto& row : rows) verification.see(row);
    if (rows.size() < static_cast<std::size_t>(PAGE)) return verification.finish();
    committee = rows.back().committee_id;
    seq = rows.back().seq;
  }
}

}  // namespace yizheng::store
