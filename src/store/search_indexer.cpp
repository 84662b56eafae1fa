// The Indexer's thread: makes segments of what is queued, and larger ones of small ones.
#include <malloc.h>

#include "base/background.h"
#include "base/log.h"
#include "store/search.h"
#include "store/search_merge.h"

namespace yizheng::store {
namespace {

using Clock = std::chrono::steady_clock;
constexpr auto IDLE = std::chrono::milliseconds(1'000);
constexpr auto BETWEEN_FLUSHES = std::chrono::milliseconds(400);

// Fewer than this stay in the queue, where the scan finds them as fast; many small segments would cost more.
constexpr std::int64_t WORTH_A_SEGMENT = 64;

}  // namespace

struct Indexer::State {
  explicit State(Database& database_) : database(database_), thread([this] { work(); }) {}

  ~State() {
    {
      const std::lock_guard lock(mutex);
      stopping = true;
    }
    changed.notify_all();
    thread.join();
  }

  void work() {
    step_back();
    // On SQLite no other process can be building one: what is left is of a process that was killed.
    guarded([this] {
      sweep_segments(database, database.engine() == Engine::SQLITE, [this] { return stopping.load(); });
      merge_all();
    });
    std::unique_lock lock(mutex);
    while (!stopping) {
      changed.wait_for(lock, IDLE, [this] { return stopping || woken || drains_asked != drains_done; });
      if (stopping) return;
      woken = false;
      const std::uint64_t asked = drains_asked;
      lock.unlock();
      const bool done = guarded([&] {
        // What building and merging took goes back to the system: the whole server stays small.
        if (round(asked != drains_done)) ::malloc_trim(0);
      });
      lock.lock();
      if (done) {
        drains_done = asked;
        changed.notify_all();
      } else {
        changed.wait_for(lock, IDLE, [this] { return stopping.load(); });
      }
    }
  }

  bool guarded(const std::function<void()>& f) {
    try {
      f();
      return true;
    } catch (const std::exception& error) {
      // Nothing is lost: the queue keeps what it has, and searches scan it.
      log::warn("indexing failed and will be tried again: {}", error.what());
      return false;
    }
  }

  // Returns whether there was something to do.
  bool round(bool everything) {
    const bool flushed = flush(everything);
    if (everything) {
      must_merge = must_merge || flushed;  // who waits for the queue does not wait for the merges
    } else if (flushed || must_merge) {
      must_merge = false;
      merge_all();
      return true;
    }
    return flushed;
  }

  // Returns whether there was something to do.
  bool flush(bool everything) {
    bool any = false;
    for (bool more = true; more && !stopping;) {
      more = false;
      for (const auto& collection : database.read(waiting_collections)) {
        const bool full = collection.waiting >= static_cast<std::int64_t>(MOST_AT_ONCE);
        const bool due = collection.waiting >= WORTH_A_SEGMENT && Clock::now() - flushed_at >= BETWEEN_FLUSHES;
        if (!everything && !full && !due) continue;
        auto built = build_segment(database.read([&](Connection& db) { return take_from_queue(db, collection); }));
        database.write_and_wait([&](Write& write) { write_segment(write, collection, std::move(built)); });
        flushed_at = Clock::now();
        any = more = true;
      }
    }
    return any;
  }

  void merge_all() {
    bool any = false;
    for (const auto& collection : database.read(indexed_collections)) {
      while (!stopping) {
        const auto due =
            database.read([&](Connection& db) { return due_for_merge(db, collection.committee_id, collection.kind); });
        if (due.empty()) break;
        // A merge may take seconds: what is queued meanwhile is indexed in between.
        auto looked_at = Clock::now();
        const auto pause = [&] {
          if (Clock::now() - looked_at >= BETWEEN_FLUSHES) {
            flush(drains_asked != drains_done);
            looked_at = Clock::now();
          }
          return stopping.load();
        };
        if (!merge_segments(database, collection, due, pause)) break;
        any = true;
      }
    }
    if (any) sweep_segments(database, false, [this] { return stopping.load(); });
  }

  Database& database;
  std::mutex mutex;
  std::condition_variable changed;
  std::atomic<bool> stopping = false;
  bool woken = false;
  std::atomic<std::uint64_t> drains_asked = 0, drains_done = 0;
  bool must_merge = false;
  Clock::time_point flushed_at{};
  std::thread thread;  // last: starts when all else stands
};

Indexer::Indexer(Database& database) : state_(std::make_unique<State>(database)) {}
Indexer::~Indexer() = default;

void Indexer::wake() {
  {
    const std::lock_guard lock(state_->mutex);
    state_->woken = true;
  }
  state_->changed.notify_all();
}

void Indexer::drain() {
  std::unique_lock lock(state_->mutex);
  const auto mine = ++state_->drains_asked;
  state_->changed.notify_all();
  state_->changed.wait(lock, [&] { return state_->drains_done >= mine || state_->stopping; });
}

}  // namespace yizheng::store
