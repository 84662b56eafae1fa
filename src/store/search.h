// Full-text search over one character upwards, in either script, on both engines.
//
// A document is a title and a body under a (committee, kind, id). It is queued in the same transaction as the
// record, indexed within a second by the program itself, and found meanwhile by a scan of the queue: what was
// acknowledged is always found.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "store/database.h"

namespace yizheng::store {

struct SearchDocument {
  Id committee_id;
  std::string kind;  // "proposal"
  Id id;
  std::int64_t order = 0;  // larger is newer: the instant it is sorted by, in milliseconds
  std::string title;
  std::string body;
  // Who may find it: small labels, for instance "released", "person:17", "unit:23". A search names the labels
  // of its reader, or none to see everything.
  std::vector<std::string> labels;
};

// Adds or replaces a document, within the action's transaction.
void put_document(Write& write, const SearchDocument& document);
// Replaces the labels only (cheap; for a change of state that changes who may see it).
void put_labels(Write& write, Id committee_id, std::string_view kind, Id id, const std::vector<std::string>& labels);
void remove_document(Write& write, Id committee_id, std::string_view kind, Id id);

struct SearchRequest {
  Id committee_id;
  std::string kind;
  std::string text;                      // folded and normalised inside; at most 64 characters are used
  std::vector<std::string> labels = {};  // empty: all documents
  std::size_t limit = 20;
  std::size_t offset = 0;  // at most 1,000
};

struct SearchHit {
  Id id;
  bool in_title = false;
};
struct SearchResult {
  std::vector<SearchHit> hits;  // title before body, newer before older
  std::int64_t total = 0;       // number of documents that match
};
SearchResult search(Connection& db, const SearchRequest& request);

// Where `query` occurs in `text`, in code points: found under folding, so that 議政 marks 议政.
struct Mark {
  std::int64_t start = 0, end = 0;
};
BOOST_DESCRIBE_STRUCT(Mark, (), (start, end))
// A piece of `text` of at most `length` code points around the first occurrences, and their places in the piece.
struct Excerpt {
  std::string text;
  std::vector<Mark> marks;
};
BOOST_DESCRIBE_STRUCT(Excerpt, (), (text, marks))
Excerpt excerpt(std::string_view text, std::string_view query, std::size_t length = 80);

// Keeps the index up with the queue; the server owns one and stops it before the database. A few dozen documents may
// rest in the queue: a search scans them as fast as it reads a small segment, and finds them just the same.
class Indexer {
 public:
  explicit Indexer(Database& database);
  ~Indexer();
  void wake();   // something was queued
  void drain();  // returns when the queue is empty (commands and tests)

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace yizheng::store
