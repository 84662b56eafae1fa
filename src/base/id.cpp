#include "base/id.h"

#include <sodium.h>

#include <charconv>
#include <mutex>

#include "base/time.h"

namespace yizheng {
namespace {

constexpr std::int64_t epoch_ms = 1'577'836'800'000;  // 2020-01-01T00:00:00Z
constexpr int counter_bits = 12;
constexpr int node_bits = 10;

}  // namespace

Id new_id() {
  static std::mutex mutex;
  static const std::int64_t node = randombytes_uniform(1U << node_bits);
  static std::int64_t last_tick = 0;
  static std::int64_t counter = 0;

  std::lock_guard lock(mutex);
  const std::int64_t tick = system_now().ms - epoch_ms;
  if (tick > last_tick) {
    last_tick = tick;
    counter = 0;
  } else if (++counter == (1 << counter_bits)) {
    // More than 4,096 in a millisecond, or a clock set back: borrow from the future rather than repeat.
    ++last_tick;
    counter = 0;
  }
  return Id{(last_tick << (node_bits + counter_bits)) | (node << counter_bits) | counter};
}

std::string to_string(Id id) { return std::to_string(id.value); }

std::optional<Id> parse_id(std::string_view text) {
  if (text.empty() || text.size() > 19 || text.front() == '0') return std::nullopt;
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size() || value <= 0) return std::nullopt;
  return Id{value};
}

}  // namespace yizheng
