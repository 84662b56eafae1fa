#include "reports/reading_json.h"

#include <cmath>

#include "base/json.h"
#include "reports/reading_words.h"

namespace yizheng::reports {
namespace {

class Writer {
 public:
  explicit Writer(std::ostream& out) : out_(out) {}
  ~Writer() { out_.write(buffer_.data(), static_cast<std::streamsize>(buffer_.size())); }
  Writer(const Writer&) = delete;
  Writer& operator=(const Writer&) = delete;

  void raw(std::string_view text) {
    buffer_ += text;
    flush_when_full();
  }
  void string(std::string_view text) {
    buffer_ += '"';
    std::size_t plain = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
      const auto byte = static_cast<unsigned char>(text[at]);
      if (byte >= 0x20 && byte != '"' && byte != '\\' && byte != 0x7F) continue;
      append(text.substr(plain, at - plain));
      plain = at + 1;
      switch (byte) {
        case '"':
          buffer_ += "\\\"";
          break;
        case '\\':
          buffer_ += "\\\\";
          break;
        case '\n':
          buffer_ += "\\n";
          break;
        case '\t':
          buffer_ += "\\t";
          break;
        default:
          buffer_ += fmt::format("\\u{:04x}", byte);
      }
    }
    append(text.substr(plain));
    buffer_ += '"';
    flush_when_full();
  }
  void number(double value) { yizheng::detail::write_number(buffer_, value); }
  void whole(std::uint64_t value) { buffer_ += std::to_string(value); }

  void key(const char* name) {  // of the next member; "{" and "[" were written by raw
    if (buffer_.empty() || (buffer_.back() != '{' && buffer_.back() != '[')) buffer_ += ',';
    buffer_ += '"';
    buffer_ += name;
    buffer_ += "\":";
  }
  void comma(bool needed) {
    if (needed) buffer_ += ',';
  }
  void text_member(const char* name, std::string_view text, bool null_when_empty = false) {
    key(name);
    if (text.empty() && null_when_empty) return raw("null");
    string(text);
  }
  void number_member(const char* name, const std::optional<double>& value) {
    key(name);
    if (value && !std::isnan(*value)) {
      number(*value);
    } else {
      buffer_ += "null";
    }
  }
  void whole_member(const char* name, std::uint64_t value) {
    key(name);
    whole(value);
  }

 private:
  void append(std::string_view text) {
    if (text.size() > 65536) {
      flush();
      out_.write(text.data(), static_cast<std::streamsize>(text.size()));
      buffer_.clear();
    } else {
      buffer_ += text;
      flush_when_full();
    }
  }
  // The last character stays, so that key() sees it.
  void flush_when_full() {
    if (buffer_.size() > 65536) flush();
  }
  void flush() {
    if (buffer_.empty()) return;
    out_.write(buffer_.data(), static_cast<std::streamsize>(buffer_.size() - 1));
    buffer_.erase(0, buffer_.size() - 1);
    if (buffer_.size() == 1 && buffer_[0] != '{' && buffer_[0] != '[') {
      out_.put(buffer_[0]);
      buffer_.clear();
    }
  }

  std::ostream& out_;
  std::string buffer_;
};

class ReadingWriter {
 public:
  ReadingWriter(std::ostream& out, const Reading& reading, const indicators::Catalogue& catalogue)
      : json_(out),
        reading_(reading),
        catalogue_(catalogue),
        text_(reading.repaired.text),
        source_(reading.document.text),
        source_end_(reading.document.text) {}

  void write(std::string_view file) {
    json_.raw("{");
    json_.text_member("file", file);
    json_.text_member("format", code_of(reading_.document.format));
    json_.text_member("encoding", reading_.document.encoding);
    notes();
    json_.text_member("text", reading_.repaired.text);
    repairs();
    claims("claims", true);
    claims("others", false);
    checks();
    json_.raw("}\n");
  }

 private:
  void notes() {
    json_.key("notes");
    json_.raw("[");
    bool more = false;
    for (const auto& note : reading_.document.notes) {
      json_.comma(more);
      more = true;
      json_.raw("{");
      json_.text_member("code", note.code);
      json_.text_member("zh", note.zh);
      json_.text_member("en", note.en);
      json_.raw("}");
    }
    json_.raw("]");
  }

  void repairs() {
    json_.key("repairs");
    json_.raw("[");
    bool more = false;
    for (const auto& repair : reading_.repaired.repairs) {
      json_.comma(more);
      more = true;
      json_.raw("{");
      json_.whole_member("start", source_.at(repair.begin));
      json_.whole_member("end", source_end_.at(repair.end));
      json_.text_member("kind", code_of(repair.kind));
      // The whole document is not told twice: what was folded is the document itself.
      const bool whole = repair.kind == text::RepairKind::TRADITIONAL_SCRIPT;
      json_.key("original");
      if (whole) {
        json_.raw("null");
      } else {
        json_.string(std::string_view(reading_.document.text).substr(repair.begin, repair.end - repair.begin));
      }
      json_.key("replacement");
      if (repair.replacement) {
        json_.string(*repair.replacement);
      } else {
        json_.raw("null");
      }
      json_.text_member("confidence", code_of(repair.confidence));
      json_.key("applied");
      json_.raw(repair.applied ? "true" : "false");
      json_.key("explanation");
      json_.raw("{");
      json_.text_member("zh", repair.zh);
      json_.text_member("en", repair.en);
      json_.raw("}}");
    }
    json_.raw("]");
  }

  void claims(const char* name, bool real) {
    json_.key(name);
    json_.raw("[");
    bool more = false;
    for (const auto& claim : reading_.claims) {
      if (is_claim(claim.kind) != real) continue;
      json_.comma(more);
      more = true;
      json_.raw("{");
      json_.whole_member("start", text_.at(claim.begin));
      json_.whole_member("end", text_.at(claim.end));
      json_.whole_member("source_start", source_.at(reading_.repaired.map.source_of(claim.begin)));
      json_.whole_member("source_end", source_end_.at(reading_.repaired.map.source_end_of(claim.end)));
      json_.text_member("quantity",
                        std::string_view(reading_.repaired.text).substr(claim.begin, claim.end - claim.begin));
      json_.number_member("value", claim.value);
      json_.number_member("value_high", claim.value_high);
      json_.text_member("unit", reading_.names.text(claim.unit), true);
      json_.text_member("approx", code_of(claim.approx));
      json_.text_member("kind", code_of(claim.kind));
      json_.text_member("indicator", indicator(claim.indicator), true);
      json_.text_member("implies", indicator(claim.implied), true);
      json_.text_member("subject", reading_.names.text(claim.subject), true);
      json_.key("period");
      json_.raw(claim.period == 0 ? "null" : fmt::format("\"{}\"", claim.period));
      json_.text_member("scope", reading_.names.text(claim.scope), true);
      json_.raw("}");
    }
    json_.raw("]");
  }

  void checks() {
    // The n-th claim of `claims` and of `others`, by the index in the reading.
    std::vector<std::uint32_t> place(reading_.checks.empty() ? 0 : reading_.claims.size());
    std::uint32_t real = 0, other = 0;
    for (std::size_t index = 0; index < place.size(); ++index) {
      place[index] = is_claim(reading_.claims[index].kind) ? real++ : other++;
    }
    json_.key("checks");
    json_.raw("[");
    bool more = false;
    for (const auto& check : reading_.checks) {
      json_.comma(more);
      more = true;
      json_.raw("{");
      json_.text_member("kind", code_of(check.kind));
      json_.text_member("verdict", code_of(check.verdict));
      std::vector<std::uint32_t> all = check.parts;
      if (check.total && std::find(all.begin(), all.end(), *check.total) == all.end()) all.push_back(*check.total);
      if (check.stated_claim) all.push_back(*check.stated_claim);
      for (const bool claims_wanted : {true, false}) {
        json_.key(claims_wanted ? "claims" : "others");
        json_.raw("[");
        bool any = false;
        for (const auto index : all) {
          if (is_claim(reading_.claims[index].kind) != claims_wanted) continue;
          json_.comma(any);
          any = true;
          json_.whole(place[index]);
        }
        json_.raw("]");
      }
      json_.key("parts");
      json_.raw("[");
      for (std::size_t i = 0; i < check.parts.size(); ++i) {
        json_.comma(i > 0);
        span(check.parts[i]);
      }
      json_.raw("]");
      optional_span("total", check.total);
      optional_span("stated_at", check.stated_claim);
      json_.number_member("base", check.base);
      json_.number_member("computed", check.computed);
      json_.number_member("stated", check.stated);
      json_.text_member("indicator", indicator(check.indicator), true);
      json_.key("explanation");
      json_.raw("{");
      json_.text_member("zh", check.zh);
      json_.text_member("en", check.en);
      json_.raw("}}");
    }
    json_.raw("]");
  }

  void optional_span(const char* name, const std::optional<std::uint32_t>& index) {
    json_.key(name);
    if (index) {
      span(*index);
    } else {
      json_.raw("null");
    }
  }
  void span(std::uint32_t index) {
    const Claim& claim = reading_.claims[index];
    json_.raw("{");
    const auto start = points_of(claim.begin);
    json_.whole_member("start", start);
    json_.whole_member("end", start + points_between(claim.begin, claim.end));
    json_.raw("}");
  }
  // Checks go back and forth in the text, which a CodePointCounter would count from its beginning each time.
  std::uint64_t points_of(std::uint32_t byte) {
    if (marks_.empty()) {
      std::uint64_t points = 0;
      const auto& text = reading_.repaired.text;
      for (std::size_t at = 0; at < text.size(); ++at) {
        if (at % mark_every == 0) marks_.push_back(points);
        points += (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80;
      }
      marks_.push_back(points);
    }
    const auto mark = std::min<std::size_t>(byte / mark_every, marks_.size() - 1);
    return marks_[mark] + points_between(static_cast<std::uint32_t>(mark * mark_every), byte);
  }
  std::uint64_t points_between(std::uint32_t begin, std::uint32_t end) const {
    std::uint64_t points = 0;
    for (auto at = begin; at < end && at < reading_.repaired.text.size(); ++at) {
      points += (static_cast<unsigned char>(reading_.repaired.text[at]) & 0xC0) != 0x80;
    }
    return points;
  }
  std::string_view indicator(std::int16_t index) const {
    return index < 0 ? std::string_view() : std::string_view(catalogue_.at(index).code);
  }

  static constexpr std::size_t mark_every = 4096;
  Writer json_;
  const Reading& reading_;
  const indicators::Catalogue& catalogue_;
  text::CodePointCounter text_, source_, source_end_;
  std::vector<std::uint64_t> marks_;
};

}  // namespace

void write_reading_json(std::ostream& out, std::string_view file, const Reading& reading,
                        const indicators::Catalogue& catalogue) {
  ReadingWriter(out, reading, catalogue).write(file);
}

}  // namespace yizheng::reports
