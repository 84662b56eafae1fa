#include "store/search_block.h"

#include "store/varint.h"

namespace yizheng::store {
namespace {

// A row of this size fits into a page of 4,096 bytes on either engine, so that reading it is one access.
constexpr std::size_t BLOCK_SIZE = 3'800;

}  // namespace

void BlockWriter::add(Term term, std::string_view payload) {
  if (!data_.empty() && data_.size() + payload.size() + 8 > BLOCK_SIZE) finish();
  if (data_.empty()) first_ = last_ = term;
  put_varint(data_, static_cast<std::uint64_t>(term - last_));
  put_varint(data_, payload.size());
  data_ += payload;
  last_ = term;
}

void BlockWriter::finish() {
  if (data_.empty()) return;
  sink_({section_, first_, std::move(data_)});
  data_.clear();
}

BlockReader::BlockReader(Term first_term, std::string_view data)
    : at_(bytes_of(data)), end_(bytes_of(data) + data.size()), term_(first_term) {}

bool BlockReader::next() {
  if (at_ == end_) return false;
  term_ += static_cast<Term>(get_varint(at_, end_));
  const auto length = get_varint(at_, end_);
  if (length > static_cast<std::uint64_t>(end_ - at_))
    throw std::runtime_error("the search index is damaged: rebuild it");
  payload_ = {reinterpret_cast<const char*>(at_), length};
  at_ += length;
  return true;
}

void find_term(Connection& db, Id committee_id, std::int64_t segment, Section section, Term term,
               const std::function<void(std::string_view)>& f) {
  static constexpr std::array COLUMNS{ColumnKind::INTEGER, ColumnKind::BYTES};
  const std::array<Value, 4> parameters{committee_id.value, segment, static_cast<std::int64_t>(section), term};
  db.run(
      "SELECT first_term, data FROM search_blocks WHERE committee_id = ? AND segment_id = ? AND section = ? AND "
      "first_term <= ? ORDER BY first_term DESC LIMIT 1",
      COLUMNS, parameters, [&](const RowView& row) {
        BlockReader reader(row.integer(0), row.text(1));
        while (reader.next() && reader.term() <= term) {
          if (reader.term() == term) f(reader.payload());
        }
        return true;
      });
}

}  // namespace yizheng::store
