#include "identity/attempt_limiter.h"

#include "base/log.h"
#include "base/problem.h"

namespace yizheng::identity {
namespace {

constexpr std::size_t most_addresses = 10'000;
constexpr std::int64_t clear_every_ms = 60'000;  // going through all of them at each failure would help the attacker

}  // namespace

void AttemptLimiter::check(const std::string& address, Instant now) {
  const std::lock_guard lock(mutex_);
  const auto found = windows_.find(address);
  if (found == windows_.end() || over(found->second, now) || found->second.failures < failures_) return;
  throw Problem(429, "too_many_attempts", "来自这个网络地址的错误登录过多,请 15 分钟后再试,或联系系统管理员。",
                "Too many failed sign-ins came from this network address; try again in 15 minutes or ask your system "
                "administrator.");
}

void AttemptLimiter::failed(const std::string& address, Instant now) {
  const std::lock_guard lock(mutex_);
  if (windows_.size() >= most_addresses && !windows_.contains(address)) {
    if (now.ms - cleared_.ms >= clear_every_ms) {
      std::erase_if(windows_, [&](const auto& item) { return over(item.second, now); });
      cleared_ = now;
    }
    // Still full: an attack from many addresses, which the locks of the accounts withstand.
    if (windows_.size() >= most_addresses) return;
  }
  auto& window = windows_[address];
  if (window.failures == 0 || over(window, now)) window = {now, 0};
  if (++window.failures == failures_) log::warn("sign-in: one address has failed {} times and must wait", failures_);
}

}  // namespace yizheng::identity
