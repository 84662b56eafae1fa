// Invented texts of the demo district, made from a grammar: the same seed gives the same text. A proposal has a
// situation, an analysis and suggestions, some 1,700 characters together, about one matter in one place.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "demo/random.h"
#include "demo/topics.h"

namespace yizheng::demo {

// Which topic, which of its titles, and the places a proposal is about: two proposals of one matter share it.
struct Subject {
  std::size_t topic = 0, title = 0;
  std::array<std::size_t, 13> places{};
  std::size_t first_suggestion = 0;  // the one the whole is about
};

struct DraftText {
  std::string title, body, suggestions;
  std::string category;            // "ECONOMY", …
  std::vector<std::string> units;  // codes: who would lead, then others concerned
};

Subject make_subject(Random& random);
Subject make_subject(Random& random, std::string_view category);
DraftText make_draft(Random& random, const Subject& subject);

// `wanted` different proposals, each given to `take`; some 100,000 in a few seconds, never all held at once.
void make_corpus(std::uint64_t seed, std::size_t wanted, const std::function<void(std::size_t, DraftText&&)>& take);

struct ReplyText {
  std::string done, planned, not_adopted, body;
};
// For result class A, B or C of the default pack. `unit`: who replies; `proposer`: whom it addresses.
ReplyText make_reply(Random& random, const Subject& subject, std::string_view result_class, std::string_view unit,
                     std::string_view proposer, int round);

std::string make_contact_note(Random& random, const Subject& subject);
std::string make_co_opinion(Random& random, const Subject& subject);
std::string make_handling_plan(Random& random, const Subject& subject);
std::string make_supervision_note(Random& random, const Subject& subject);
std::string make_supervision_report(Random& random, const Subject& subject);
// `liked`: 2 satisfied, 1 basically, 0 not.
std::string make_feedback_comment(Random& random, const Subject& subject, int liked);
std::string place_in(const Subject& subject, std::string_view slot);

// Fills places and figures into a sentence.
void fill(std::string& out, std::string_view sentence, const Subject& subject, Random& random);

}  // namespace yizheng::demo
