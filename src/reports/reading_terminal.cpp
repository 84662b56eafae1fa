#include "reports/reading_terminal.h"

#include <fmt/format.h>

#include <cmath>
#include <map>

#include "reports/rounding.h"
#include "text/utf8.h"

namespace yizheng::reports {
namespace {

// Wide in East Asian terminals: from Hangul on, the CJK blocks, full-width forms and most pictures.
bool wide(char32_t c) {
  return (c >= 0x1100 && c <= 0x115F) || (c >= 0x2E80 && c <= 0xA4CF) || (c >= 0xAC00 && c <= 0xD7A3) ||
         (c >= 0xF900 && c <= 0xFAFF) || (c >= 0xFE30 && c <= 0xFE6F) || (c >= 0xFF00 && c <= 0xFF60) ||
         (c >= 0xFFE0 && c <= 0xFFE6) || (c >= 0x1F300 && c <= 0x1FAFF) || (c >= 0x20000 && c <= 0x3FFFD) ||
         c == 0x2014 || c == 0x2018 || c == 0x2019 || c == 0x201C || c == 0x201D || c == 0x2026 || c == 0x25CF;
}
int width_of(char32_t c) {
  if (c == 0 || (c >= 0x300 && c <= 0x36F) || (c >= 0x200B && c <= 0x200F)) return 0;
  return wide(c) ? 2 : 1;
}
bool harmful(char32_t c) {
  return (c < 0x20 && c != '\n' && c != '\t') || (c >= 0x7F && c < 0xA0) || (c >= 0x200E && c <= 0x200F) ||
         (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

bool closing(char32_t c) {
  return c == U'。' || c == U'、' || c == U'”' || c == U'》' || c == 0xFF0C || c == 0xFF1B || c == 0xFF1A ||
         c == 0xFF09;
}

constexpr std::string_view reset = "\033[0m", bold = "\033[1m", dim = "\033[2m", green = "\033[32m", red = "\033[1;31m",
                           yellow = "\033[33m", blue = "\033[34m", cyan = "\033[36m", magenta = "\033[35m";

std::string_view colour_of(ClaimKind kind) {
  switch (kind) {
    case ClaimKind::COUNT:
      return cyan;
    case ClaimKind::MONEY:
    case ClaimKind::MONEY_PER:
      return yellow;
    case ClaimKind::SHARE:
    case ClaimKind::RATE:
      return magenta;
    case ClaimKind::CHANGE:
    case ClaimKind::RANK:
      return green;
    default:
      return dim;
  }
}

struct Look {
  std::string_view sign, colour;
};
Look look_of(CheckVerdict verdict) {
  switch (verdict) {
    case CheckVerdict::HOLDS:
      return {"✓", green};
    case CheckVerdict::FAILS:
      return {"✗", red};
    case CheckVerdict::BASE_IMPLIED:
      return {"~", yellow};
    default:
      return {"·", blue};
  }
}

class Screen {
 public:
  Screen(std::ostream& out, const TerminalOptions& options) : out_(out), options_(options) {}

  bool zh() const { return options_.language == Language::ZH; }
  Language language() const { return options_.language; }
  void colour(std::string_view code) {
    if (options_.colours) out_ << code;
  }
  // Words that flow on, broken at the width of the terminal; `indent` columns stay free at the left.
  void flow(std::string_view text, int indent = 0) {
    for (std::size_t at = 0; at < text.size();) {
      const auto begin = at;
      const auto c = text::next_code_point(text, at);
      if (c == '\n') {
        end_line();
        continue;
      }
      if (harmful(c)) continue;
      const int width = width_of(c);
      // Closing marks may stand in the last columns, so that none begins a line.
      if (column_ + width > options_.width - (closing(c) ? 0 : 2)) {
        out_ << '\n';
        column_ = 0;
        if (c == ' ') continue;
      }
      if (column_ < indent) {
        for (; column_ < indent; ++column_) out_ << ' ';
      }
      out_.write(text.data() + begin, static_cast<std::streamsize>(at - begin));
      column_ += width;
    }
  }
  void end_line() {
    out_ << '\n';
    column_ = 0;
  }
  void heading(std::string_view zh_title, std::string_view en_title) {
    end_line();
    colour(bold);
    flow(zh() ? zh_title : en_title);
    colour(reset);
    end_line();
  }

 private:
  std::ostream& out_;
  const TerminalOptions& options_;
  int column_ = 0;
};

class Printer {
 public:
  Printer(std::ostream& out, const Reading& reading, const indicators::Catalogue& catalogue,
          const TerminalOptions& options)
      : screen_(out, options), reading_(reading), catalogue_(catalogue), options_(options) {}

  void print(std::string_view file) {
    if (options_.summary) summary(file);
    if (options_.repairs) repairs();
    if (options_.text) text();
    if (options_.claims) claims();
    if (options_.checks) checks();
  }

 private:
  void line(std::string_view zh_label, std::string_view en_label, const std::string& words) {
    const auto label = screen_.zh() ? zh_label : en_label;
    screen_.colour(dim);
    screen_.flow(fmt::format("{}{:<{}}", label, "", std::max(1, 10 - columns(label))));
    screen_.colour(reset);
    screen_.flow(words, 10);
    screen_.end_line();
  }

  template <class E>
  std::string tally(const std::map<E, std::size_t>& counts) const {
    std::string words;
    std::size_t all = 0;
    for (const auto& [kind, count] : counts) {
      words += fmt::format("{}{} {}", words.empty() ? "" : ", ", title_of(kind, options_.language), count);
      all += count;
    }
    return words.empty() ? std::string("0") : fmt::format("{}  ({})", all, words);
  }

  void summary(std::string_view file) {
    screen_.colour(bold);
    screen_.flow(printable(file));
    screen_.colour(reset);
    screen_.end_line();
    auto form = code_of(reading_.document.format);
    for (auto& c : form) c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
    line("文件", "file",
         fmt::format("{} · {} · {} {}", form, reading_.document.encoding, text::length(reading_.repaired.text),
                     screen_.zh() ? "字" : "characters"));
    for (const auto& note : reading_.document.notes) line("说明", "note", screen_.zh() ? note.zh : note.en);
    std::map<text::RepairKind, std::size_t> repaired, waiting;
    for (const auto& repair : reading_.repaired.repairs) ++(repair.applied ? repaired : waiting)[repair.kind];
    line("修复", "repairs", tally(repaired));
    if (!waiting.empty()) line("未改动", "left as is", tally(waiting));
    std::map<ClaimKind, std::size_t> kinds;
    for (const auto& claim : reading_.claims) {
      if (is_claim(claim.kind)) ++kinds[claim.kind];
    }
    line("数字", "figures", tally(kinds));
    std::map<CheckVerdict, std::size_t> verdicts;
    for (const auto& check : reading_.checks) ++verdicts[check.verdict];
    line("核对", "checks", tally(verdicts));
  }

  void text() {
    screen_.heading("正文", "Text");
    const std::string_view whole = reading_.repaired.text;
    std::size_t at = 0;
    for (const auto& claim : reading_.claims) {
      if (!is_claim(claim.kind) || claim.begin < at) continue;
      screen_.flow(whole.substr(at, claim.begin - at));
      screen_.colour(colour_of(claim.kind));
      screen_.flow(options_.colours ? std::string(quantity(claim)) : fmt::format("[{}]", quantity(claim)));
      screen_.colour(reset);
      at = claim.end;
    }
    screen_.flow(whole.substr(at));
  }

  void repairs() {
    screen_.heading("修复", "Repairs");
    text::CodePointCounter start(reading_.document.text);
    for (const auto& repair : reading_.repaired.repairs) {
      // The whole document is told by its summary line.
      if (repair.kind == text::RepairKind::TRADITIONAL_SCRIPT) continue;
      const auto original = std::string_view(reading_.document.text).substr(repair.begin, repair.end - repair.begin);
      screen_.colour(repair.applied ? green : yellow);
      screen_.flow(fmt::format("{}:{} ", code_of(repair.kind), start.at(repair.begin)));
      screen_.colour(reset);
      const auto end = screen_.zh() ? "" : " ";
      auto words = fmt::format("{}{}({}) “{}”", title_of(repair.kind, options_.language), end,
                               title_of(repair.confidence, options_.language), shortened(original));
      if (repair.replacement && repair.replacement->empty()) {
        words += screen_.zh() ? " 删去" : " deleted";
      } else if (repair.replacement) {
        words += fmt::format(" → “{}”", shortened(*repair.replacement));
      } else {
        words += screen_.zh() ? " 原文不可知" : " what stood here is not known";
      }
      if (!repair.applied) words += screen_.zh() ? " (未改动)" : " (left as is)";
      screen_.flow(words, 4);
      screen_.end_line();
    }
  }

  void claims() {
    screen_.heading("数字", "Figures");
    for (const auto& claim : reading_.claims) {
      if (!is_claim(claim.kind)) continue;
      screen_.colour(colour_of(claim.kind));
      screen_.flow(quantity(claim));
      screen_.colour(reset);
      auto words = fmt::format("  {}", title_of(claim.kind, options_.language));
      if (claim.approx != Approx::EXACT) words += fmt::format(" {}", title_of(claim.approx, options_.language));
      words += fmt::format("  {}", figure(claim.value, 4));
      if (!std::isnan(claim.value_high)) words += fmt::format("–{}", figure(claim.value_high, 4));
      words += fmt::format(" {}", reading_.names.text(claim.unit));
      if (claim.indicator >= 0) {
        const auto& indicator = catalogue_.at(claim.indicator);
        words += fmt::format("  {}", screen_.zh() ? indicator.zh_hans : indicator.en);
      }
      if (claim.subject) words += fmt::format("  {}", reading_.names.text(claim.subject));
      if (claim.period) words += fmt::format("  {}", claim.period);
      if (claim.scope) words += fmt::format("  {}", reading_.names.text(claim.scope));
      screen_.flow(words, 4);
      screen_.end_line();
    }
  }

  void checks() {
    screen_.heading("核对", "Checks");
    if (reading_.checks.empty()) {
      screen_.flow(screen_.zh() ? "没有可以核对的算术关系。" : "No arithmetic to check.");
      screen_.end_line();
    }
    for (const auto& check : reading_.checks) {
      const auto look = look_of(check.verdict);
      screen_.colour(look.colour);
      screen_.flow(fmt::format("{} {} {}  ", look.sign, title_of(check.kind, options_.language),
                               title_of(check.verdict, options_.language)));
      screen_.colour(reset);
      std::string figures;
      const auto name = [&](std::uint32_t index) {
        figures += (figures.empty() ? "" : ", ") + std::string(quantity(reading_.claims[index]));
      };
      for (const auto part : check.parts) name(part);
      if (check.total && (check.parts.empty() || check.parts[0] != *check.total)) name(*check.total);
      if (check.stated_claim) name(*check.stated_claim);
      screen_.flow(figures + "  " + (screen_.zh() ? check.zh : check.en), 4);
      screen_.end_line();
    }
  }

  std::string_view quantity(const Claim& claim) const {
    return std::string_view(reading_.repaired.text).substr(claim.begin, claim.end - claim.begin);
  }
  static std::string shortened(std::string_view words) {
    auto flat = printable(words);
    for (auto& c : flat) {
      if (c == '\n') c = ' ';
    }
    const std::size_t points = text::length(flat);
    if (points <= 40) return flat;
    return std::string(text::substring(flat, 0, 24)) + "…" + std::string(text::substring(flat, points - 12, 12));
  }

  Screen screen_;
  const Reading& reading_;
  const indicators::Catalogue& catalogue_;
  const TerminalOptions& options_;
};

}  // namespace

int columns(std::string_view utf8) {
  int sum = 0;
  for (std::size_t at = 0; at < utf8.size();) sum += width_of(text::next_code_point(utf8, at));
  return sum;
}

std::string printable(std::string_view utf8) {
  std::string out;
  for (std::size_t at = 0; at < utf8.size();) {
    const auto begin = at;
    if (!harmful(text::next_code_point(utf8, at))) out += utf8.substr(begin, at - begin);
  }
  return out;
}

void write_reading_terminal(std::ostream& out, std::string_view file, const Reading& reading,
                            const indicators::Catalogue& catalogue, const TerminalOptions& options) {
  Printer(out, reading, catalogue, options).print(file);
}

}  // namespace yizheng::reports
