#include "demo/texts.h"

#include <unordered_set>

#include "demo/phrases.h"
#include "demo/places.h"

namespace yizheng::demo {
namespace {

constexpr std::array<std::string_view, 10> ordinals{"（一）", "（二）", "（三）", "（四）", "（五）",
                                                    "（六）", "（七）", "（八）", "（九）", "（十）"};
// 两 and 二 depend on what follows; three to nine do not.
constexpr std::array<std::string_view, 7> numerals{"三", "四", "五", "六", "七", "八", "九"};

// The slots in the order of Subject::places; the second ones take the next name of their kind.
constexpr std::array<std::string_view, 13> slots{"town",     "town2", "community", "village", "school",
                                                 "market",   "lake",  "river",     "road",    "park",
                                                 "hospital", "zone",  "community2"};

std::string_view name_of(const Subject& subject, std::size_t slot) {
  static const auto kinds = [] {
    std::array<const std::vector<std::string_view>*, slots.size()> found{};
    for (std::size_t i = 0; i < slots.size(); ++i) {
      found[i] = &places(slots[i] == "town2" ? "town" : slots[i] == "community2" ? "community" : slots[i]);
    }
    return found;
  }();
  const auto& names = *kinds[slot];
  return names[subject.places[slot] % names.size()];
}

void append_point(std::string& out, std::size_t number, const Point& point, const Subject& subject, Random& random) {
  out += ordinals[number];
  out += point.head;
  out += "。";
  fill(out, point.text, subject, random);
}

// Two different sentences of a list.
template <std::size_t N>
void append_some(std::string& out, const std::array<std::string_view, N>& list, std::size_t count,
                 const Subject& subject, Random& random) {
  const auto start = random.below(N), step = 1 + random.below(N - 1);
  for (std::size_t i = 0; i < count; ++i) fill(out, list[(start + i * step) % N], subject, random);
}

std::vector<std::size_t> order(std::size_t count, Random& random) {
  std::vector<std::size_t> list(count);
  for (std::size_t i = 0; i < count; ++i) list[i] = i;
  random.shuffle(list);
  return list;
}

}  // namespace

void fill(std::string& out, std::string_view sentence, const Subject& subject, Random& random) {
  while (true) {
    const auto open = sentence.find('{');
    out += sentence.substr(0, open);
    if (open == std::string_view::npos) return;
    const auto close = sentence.find('}', open);
    const auto slot = sentence.substr(open + 1, close - open - 1);
    sentence.remove_prefix(close + 1);
    if (slot == "n") {
      out += random.pick(numerals);
    } else if (slot == "h") {
      out += std::to_string(random.between(12, 98) * 10 + random.between(0, 9));
    } else if (slot == "p") {
      out += std::to_string(random.between(21, 68)) +
             (random.chance(40) ? "." + std::to_string(random.between(1, 9)) : "");
    } else if (slot == "matter") {
      out += topics()[subject.topic].matter;
    } else {
      const auto found = std::find(slots.begin(), slots.end(), slot);
      if (found == slots.end()) throw std::logic_error("a demo text has an unknown slot {" + std::string(slot) + "}");
      out += name_of(subject, static_cast<std::size_t>(found - slots.begin()));
    }
  }
}

std::string place_in(const Subject& subject, std::string_view slot) {
  const auto found = std::find(slots.begin(), slots.end(), slot);
  return std::string(name_of(subject, static_cast<std::size_t>(found - slots.begin())));
}

Subject make_subject(Random& random) {
  Subject subject;
  subject.topic = random.below(topics().size());
  const auto& topic = topics()[subject.topic];
  subject.title = random.below(topic.titles.size());
  for (auto& place : subject.places) place = random.below(1000);
  if (name_of(subject, 0) == name_of(subject, 1)) ++subject.places[1];
  if (name_of(subject, 2) == name_of(subject, 12)) ++subject.places[12];
  subject.first_suggestion = random.below(topic.suggestions.size());
  return subject;
}

Subject make_subject(Random& random, std::string_view category) {
  while (true) {
    auto subject = make_subject(random);
    if (topics()[subject.topic].category == category) return subject;
  }
}

DraftText make_draft(Random& random, const Subject& subject) {
  const auto& topic = topics()[subject.topic];
  DraftText draft;
  draft.category = topic.category;
  draft.units.emplace_back(topic.lead);
  for (const auto other : topic.others) draft.units.emplace_back(other);

  draft.title = random.chance(30) ? "关于进一步" : "关于";
  fill(draft.title, topic.titles[subject.title], subject, random);
  draft.title += random.chance(75) ? "的建议" : "的提案";

  auto& body = draft.body;
  body.reserve(4200);
  body += "一、基本情况\n";
  fill(body, random.pick(phrases::opening), subject, random);
  body += '\n';
  for (const auto sentence : topic.situation) fill(body, sentence, subject, random);
  body += '\n';
  append_some(body, phrases::survey, static_cast<std::size_t>(random.between(3, 5)), subject, random);
  body += "\n二、存在的问题\n";
  const auto problems = order(topic.problems.size(), random);
  const auto kept = static_cast<std::size_t>(random.between(3, static_cast<int>(problems.size())));
  for (std::size_t i = 0; i < kept; ++i) {
    append_point(body, i, topic.problems[problems[i]], subject, random);
    append_some(body, phrases::evidence, static_cast<std::size_t>(random.between(2, 4)), subject, random);
    body += '\n';
  }
  body += "三、原因分析\n";
  append_some(body, phrases::cause, static_cast<std::size_t>(random.between(1, 4)), subject, random);

  auto& wish = draft.suggestions;
  wish.reserve(3200);
  auto list = order(topic.suggestions.size(), random);
  std::iter_swap(std::find(list.begin(), list.end(), subject.first_suggestion), list.begin());
  const auto asked = static_cast<std::size_t>(random.between(4, static_cast<int>(list.size())));
  for (std::size_t i = 0; i < asked; ++i) {
    append_point(wish, i, topic.suggestions[list[i]], subject, random);
    append_some(wish, phrases::measure, static_cast<std::size_t>(random.between(2, 4)), subject, random);
    wish += '\n';
  }
  fill(wish, random.pick(phrases::closing), subject, random);
  return draft;
}

void make_corpus(std::uint64_t seed, std::size_t wanted, const std::function<void(std::size_t, DraftText&&)>& take) {
  Random random(seed);
  std::unordered_set<std::size_t> seen;
  seen.reserve(wanted);
  for (std::size_t made = 0; made < wanted;) {
    auto draft = make_draft(random, make_subject(random));
    if (!seen.insert(std::hash<std::string>{}(draft.body)).second) continue;
    take(made++, std::move(draft));
  }
}

}  // namespace yizheng::demo
