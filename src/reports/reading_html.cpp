#include "reports/reading_html.h"

#include <fmt/format.h>

#include <cmath>
#include <map>

#include "reports/rounding.h"
#include "text/utf8.h"

namespace yizheng::reports {
namespace {

std::string escaped(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (const char c : text) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\'':
        out += "&#39;";
        break;
      default:
        // HTML knows no control characters but these.
        if (static_cast<unsigned char>(c) >= 0x20 || c == '\n' || c == '\t') out += c;
    }
  }
  return out;
}

std::string both(std::string_view zh, std::string_view en) {
  return fmt::format("<span class=zh lang=zh>{}</span><span class=en lang=en>{}</span>", escaped(zh), escaped(en));
}

template <class E>
std::string both(E kind) {
  return both(title_of(kind, Language::ZH), title_of(kind, Language::EN));
}

class Page {
 public:
  Page(std::ostream& out, const Reading& reading, const indicators::Catalogue& catalogue)
      : out_(out),
        reading_(reading),
        catalogue_(catalogue),
        text_(reading.repaired.text),
        source_(reading.document.text) {}

  void write(std::string_view file, Language language) {
    out_ << "<!doctype html>\n<html lang=" << (language == Language::ZH ? "zh" : "en")
         << "><head><meta charset=utf-8><meta name=viewport content=\"width=device-width,initial-scale=1\">"
         << "<meta http-equiv=Content-Security-Policy content=\"default-src 'none';style-src 'unsafe-inline';"
         << "script-src 'unsafe-inline'\"><title>" << escaped(file) << "</title><style>" << reading_page_style()
         << "</style></head><body><main><nav><button id=language type=button>"
         << "<span class=zh lang=en>English</span><span class=en lang=zh>中文</span></button></nav><h1>"
         << escaped(file) << "</h1>";
    summary();
    checks();
    out_ << "<h2>" << both("正文", "Text") << "</h2><p>"
         << both("点一个数字看它说的是什么；点 ⟲ 看那里原来的文字。",
                 "Click a figure to see what it says; click ⟲ to see what stood there before.")
         << "</p><article>";
    article();
    out_ << "</article><h2>" << both("原文", "The original") << "</h2><details><summary>"
         << both("打开原文", "Open the original text") << "</summary><pre>";
    pieces(source_);
    out_ << "</pre></details></main><p id=about role=status hidden></p><script>" << reading_page_script()
         << "</script></body></html>\n";
  }

 private:
  // Escaped in pieces, so that a large text is not held twice.
  void pieces(std::string_view text) {
    constexpr std::size_t piece = 65536;
    for (std::size_t at = 0; at < text.size(); at += piece) out_ << escaped(text.substr(at, piece));
  }

  template <class E>
  void tally(const char* zh, const char* en, const std::map<E, std::size_t>& counts) {
    out_ << "<dt>" << both(zh, en) << "</dt><dd>";
    if (counts.empty()) out_ << "0";
    bool more = false;
    for (const auto& [kind, count] : counts) {
      out_ << (more ? ", " : "") << both(kind) << " " << count;
      more = true;
    }
    out_ << "</dd>";
  }

  void summary() {
    std::map<text::RepairKind, std::size_t> repaired, waiting;
    for (const auto& repair : reading_.repaired.repairs) ++(repair.applied ? repaired : waiting)[repair.kind];
    std::map<ClaimKind, std::size_t> kinds;
    for (const auto& claim : reading_.claims) {
      if (is_claim(claim.kind)) ++kinds[claim.kind];
    }
    std::map<CheckVerdict, std::size_t> verdicts;
    for (const auto& check : reading_.checks) ++verdicts[check.verdict];
    out_ << "<dl><dt>" << both("文件", "File") << "</dt><dd>" << code_of(reading_.document.format) << " · "
         << escaped(reading_.document.encoding) << " · " << text::length(text_) << " " << both("字", "characters")
         << "</dd>";
    for (const auto& note : reading_.document.notes) {
      out_ << "<dt>" << both("说明", "Note") << "</dt><dd>" << both(note.zh, note.en) << "</dd>";
    }
    tally("修复", "Repairs", repaired);
    if (!waiting.empty()) tally("未改动", "Left as is", waiting);
    tally("数字", "Figures", kinds);
    tally("核对", "Checks", verdicts);
    out_ << "</dl>";
  }

  void checks() {
    out_ << "<h2>" << both("核对", "Checks") << "</h2><ul class=checks>";
    for (const auto& check : reading_.checks) {
      out_ << "<li class=" << code_of(check.verdict) << "><b>" << both(check.kind) << " · " << both(check.verdict)
           << "</b>";
      for (const auto part : check.parts) link(part);
      if (check.total && (check.parts.empty() || check.parts[0] != *check.total)) link(*check.total);
      if (check.stated_claim) link(*check.stated_claim);
      out_ << "<br>" << both(check.zh, check.en) << "</li>";
    }
    out_ << "</ul>";
    if (reading_.checks.empty()) {
      out_ << "<p>" << both("没有可以核对的算术关系。", "No arithmetic to check.") << "</p>";
    }
  }
  void link(std::uint32_t index) {
    out_ << "<a href=#f" << index << ">" << escaped(quantity(reading_.claims[index])) << "</a> ";
  }
  std::string_view quantity(const Claim& claim) const { return text_.substr(claim.begin, claim.end - claim.begin); }

  // What a figure says, in both languages: shown on hover and at the foot of the page.
  std::string about(const Claim& claim) const {
    const auto value = std::isnan(claim.value_high) ? figure(claim.value, 4)
                                                    : figure(claim.value, 4) + "–" + figure(claim.value_high, 4);
    auto words = fmt::format("{} {}", value, reading_.names.text(claim.unit));
    if (claim.approx != Approx::EXACT) {
      words += fmt::format(" · {} {}", title_of(claim.approx, Language::ZH), title_of(claim.approx, Language::EN));
    }
    words += fmt::format(" · {} {}", title_of(claim.kind, Language::ZH), title_of(claim.kind, Language::EN));
    for (const auto indicator : {claim.indicator, claim.implied}) {
      if (indicator < 0) continue;
      const auto& entry = catalogue_.at(indicator);
      words += fmt::format(" · {} {} ({})", entry.zh_hans, entry.en, entry.code);
    }
    for (const auto name : {claim.subject, claim.scope}) {
      if (name) words += fmt::format(" · {}", reading_.names.text(name));
    }
    if (claim.period) words += fmt::format(" · {}", claim.period);
    return words;
  }

  void repair_mark(const text::Repair& repair) {
    if (repair.kind == text::RepairKind::TRADITIONAL_SCRIPT) return;
    const auto original = source_.substr(repair.begin, repair.end - repair.begin);
    auto words = fmt::format("{} {} ({} {}) {} {}", title_of(repair.kind, Language::ZH),
                             title_of(repair.kind, Language::EN), title_of(repair.confidence, Language::ZH),
                             title_of(repair.confidence, Language::EN), repair.zh, repair.en);
    if (repair.replacement && !repair.replacement->empty()) words += fmt::format(" → {}", *repair.replacement);
    if (!repair.applied) words += " · 未改动 left as is";
    out_ << "<button type=button class=\"r" << (repair.applied ? "" : " kept") << "\" aria-expanded=false title=\""
         << escaped(words) << "\">⟲</button><span class=was hidden>" << escaped(original) << "</span>";
  }

  void article() {
    const auto& repairs = reading_.repaired.repairs;
    std::size_t at = 0, next_repair = 0;
    std::uint32_t next_claim = 0;
    out_ << "<p>";
    while (at < text_.size()) {
      while (next_claim < reading_.claims.size() && reading_.claims[next_claim].begin < at) ++next_claim;
      const std::size_t claim_at =
          next_claim < reading_.claims.size() ? reading_.claims[next_claim].begin : text_.size();
      const std::size_t repair_at =
          next_repair < repairs.size()
              ? std::max<std::size_t>(at, reading_.repaired.map.result_of(repairs[next_repair].begin))
              : text_.size();
      const auto stop = std::min({claim_at, repair_at, text_.size()});
      paragraphs(text_.substr(at, stop - at));
      at = stop;
      if (next_repair < repairs.size() && repair_at == at) {
        repair_mark(repairs[next_repair++]);
      } else if (next_claim < reading_.claims.size() && claim_at == at) {
        const Claim& claim = reading_.claims[next_claim];
        out_ << "<span class=\"f " << code_of(claim.kind) << "\" id=f" << next_claim
             << " tabindex=0 role=button title=\"" << escaped(about(claim)) << "\">" << escaped(quantity(claim))
             << "</span>";
        at = claim.end;
        ++next_claim;
      }
    }
    for (; next_repair < repairs.size(); ++next_repair) repair_mark(repairs[next_repair]);
    out_ << "</p>";
  }
  void paragraphs(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
      const auto end = text.find('\n', at);
      if (end == std::string_view::npos) {
        out_ << escaped(text.substr(at));
        return;
      }
      out_ << escaped(text.substr(at, end - at)) << "</p>\n<p>";
      at = end + 1;
    }
  }

  std::ostream& out_;
  const Reading& reading_;
  const indicators::Catalogue& catalogue_;
  std::string_view text_, source_;
};

}  // namespace

void write_reading_html(std::ostream& out, std::string_view file, const Reading& reading,
                        const indicators::Catalogue& catalogue, Language language) {
  Page(out, reading, catalogue).write(file, language);
}

}  // namespace yizheng::reports
