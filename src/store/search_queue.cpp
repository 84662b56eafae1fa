// What actions tell the index, within their own transaction.
#include "base/log.h"
#include "store/search.h"
#include "store/search_flush.h"
#include "text/fold.h"

namespace yizheng::store {
namespace {

// Beyond this the scan of the queue would be felt, so the one who adds to it helps to shorten it.
constexpr std::int64_t LONG_QUEUE = 5'000;
constexpr int LOOK_EVERY = 256;

struct Known {
  std::int64_t sort_order = 0;
  std::string labels;
};
BOOST_DESCRIBE_STRUCT(Known, (), (sort_order, labels))

std::optional<Known> find_known(Connection& db, Id committee_id, std::string_view kind, Id id) {
  return db.select_one<Known>(
      "SELECT sort_order, labels FROM search_documents WHERE committee_id = ? AND kind = ? AND id = ?", committee_id,
      kind, id);
}

// Takes the present version of a document out of the queue or out of its segment.
void withdraw(Connection& db, Id committee_id, std::string_view kind, Id id, const Known& known) {
  if (db.execute("DELETE FROM search_queue WHERE committee_id = ? AND kind = ? AND id = ?", committee_id, kind, id) >
      0) {
    return;
  }
  const auto standing = find_document(db, committee_id, kind, {known.sort_order, id.value});
  if (!standing) return;
  Bits bits = read_bits(db, committee_id, standing->segment, "");
  bits.clear(standing->place);
  write_bits(db, committee_id, standing->segment.id, "", bits);
}

void shorten_queue(Write& write) {
  thread_local int added = 0;
  if (++added % LOOK_EVERY != 0) return;
  if (write.db.select_one<std::int64_t>("SELECT COUNT(*) FROM search_queue").value_or(0) <= LONG_QUEUE) return;
  const auto collection = waiting_collections(write.db).front();
  log::debug("the search index is behind by {} documents: indexing with the writes", collection.waiting);
  // From the other end than the Indexer, which may be at work on the oldest just now.
  write_segment(write, collection, build_segment(take_from_queue(write.db, collection, QueueEnd::NEWEST)));
}

}  // namespace

void put_document(Write& write, const SearchDocument& document) {
  auto& db = write.db;
  const auto labels = join_labels(document.labels);
  if (const auto known = find_known(db, document.committee_id, document.kind, document.id)) {
    withdraw(db, document.committee_id, document.kind, document.id, *known);
    db.execute("UPDATE search_documents SET sort_order = ?, labels = ? WHERE committee_id = ? AND kind = ? AND id = ?",
               document.order, labels, document.committee_id, document.kind, document.id);
  } else {
    db.execute("INSERT INTO search_documents (committee_id, kind, id, sort_order, labels) VALUES (?, ?, ?, ?, ?)",
               document.committee_id, document.kind, document.id, document.order, labels);
  }
  db.execute(
      "INSERT INTO search_queue (committee_id, kind, id, token, sort_order, labels, title, body) "
      "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
      document.committee_id, document.kind, document.id, new_id(), document.order, labels, text::fold(document.title),
      text::fold(document.body));
  shorten_queue(write);
}

void put_labels(Write& write, Id committee_id, std::string_view kind, Id id, const std::vector<std::string>& labels) {
  auto& db = write.db;
  const auto known = find_known(db, committee_id, kind, id);
  const auto lines = join_labels(labels);
  if (!known || known->labels == lines) return;
  db.execute("UPDATE search_documents SET labels = ? WHERE committee_id = ? AND kind = ? AND id = ?", lines,
             committee_id, kind, id);
  // A new token: an indexing under way must not take the row with its old labels.
  if (db.execute("UPDATE search_queue SET labels = ?, token = ? WHERE committee_id = ? AND kind = ? AND id = ?", lines,
                 new_id(), committee_id, kind, id) > 0) {
    return;
  }
  const auto standing = find_document(db, committee_id, kind, {known->sort_order, id.value});
  if (!standing) return;
  const auto had = split_labels(known->labels), has = split_labels(lines);
  const auto change = [&](const std::vector<std::string>& from, const std::vector<std::string>& to, bool add) {
    for (const auto& label : from) {
      if (std::find(to.begin(), to.end(), label) != to.end()) continue;
      Bits bits = read_bits(db, committee_id, standing->segment, label);
      add ? bits.set(standing->place) : bits.clear(standing->place);
      write_bits(db, committee_id, standing->segment.id, label, bits);
    }
  };
  change(had, has, false);
  change(has, had, true);
}

void remove_document(Write& write, Id committee_id, std::string_view kind, Id id) {
  const auto known = find_known(write.db, committee_id, kind, id);
  if (!known) return;
  withdraw(write.db, committee_id, kind, id, *known);
  write.db.execute("DELETE FROM search_documents WHERE committee_id = ? AND kind = ? AND id = ?", committee_id, kind,
                   id);
}

}  // namespace yizheng::store
