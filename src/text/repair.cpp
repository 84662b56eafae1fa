#include "text/repair.h"

#include <algorithm>

#include "text/char_table.h"
#include "text/repair_parts.h"
#include "text/script.h"

namespace yizheng::text {
namespace {

// Writes the result piece by piece and keeps the map: what stands in neither is one edit until text is copied again.
class Writer {
 public:
  Writer(std::string_view source, Repaired& result) : source_(source), result_(result) {
    result_.text.reserve(source.size() + 1);
  }

  void copy(std::size_t begin, std::size_t end) {
    if (begin == end) return;
    close(begin);
    result_.text.append(source_, begin, end - begin);
    source_at_ = end;
    result_at_ = result_.text.size();
  }
  void write(std::string_view text) { result_.text += text; }
  void finish() { close(source_.size()); }

 private:
  void close(std::size_t begin) {
    const std::string_view from = source_.substr(source_at_, begin - source_at_);
    const std::string_view to = std::string_view(result_.text).substr(result_at_);
    if (from == to) return;
    result_.map.replaced(static_cast<std::uint32_t>(source_at_), static_cast<std::uint32_t>(begin),
                         static_cast<std::uint32_t>(result_at_), static_cast<std::uint32_t>(result_.text.size()));
  }

  std::string_view source_;
  Repaired& result_;
  std::size_t source_at_ = 0, result_at_ = 0;
};

class Assembler {
 public:
  Assembler(const Manuscript& m, Repaired& result) : m_(m), result_(result), writer_(m.text, result) {
    for (std::size_t i = 0; i < result.repairs.size(); ++i) {
      if (result.repairs[i].applied) applied_.push_back(static_cast<std::uint32_t>(i));
    }
  }

  void assemble() {
    for (const Line& line : m_.lines) write_line(line);
    if (!result_.text.empty()) writer_.write("\n");
    writer_.finish();
  }

 private:
  const Repair& at(std::size_t i) const { return result_.repairs[applied_[i]]; }
  static bool deletes(const Repair& repair) { return repair.replacement && repair.replacement->empty(); }

  void write_line(const Line& line) {
    // Joins and divisions between lines come before this one.
    while (next_ < applied_.size() && at(next_).end <= line.begin && at(next_).begin < line.begin) {
      between(at(next_++));
    }
    std::size_t first = next_, last = next_;
    while (last < applied_.size() && at(last).begin < line.end) ++last;
    next_ = last;
    // What is cut off at either end takes the blanks beside it along; a line of nothing else leaves no line behind.
    std::size_t begin = line.begin, end = line.end;
    // So do the repairs of such blanks: wide ones would be written as one.
    for (; first < last; ++first) {
      if (at(first).begin < begin && at(first).end <= begin) continue;
      if (!deletes(at(first)) || at(first).begin > begin) break;
      begin = skip(at(first).end, line.end);
    }
    for (; first < last; --last) {
      if (at(last - 1).begin >= end && at(last - 1).end > end) continue;
      if (!deletes(at(last - 1)) || at(last - 1).end < end) break;
      end = skip_back(at(last - 1).begin, begin);
    }
    if (begin >= end) return;
    if (!result_.text.empty() && !join_) writer_.write("\n");
    if (join_ && !result_.text.empty()) writer_.write(*join_);
    join_.reset();
    std::size_t done = begin;
    for (std::size_t i = first; i < last; ++i) {
      const Repair& repair = at(i);
      if (repair.begin > done) writer_.copy(done, repair.begin);
      if (repair.replacement) writer_.write(*repair.replacement);
      done = std::max<std::size_t>(done, repair.end);
      // Between two blanks, one of them goes too.
      if (deletes(repair) && repair.begin > begin && skip_back(repair.begin, begin) < repair.begin)
        done = skip(done, end);
    }
    if (done < end) writer_.copy(done, end);
  }

  void between(const Repair& repair) {
    if (repair.kind == RepairKind::LINE_BREAK) join_ = repair.replacement;
  }

  std::size_t skip(std::size_t from, std::size_t limit) const {
    const CharTable& chars = CharTable::get();
    while (from < limit) {
      std::size_t next = from;
      if ((chars[take(m_.text, next)] & char_bits::space) == 0) break;
      from = next;
    }
    return from;
  }
  std::size_t skip_back(std::size_t from, std::size_t limit) const {
    const CharTable& chars = CharTable::get();
    while (from > limit) {
      std::size_t before = from;
      if ((chars[take_back(m_.text, before)] & char_bits::space) == 0) break;
      from = before;
    }
    return from;
  }

  const Manuscript& m_;
  Repaired& result_;
  Writer writer_;
  std::vector<std::uint32_t> applied_;
  std::size_t next_ = 0;
  std::optional<std::string> join_;
};

bool fold_wanted(const RepairOptions& options) {
  for (const auto& choice : options.choices) {
    if (choice.kind == RepairKind::TRADITIONAL_SCRIPT) return choice.apply;
  }
  return true;
}

}  // namespace

Repaired repair(std::string_view source, const RepairOptions& options) {
  Repaired result;
  {
    Manuscript m = look_over(source, options);
    find_characters(m);
    find_resynced(m);
    find_shifted(m);
    find_readings(m);
    find_spam(m);
    find_furniture(m);
    find_edges(m);
    find_pages(m);
    find_credits(m);
    find_captions(m);
    find_marks(m);
    find_numbers(m);
    find_blanks(m);
    find_breaks(m);
    result.traditional = m.is_traditional();
    result.repairs = settle(m, options);
    Assembler(m, result).assemble();
  }
  if (result.traditional) {
    Repair whole = found(0, source.size(), RepairKind::TRADITIONAL_SCRIPT, Confidence::CERTAIN, std::nullopt,
                         "繁体文本转为简体", "Traditional script folded to Simplified");
    whole.applied = fold_wanted(options);
    if (whole.applied) {
      std::vector<FoldedSpan> spans;
      result.text = to_simplified(result.text, &spans);
      result.map.then_folded(spans);
    }
    result.traditional = whole.applied;
    result.repairs.insert(result.repairs.begin(), std::move(whole));
  }
  return result;
}

}  // namespace yizheng::text
