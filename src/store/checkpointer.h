// Moves what SQLite's write-ahead log holds into the file, on a thread of its own: the writer, for whom everybody
// waits, would else do it every few dozen commits. The log starts anew only when all of it has been moved, which under
// unbroken writing never happens by itself; so from a certain size on the writer does the small rest at once.
#pragma once

#include <condition_variable>
#include <mutex>
#include <string>
#include <thread>

namespace yizheng::store {

class Checkpointer {
 public:
  explicit Checkpointer(std::string path);
  ~Checkpointer();
  Checkpointer(const Checkpointer&) = delete;
  Checkpointer& operator=(const Checkpointer&) = delete;

  // After each commit: the pages the log has now. True where the writer must do the rest itself.
  bool committed(int pages);

 private:
  void work();
  int move_pages();

  const std::string path_;
  std::mutex mutex_;
  std::condition_variable grown_;
  int pages_ = 0, moved_ = 0;
  bool stopping_ = false;
  std::thread thread_;  // last: starts when all else stands
};

}  // namespace yizheng::store
