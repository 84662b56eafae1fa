#include "indicators/catalogue.h"

#include <algorithm>

#include "indicators/lexicon.h"

namespace yizheng::indicators {

Catalogue::Catalogue(std::vector<Indicator> indicators, const std::vector<Implication>& implications,
                     const std::vector<std::string>& masks)
    : indicators_(std::move(indicators)) {
  std::sort(indicators_.begin(), indicators_.end(), [](const auto& a, const auto& b) { return a.code < b.code; });
  lexicon_ = std::make_shared<const Lexicon>(
      indicators_, [](const Indicator& one) { return !is_governments(one); }, implications, masks);
  government_lexicon_ = std::make_shared<const Lexicon>(indicators_, is_governments, std::vector<Implication>{},
                                                        std::vector<std::string>{});
}

int Catalogue::find(std::string_view code) const {
  const auto found = std::lower_bound(indicators_.begin(), indicators_.end(), code,
                                      [](const Indicator& one, std::string_view wanted) { return one.code < wanted; });
  if (found == indicators_.end() || found->code != code) return -1;
  return static_cast<int>(found - indicators_.begin());
}

Catalogue read_catalogue(const std::string& folder) {
  auto reading = check_catalogue(folder);
  if (reading.catalogue) return std::move(*reading.catalogue);
  std::string zh, en;
  for (std::size_t i = 0; i < reading.faults.size() && i < 3; ++i) {
    const auto& fault = reading.faults[i];
    zh += fmt::format("{}:{} {} ", fault.file, fault.place, fault.zh);
    en += fmt::format("{}:{} {} ", fault.file, fault.place, fault.en);
  }
  throw Problem(
      500, "pack_faulty",
      fmt::format("指标目录有 {} 处错误:{}请运行 yizheng pack check {} 查看全部。", reading.faults.size(), zh, folder),
      fmt::format("The catalogue of indicators has {} faults: {}Run yizheng pack check {} to see them all.",
                  reading.faults.size(), en, folder));
}

}  // namespace yizheng::indicators
