#include "proposals/page_keeper.h"

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <thread>

#include "base/background.h"
#include "base/log.h"
#include "proposals/stored_page.h"

namespace yizheng::proposals {
namespace {

using std::chrono::milliseconds;

constexpr milliseconds idle{1'000}, after_failure{30'000};
constexpr std::size_t at_once = 16;  // some milliseconds of the writer's time
// Where people write more than this between two looks, they have the writer for themselves.
constexpr std::uint64_t busy = 50;

// Returns how many there were to make.
std::size_t make_some(store::Database& database, std::size_t most) {
  const auto keys = database.read([&](store::Connection& db) { return outdated_pages(db, most); });
  if (!keys.empty()) {
    database.write_and_wait([&](store::Write& write) {
      for (const auto& key : keys) make_page(write.db, key);
    });
  }
  return keys.size();
}

}  // namespace

struct PageKeeper::State {
  explicit State(store::Database& database_) : database(database_), thread([this] { work(); }) {}
  ~State() {
    {
      const std::lock_guard lock(mutex);
      stopping = true;
    }
    changed.notify_all();
    thread.join();
  }

  // False when it is time to stop.
  bool pause(milliseconds time) {
    std::unique_lock lock(mutex);
    return !changed.wait_for(lock, time, [this] { return stopping; });
  }

  void work() {
    step_back();
    auto wait = idle;
    std::uint64_t seen = 0;  // actions of the writer, our own included
    while (pause(wait)) {
      wait = idle;
      try {
        const auto figures = database.writer_figures();
        const bool others_write = figures.waiting > 0 || figures.actions - seen > busy;
        seen = figures.actions;
        if (others_write) continue;
        if (make_some(database, at_once) == at_once) wait = milliseconds(1);
        seen = database.writer_figures().actions;
      } catch (const std::exception& failure) {
        // Nothing is lost: pages are made from the records meanwhile.
        log::warn("keeping pages of proposals failed and will be tried again: {}", failure.what());
        wait = after_failure;
      }
    }
  }

  store::Database& database;
  std::mutex mutex;
  std::condition_variable changed;
  bool stopping = false;
  std::thread thread;  // last: starts when all else stands
};

PageKeeper::PageKeeper(store::Database& database) : state_(std::make_unique<State>(database)) {}
PageKeeper::~PageKeeper() = default;

void make_all_pages(store::Database& database) {
  constexpr std::size_t an_action = 200;
  while (make_some(database, an_action) > 0) {
  }
}

}  // namespace yizheng::proposals
