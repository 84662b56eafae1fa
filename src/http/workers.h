// Threads for what takes long: task routes and /readyz.
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace yizheng::http {

class Workers {
 public:
  explicit Workers(int threads);
  ~Workers();  // runs what is queued, then joins

  // False when 1,000 tasks wait already. A task must not throw.
  bool run(std::function<void()> task);

 private:
  void work();

  std::mutex mutex_;
  std::condition_variable wake_;
  std::deque<std::function<void()>> tasks_;
  bool stopping_ = false;
  std::vector<std::thread> threads_;
};

}  // namespace yizheng::http
