#include "reports/report_reading.h"

#include <map>

#include "text/utf8.h"

namespace yizheng::reports {
namespace {

std::size_t cost_of(const Reading& reading) {
  return reading.document.text.capacity() + reading.repaired.text.capacity() +
         reading.repaired.repairs.size() * (sizeof(text::Repair) + 16) + reading.claims.size() * sizeof(Claim) +
         reading.checks.size() * (sizeof(Check) + 200) + 4096;
}

}  // namespace

std::string reading_key(const ReportInput& input) {
  std::string key = input.document.sha256 + "/" + std::to_string(input.document.year.value_or(0));
  for (const auto& choice : input.choices) {
    key += fmt::format("/{}:{}-{}={}", enum_name(choice.kind), choice.begin_at, choice.end_at, choice.apply);
  }
  for (const auto& mapping : input.mappings) key += fmt::format("|{}", mapping.id.value);
  return key;
}

ReportInput input_of(store::Connection& db, Id committee_id, Id document_id) {
  auto document = find_document(db, committee_id, document_id);
  if (!document) throw not_found("这份报告", "report");
  return {std::move(*document), choices_of(db, committee_id, document_id), mappings_of(db, committee_id)};
}

ReadOptions options_of(const ReportInput& input) {
  ReadOptions options;
  for (const auto& choice : input.choices) {
    options.repair.choices.push_back({choice.kind, static_cast<std::uint32_t>(choice.begin_at),
                                      static_cast<std::uint32_t>(choice.end_at), choice.apply});
  }
  options.meaning.year = input.document.year.value_or(0);
  for (const auto& mapping : input.mappings) {
    options.meaning.learned.push_back({mapping.words, mapping.unit, mapping.indicator});
  }
  return options;
}

Reading ReadingCache::read(std::string bytes, const ReadOptions& options) const {
  text::DocumentLimits limits;
  limits.bytes = upload_limit;
  limits.unpacked = 60u << 20;
  limits.pdf_seconds = 30;
  auto document = text::read_document(std::move(bytes), limits);
  if (document.text.size() > text_limit) {
    throw Problem(
        413, "report_too_long",
        "这份文件的文字超过 70 万字,网页不便显示。请分成几份上传,或用命令行 yizheng read、yizheng check 核对。",
        "This file holds more than 700,000 characters, too many for a page. Split it, or use yizheng read and "
        "yizheng check.");
  }
  return read_report(std::move(document), catalogue_, options);
}

std::shared_ptr<const Reading> ReadingCache::read(const ReportInput& input, const store::AttachmentFolder& files) {
  auto key = reading_key(input);
  {
    std::lock_guard lock(mutex_);
    if (const auto found = by_key_.find(key); found != by_key_.end()) {
      kept_.splice(kept_.begin(), kept_, found->second);
      return found->second->reading;
    }
  }
  // Outside the lock: two who ask at once may both read, which costs time and nothing else.
  auto reading = std::make_shared<const Reading>(read(files.get(input.document.sha256), options_of(input)));
  const auto cost = cost_of(*reading);
  std::lock_guard lock(mutex_);
  if (by_key_.contains(key)) return reading;
  kept_.push_front({key, reading, cost});
  by_key_.emplace(std::move(key), kept_.begin());
  bytes_ += cost;
  while (bytes_ > most_bytes_ && kept_.size() > 1) {
    bytes_ -= kept_.back().bytes;
    by_key_.erase(kept_.back().key);
    kept_.pop_back();
  }
  return reading;
}

std::size_t ReadingCache::bytes() const {
  std::lock_guard lock(mutex_);
  return bytes_;
}

ReportGuess guess(const Reading& reading) {
  ReportGuess found;
  const std::string_view text = reading.repaired.text;
  // The first line that is no sentence.
  for (std::size_t at = 0, lines = 0; at < text.size() && lines < 5 && found.title.empty(); ++lines) {
    const auto end = std::min(text.find('\n', at), text.size());
    const auto line = text.substr(at, end - at);
    if (line.size() >= 6 && text::length(line) <= 60 && !line.ends_with("。")) found.title = line;
    at = end + 1;
  }
  // 政协…委员会, without a stop between.
  for (std::size_t at = text.find("政协"); at != text.npos && found.about.empty(); at = text.find("政协", at + 6)) {
    const auto stop = text.find("委员会", at);
    if (stop == text.npos) break;
    const auto name = text.substr(at, stop + std::string_view("委员会").size() - at);
    const bool one = name.find_first_of("\n") == name.npos && name.find("。") == name.npos &&
                     name.find("，") == name.npos && name.find("、") == name.npos && text::length(name) <= 24;
    if (one && text::length(name) >= 7) found.about = name;
  }
  std::map<int, int> years;
  for (const auto& claim : reading.claims) {
    if (claim.period > 0) ++years[claim.period];
  }
  int most = 0;
  for (const auto& [year, count] : years) {
    if (count >= most) {
      most = count;
      found.year = year;
    }
  }
  return found;
}

}  // namespace yizheng::reports
