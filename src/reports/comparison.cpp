#include "reports/comparison.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <set>

#include "base/json.h"
#include "reports/reading_terminal.h"
#include "reports/relation_text.h"
#include "reports/rounding.h"

namespace yizheng::reports {
namespace {

// The sentence around a claim, at most some 120 characters.
std::string sentence_of(std::string_view text, const Claim& claim) {
  std::size_t begin = claim.begin, end = claim.end;
  while (begin > 0 && claim.begin - begin < 240) {
    const auto c = code_point_before(text, begin);
    if (ends_sentence(c)) break;
    begin -= c.size();
  }
  while (end < text.size() && end - claim.end < 240) {
    const auto c = code_point_at(text, end);
    if (ends_sentence(c)) break;
    end += c.size();
  }
  return std::string(text.substr(begin, end - begin));
}

std::string value_text(const ComparedFigure& figure_) {
  auto text = figure(figure_.value, 4);
  if (!std::isnan(figure_.value_high)) text += "–" + figure(figure_.value_high, 4);
  switch (figure_.approx) {
    case Approx::OVER:
      return text + "+";
    case Approx::NEARLY:
      return "<" + text;
    case Approx::ABOUT:
      return "~" + text;
    default:
      return text;
  }
}

std::string csv_field(std::string text) {
  // A spreadsheet takes what begins so for a formula.
  if (!text.empty() && one_of(text.substr(0, 1), {"=", "+", "-", "@"})) text.insert(0, "'");
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"') out += '"';
    out += c;
  }
  return out + "\"";
}

std::string unit_of(const Comparison::Row& row, const indicators::Indicator& indicator) {
  for (const auto& cell : row.cells) {
    for (const auto& one : cell) {
      if (!one.unit.empty()) return one.unit;
    }
  }
  return indicator.units.empty() ? "" : indicator.units[0];
}

}  // namespace

void Comparer::add(const std::string& file, const Reading& reading) {
  files_.push_back(file);
  auto& figures = figures_.emplace_back();
  text::CodePointCounter points(reading.repaired.text);
  for (const auto& claim : reading.claims) {
    if (!is_claim(claim.kind) || claim.indicator < 0) continue;
    ComparedFigure one;
    one.value = claim.value;
    one.value_high = claim.value_high;
    one.approx = claim.approx;
    one.unit = std::string(reading.names.text(claim.unit));
    one.scope = std::string(reading.names.text(claim.scope));
    one.sentence = sentence_of(reading.repaired.text, claim);
    one.start = points.at(claim.begin);
    one.end = points.at(claim.end);
    figures.emplace_back(claim.indicator, one);
    if (claim.implied >= 0) figures.emplace_back(claim.implied, one);
  }
}

Comparison Comparer::result() const {
  Comparison comparison;
  comparison.files = files_;
  std::set<std::int16_t> indicators;
  for (const auto& figures : figures_) {
    for (const auto& [indicator, one] : figures) indicators.insert(indicator);
  }
  for (const auto indicator : indicators) {
    Comparison::Row row;
    row.indicator = indicator;
    for (const auto& figures : figures_) {
      auto& cell = row.cells.emplace_back();
      for (const auto& [other, one] : figures) {
        if (other == indicator) cell.push_back(one);
      }
    }
    comparison.rows.push_back(std::move(row));
  }
  return comparison;
}

void write_comparison_terminal(std::ostream& out, const Comparison& comparison, const indicators::Catalogue& catalogue,
                               Language language) {
  const bool zh = language == Language::ZH;
  for (std::size_t i = 0; i < comparison.files.size(); ++i) {
    out << fmt::format("[{}] {}\n", i + 1, printable(comparison.files[i]));
  }
  // A cell: value @ code point of its place, so that `read --json` and an editor find the sentence.
  std::vector<std::vector<std::string>> table;
  std::vector<std::string> head{zh ? "指标" : "indicator", zh ? "单位" : "unit"};
  for (std::size_t i = 0; i < comparison.files.size(); ++i) head.push_back(fmt::format("[{}]", i + 1));
  table.push_back(head);
  for (const auto& row : comparison.rows) {
    const auto& indicator = catalogue.at(row.indicator);
    std::vector<std::string> line{zh ? indicator.zh_hans : indicator.en, unit_of(row, indicator)};
    for (const auto& cell : row.cells) {
      std::string words;
      for (const auto& one : cell)
        words += fmt::format("{}{}@{}", words.empty() ? "" : "; ", value_text(one), one.start);
      line.push_back(words.empty() ? "-" : words);
    }
    table.push_back(line);
  }
  std::vector<int> widths(head.size(), 0);
  for (const auto& line : table) {
    for (std::size_t i = 0; i < line.size(); ++i) widths[i] = std::max(widths[i], columns(line[i]));
  }
  for (const auto& line : table) {
    for (std::size_t i = 0; i < line.size(); ++i) {
      out << line[i];
      if (i + 1 < line.size()) out << std::string(static_cast<std::size_t>(widths[i] - columns(line[i]) + 2), ' ');
    }
    out << "\n";
  }
}

void write_comparison_csv(std::ostream& out, const Comparison& comparison, const indicators::Catalogue& catalogue) {
  // The byte order mark tells Excel that this is UTF-8.
  out << "\xEF\xBB\xBF"
      << "indicator,title_zh,title_en,unit,file,value,value_high,approx,scope,start,end,sentence\r\n";
  for (const auto& row : comparison.rows) {
    const auto& indicator = catalogue.at(row.indicator);
    for (std::size_t file = 0; file < row.cells.size(); ++file) {
      for (const auto& one : row.cells[file]) {
        out << csv_field(indicator.code) << ',' << csv_field(indicator.zh_hans) << ',' << csv_field(indicator.en) << ','
            << csv_field(one.unit) << ',' << csv_field(comparison.files[file]) << ',' << figure(one.value, 6) << ','
            << (std::isnan(one.value_high) ? "" : figure(one.value_high, 6)) << ',' << code_of(one.approx) << ','
            << csv_field(one.scope) << ',' << one.start << ',' << one.end << ',' << csv_field(one.sentence) << "\r\n";
      }
    }
  }
}

void write_comparison_json(std::ostream& out, const Comparison& comparison, const indicators::Catalogue& catalogue) {
  json::object whole;
  whole["files"] = json::value_from(comparison.files);
  auto& rows = whole["rows"].emplace_array();
  for (const auto& row : comparison.rows) {
    const auto& indicator = catalogue.at(row.indicator);
    json::object line{{"indicator", indicator.code},
                      {"title_zh", indicator.zh_hans},
                      {"title_en", indicator.en},
                      {"unit", unit_of(row, indicator)}};
    auto& cells = line["cells"].emplace_array();
    for (const auto& cell : row.cells) {
      auto& list = cells.emplace_back(json::array()).as_array();
      for (const auto& one : cell) {
        json::object entry{{"value", one.value},      {"unit", one.unit},   {"approx", code_of(one.approx)},
                           {"scope", one.scope},      {"start", one.start}, {"end", one.end},
                           {"sentence", one.sentence}};
        if (!std::isnan(one.value_high)) entry["value_high"] = one.value_high;
        list.emplace_back(std::move(entry));
      }
    }
    rows.emplace_back(std::move(line));
  }
  out << json::serialize(whole) << "\n";
}

}  // namespace yizheng::reports
