// The reading of a stored report: made when it is asked for, and kept in memory while its file, its choices and the
// mappings stay as they are.
#pragma once

#include <list>
#include <memory>
#include <mutex>
#include <unordered_map>

#include "reports/reading.h"
#include "reports/report_store.h"
#include "store/attachments.h"

namespace yizheng::reports {

// What the pages take; the command line reads files of 100 MB.
inline constexpr std::size_t upload_limit = 20u << 20;  // bytes of the file
inline constexpr std::size_t text_limit = 2u << 20;     // bytes of its text, some 700,000 characters

// Everything that a reading depends on.
struct ReportInput {
  ReportDocument document;
  std::vector<ReportChoice> choices;
  std::vector<ReportMapping> mappings;
};
ReportInput input_of(store::Connection& db, Id committee_id, Id document_id);  // Problem 404
// Two readings with the same key are the same.
std::string reading_key(const ReportInput& input);

// Bounded by the memory the readings take, the least used go first. Safe for many threads.
class ReadingCache {
 public:
  explicit ReadingCache(const indicators::Catalogue& catalogue, std::size_t most_bytes = 128u << 20)
      : catalogue_(catalogue), most_bytes_(most_bytes) {}

  const indicators::Catalogue& catalogue() const { return catalogue_; }
  std::shared_ptr<const Reading> read(const ReportInput& input, const store::AttachmentFolder& files);
  // The same for bytes that are not stored yet. Problems of text::read_document, and 413 `report_too_long`.
  Reading read(std::string bytes, const ReadOptions& options) const;
  std::size_t bytes() const;

 private:
  struct Kept {
    std::string key;
    std::shared_ptr<const Reading> reading;
    std::size_t bytes;
  };
  const indicators::Catalogue& catalogue_;
  const std::size_t most_bytes_;
  mutable std::mutex mutex_;
  std::list<Kept> kept_;  // the last used first
  std::unordered_map<std::string, std::list<Kept>::iterator> by_key_;
  std::size_t bytes_ = 0;
};

ReadOptions options_of(const ReportInput& input);

// What can be guessed of a report from its text, for the form that asks for it.
struct ReportGuess {
  std::string title, about;  // "" where not found
  std::optional<int> year;
};
ReportGuess guess(const Reading& reading);

}  // namespace yizheng::reports
