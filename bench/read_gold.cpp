#include "read_gold.h"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <sstream>

#include "base/json.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace yizheng::bench {
namespace {

namespace fs = std::filesystem;

std::string content_of(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::string text_of(const json::object& row, const char* key) {
  const auto* value = row.if_contains(key);
  return value != nullptr && value->is_string() ? std::string(value->as_string()) : std::string();
}

template <class E>
E enum_of(std::string_view name) {
  E found{};
  boost::mp11::mp_for_each<boost::describe::describe_enumerators<E>>([&](auto one) {
    std::string small;
    for (const char* c = one.name; *c != 0; ++c) small += static_cast<char>(std::tolower(*c));
    if (small == name) found = one.value;
  });
  return found;
}

GoldClaim claim_of(const json::object& row) {
  GoldClaim claim;
  claim.doc = text_of(row, "doc");
  claim.quote = text_of(row, "quote");
  claim.quantity = text_of(row, "quantity");
  claim.unit = text_of(row, "unit");
  claim.indicator = text_of(row, "indicator");
  claim.subject = text_of(row, "subject");
  claim.scope = text_of(row, "scope");
  if (const auto* implied = row.if_contains("implies"); implied != nullptr && implied->is_array()) {
    claim.implies = text_of(implied->as_array().at(0).as_object(), "indicator");
  }
  claim.kind = enum_of<reports::ClaimKind>(text_of(row, "kind"));
  claim.approx = enum_of<reports::Approx>(text_of(row, "approx"));
  if (const auto& value = row.at("value"); value.is_number()) claim.value = value.to_number<double>();
  if (const auto* period = row.if_contains("period"); period != nullptr && period->is_number()) {
    claim.period = static_cast<int>(period->to_number<double>());
  } else {
    claim.period = std::atoi(text_of(row, "period").c_str());
  }
  claim.at = row.at("at").to_number<std::uint64_t>();
  return claim;
}

// Finds quotes in a clean text whatever their script and spaces: both are compared folded.
class Finder {
 public:
  explicit Finder(const std::string& text) : folded_(text::fold_with_positions(text)) {
    for (std::size_t at = 0; at < text.size(); text::next_code_point(text, at)) {
      bytes_.push_back(static_cast<std::uint32_t>(at));
    }
    bytes_.push_back(static_cast<std::uint32_t>(text.size()));
  }

  // The place of the claim's quantity, looked for behind the one before it; a longer quote is cut where damage stands
  // in it.
  bool find(GoldClaim& claim) {
    const auto whole = text::fold(claim.quote), quantity = text::fold(claim.quantity);
    if (claim.quote != last_quote_) last_in_quote_ = 0;
    const auto inside = whole.find(quantity, last_in_quote_);
    if (inside == std::string::npos) return false;
    last_quote_ = claim.quote;
    last_in_quote_ = inside + quantity.size();
    for (std::size_t cut = 0; cut <= 30; cut += 3) {
      const auto from = inside > 30 ? inside - 30 + cut : std::min(cut, inside);
      const auto head = whole.substr(from, inside - from);
      const auto at = folded_.text.find(head + quantity, after_);
      if (at == std::string::npos) continue;
      const auto begin = at + head.size();
      claim.begin = bytes_[point_of(begin)];
      claim.end = bytes_[point_of(begin + quantity.size() - 1) + 1];
      after_ = begin + quantity.size();
      return true;
    }
    return false;
  }

 private:
  // The code point of the original that stands at a byte of the folded text.
  std::uint32_t point_of(std::size_t folded_byte) const {
    const auto point = text::length(std::string_view(folded_.text).substr(0, folded_byte + 1)) - 1;
    return folded_.positions[point];
  }

  text::FoldedText folded_;
  std::vector<std::uint32_t> bytes_;
  std::string last_quote_;
  std::size_t last_in_quote_ = 0, after_ = 0;
};

}  // namespace

std::optional<std::string> shared_folder() {
  std::vector<fs::path> places;
  if (const char* set = std::getenv("YIZHENG_SHARED")) places.emplace_back(set);
  places.emplace_back(fs::path(YIZHENG_SOURCE_DIR) / "../shared");
  for (const auto& place : places) {
    std::error_code error;
    if (fs::exists(place / "gold/seeds.claims.jsonl", error)) return place.string();
  }
  return std::nullopt;
}

std::vector<GoldText> read_gold(const std::string& shared) {
  std::map<std::string, std::vector<GoldClaim>> by_doc;
  std::istringstream lines(content_of(fs::path(shared) / "gold/seeds.claims.jsonl"));
  for (std::string line; std::getline(lines, line);) {
    if (line.empty()) continue;
    const auto row = json::parse(line).as_object();
    if (reports::is_claim(enum_of<reports::ClaimKind>(text_of(row, "kind"))) && text_of(row, "kind") != "chrome") {
      by_doc[text_of(row, "doc")].push_back(claim_of(row));
    }
  }
  std::vector<GoldText> texts;
  for (auto& [doc, claims] : by_doc) {
    GoldText one{doc, content_of(fs::path(shared) / "gold/seeds.clean" / (doc + ".txt")), std::move(claims)};
    std::sort(one.claims.begin(), one.claims.end(), [](const auto& a, const auto& b) { return a.at < b.at; });
    Finder finder(one.text);
    for (auto& claim : one.claims) finder.find(claim);
    texts.push_back(std::move(one));
  }
  return texts;
}

std::vector<reports::Claim> as_claims(const GoldText& gold, reports::Names& names) {
  std::vector<reports::Claim> claims;
  for (const auto& one : gold.claims) {
    reports::Claim claim;
    claim.begin = one.begin;
    claim.end = one.end;
    claim.value = one.value;
    claim.kind = one.kind;
    claim.approx = one.approx;
    claim.unit = names.of(one.unit);
    claims.push_back(claim);
  }
  return claims;
}

}  // namespace yizheng::bench
