#include "http/connections.h"

#include <sys/socket.h>

namespace yizheng::http {
namespace {

std::int64_t steady_ms() {
  return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now().time_since_epoch())
      .count();
}

}  // namespace

void Link::enter(Phase phase, std::chrono::milliseconds allowed) {
  phase_.store(phase, std::memory_order_relaxed);
  deadline_.store(steady_ms() + allowed.count(), std::memory_order_relaxed);
}

void Link::enter(Phase phase) {
  phase_.store(phase, std::memory_order_relaxed);
  deadline_.store(0, std::memory_order_relaxed);
}

void Link::closed() {
  std::lock_guard lock(mutex_);
  open_ = false;
}

void Link::shut(int how) {
  std::lock_guard lock(mutex_);
  if (open_) ::shutdown(socket_, how);
}

void Connections::add(Link& link) {
  std::lock_guard lock(mutex_);
  links_.insert(&link);
}

void Connections::remove(Link& link) {
  std::lock_guard lock(mutex_);
  links_.erase(&link);
}

std::size_t Connections::count() const {
  std::lock_guard lock(mutex_);
  return links_.size();
}

void Connections::sweep() {
  const auto now = steady_ms();
  std::lock_guard lock(mutex_);
  for (auto* link : links_) {
    auto deadline = link->deadline_.load(std::memory_order_relaxed);
    if (deadline == 0 || deadline > now || !link->deadline_.compare_exchange_strong(deadline, 0)) continue;
    link->timed_out_ = true;
    // A slow sender can still be told why; a slow reader cannot.
    link->shut(link->phase_ == Link::Phase::WRITING ? SHUT_RDWR : SHUT_RD);
  }
}

void Connections::end_idle() {
  std::lock_guard lock(mutex_);
  for (auto* link : links_) {
    if (link->phase_ == Link::Phase::IDLE) link->shut(SHUT_RD);
  }
}

void Connections::end_all() {
  std::lock_guard lock(mutex_);
  for (auto* link : links_) link->shut(SHUT_RDWR);
}

}  // namespace yizheng::http
