// Whether a figure is one of the whole committee and the whole year, as records count, or of less, of more, of another
// time or body, or only planned. A report that speaks of a part must not be told that it differs from the whole.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "indicators/catalogue.h"
#include "reports/reading.h"
#include "reports/session_name.h"

namespace yizheng::reports {

enum class FrameKind : std::uint8_t { WHOLE, PART, OTHER_TIME, PLAN, OTHER_BODY };

struct Frame {
  FrameKind kind = FrameKind::WHOLE;
  // True: not to be set beside the records. False: it may be; that it agrees can be said, that it differs cannot.
  bool certain = false;
  std::string_view words;              // of the report, that say so
  std::optional<SessionName> session;  // the plenary it is of, where that is named
};

class Frames {
 public:
  Frames(const Reading& reading, const indicators::Catalogue& catalogue, int year);
  // Of a claim of the reading.
  Frame of(std::size_t claim) const;

 private:
  // Where a claim stands.
  struct Place {
    std::uint32_t lead = 0;    // its sentence, from the last semicolon on
    std::uint32_t clause = 0;  // its clause
    std::uint32_t part = 0;    // behind the figure before it in the clause
    std::uint32_t clause_end = 0;
    std::int32_t before = -1;    // the claim before it in the sentence
    bool several_years = false;  // the paragraphs before it speak of several years
  };
  std::string_view words(std::uint32_t begin, std::uint32_t end) const;
  Frame certain_of(std::size_t claim) const;
  Frame own_of(std::size_t claim) const;
  Frame told_before(std::size_t claim) const;
  std::string_view strange_in(std::size_t claim) const;

  const Reading& reading_;
  int year_;
  std::string committee_;
  std::vector<Place> places_;
  std::vector<std::vector<std::string_view>> own_words_;  // by indicator
};

}  // namespace yizheng::reports
