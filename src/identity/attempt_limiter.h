// Wrong sign-ins from one address. The lock of an account does not stop who tries one password on every account, and
// each try costs 64 MiB and a ledger entry; so an address that keeps failing must wait.
#pragma once

#include <chrono>
#include <cstddef>
#include <mutex>
#include <string>
#include <unordered_map>

#include "base/time.h"

namespace yizheng::identity {

class AttemptLimiter {
 public:
  // `failures` within `window`; a whole office behind one address must still be able to mistype.
  AttemptLimiter(int failures, std::chrono::minutes window) : failures_(failures), window_(window) {}

  // Throws Problem 429 `too_many_attempts`.
  void check(const std::string& address, Instant now);
  void failed(const std::string& address, Instant now);

 private:
  struct Window {
    Instant since;
    int failures = 0;
  };
  bool over(const Window& window, Instant now) const {
    return now.ms - window.since.ms >= std::chrono::milliseconds(window_).count();
  }

  const int failures_;
  const std::chrono::minutes window_;
  std::mutex mutex_;
  std::unordered_map<std::string, Window> windows_;
  Instant cleared_;
};

}  // namespace yizheng::identity
