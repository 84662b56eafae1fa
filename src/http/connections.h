// The open connections of a server, seen from outside their coroutines: deadlines, and the end of the server.
#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>
#include <mutex>
#include <unordered_set>

namespace yizheng::http {

// One deadline a connection, kept as a number: setting one costs no timer. A connection past it has its socket shut
// down (not closed: its number could be another's by then), which its coroutine sees as the end of the stream.
class Link {
 public:
  explicit Link(int socket) : socket_(socket) {}

  enum class Phase { IDLE, READING, RUNNING, WRITING };
  void enter(Phase phase, std::chrono::milliseconds allowed);
  void enter(Phase phase);  // without a deadline
  bool timed_out() const { return timed_out_.load(); }
  void forget_timeout() { timed_out_ = false; }
  void closed();  // from now on the socket's number is not ours

 private:
  friend class Connections;
  void shut(int how);

  const int socket_;
  std::mutex mutex_;
  bool open_ = true;
  std::atomic<Phase> phase_ = Phase::IDLE;
  std::atomic<std::int64_t> deadline_ = 0;  // of the steady clock in ms, 0 for none
  std::atomic<bool> timed_out_ = false;
};

class Connections {
 public:
  void add(Link& link);
  void remove(Link& link);
  std::size_t count() const;
  void sweep();     // ends what is past its deadline
  void end_idle();  // ends what waits for a request
  void end_all();   // ends what reads or writes too

 private:
  mutable std::mutex mutex_;
  std::unordered_set<Link*> links_;
};

}  // namespace yizheng::http
