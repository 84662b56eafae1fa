#include "reports/report_export.h"

#include "reports/sheet.h"
#include "reports/tolerance.h"
#include "text/utf8.h"

namespace yizheng::reports {
namespace {

struct Words {
  bool en = false;
  const char* operator()(const char* zh, const char* english) const { return en ? english : zh; }
  const std::string& operator()(const std::string& zh, const std::string& english) const { return en ? english : zh; }

  std::string verdict(RecordVerdict verdict) const {
    switch (verdict) {
      case RecordVerdict::AGREES:
        return (*this)("相符", "agrees");
      case RecordVerdict::DIFFERS:
        return (*this)("不符", "differs");
      case RecordVerdict::CANNOT_TELL:
        return (*this)("无法判断", "cannot tell");
    }
    return "";
  }
  std::string kind(ClaimKind kind) const {
    switch (kind) {
      case ClaimKind::COUNT:
        return (*this)("数量", "count");
      case ClaimKind::SHARE:
        return (*this)("占比", "share");
      case ClaimKind::RATE:
        return (*this)("比率", "rate");
      case ClaimKind::MONEY:
        return (*this)("金额", "money");
      case ClaimKind::MONEY_PER:
        return (*this)("人均金额", "money per head");
      case ClaimKind::CHANGE:
        return (*this)("增减", "change");
      case ClaimKind::RANK:
        return (*this)("名次", "rank");
      default:
        return std::string(enum_name(kind));
    }
  }
  std::string approx(Approx approx) const {
    switch (approx) {
      case Approx::EXACT:
        return "";
      case Approx::OVER:
        return (*this)("多、余、超", "over");
      case Approx::NEARLY:
        return (*this)("近", "nearly");
      case Approx::ABOUT:
        return (*this)("约", "about");
    }
    return "";
  }
  std::string check(CheckVerdict verdict) const {
    switch (verdict) {
      case CheckVerdict::HOLDS:
        return (*this)("算得对", "holds");
      case CheckVerdict::FAILS:
        return (*this)("算不对", "fails");
      case CheckVerdict::BASE_IMPLIED:
        return (*this)("基数没有写出", "base not printed");
      case CheckVerdict::UNSTATED:
        return (*this)("没有写出结果", "result not printed");
    }
    return "";
  }
};

SheetCell number(std::optional<double> value) { return value ? SheetCell(*value) : SheetCell(); }

std::string title_of(const indicators::Catalogue& catalogue, const std::string& code, bool en) {
  const int at = code.empty() ? -1 : catalogue.find(code);
  if (at < 0) return "";
  return en ? catalogue.at(at).en : catalogue.at(at).zh_hans;
}

Sheet arithmetic(const ReportView& view, const Words& say) {
  Sheet sheet{say("算术核对", "Arithmetic"),
              {{say("结果", "Verdict"), 14},
               {say("涉及的数", "Figures"), 30, true},
               {say("算出", "Computed"), 12},
               {say("报告所写", "Stated"), 12},
               {say("说明", "Explanation"), 60, true}},
              {}};
  for (const auto& check : view.checks) {
    std::string figures;
    for (const auto claim : check.claims) {
      figures += (figures.empty() ? "" : "、") + view.claims[static_cast<std::size_t>(claim)].quantity;
    }
    sheet.rows.push_back(
        {say.check(check.verdict), figures, number(check.computed), number(check.stated), say(check.zh, check.en)});
  }
  return sheet;
}

}  // namespace

std::string figures_workbook(const ReportView& view, const indicators::Catalogue& catalogue,
                             std::string_view language) {
  const Words say{language == "en"};
  Sheet sheet{say("数字", "Figures"),
              {{say("位置", "Place"), 8},
               {say("原句", "Sentence"), 60, true},
               {say("数字", "Quantity"), 14},
               {say("数值", "Value"), 12},
               {say("上限", "Up to"), 10},
               {say("单位", "Unit"), 8},
               {say("约数", "Approximate"), 10},
               {say("种类", "Kind"), 10},
               {say("指标代码", "Indicator"), 26},
               {say("指标", "Title"), 24, true},
               {say("主体", "Subject"), 14, true},
               {say("年份", "Period"), 8},
               {say("记录数值", "Record"), 12},
               {say("分子", "Numerator"), 9},
               {say("分母", "Denominator"), 9},
               {say("结论", "Verdict"), 12},
               {say("说明", "Explanation"), 60, true}},
              {}};
  for (const auto& claim : view.claims) {
    if (!is_claim(claim.kind)) continue;
    const auto& record = claim.record;
    const auto whole = [](const std::optional<std::int64_t>& value) {
      return value ? SheetCell(static_cast<double>(*value)) : SheetCell();
    };
    sheet.rows.push_back({static_cast<double>(claim.start), claim.sentence, claim.quantity, claim.value,
                          number(claim.value_high), claim.unit, say.approx(claim.approx), say.kind(claim.kind),
                          claim.indicator, title_of(catalogue, claim.indicator, say.en), claim.subject,
                          claim.period ? SheetCell(static_cast<double>(*claim.period)) : SheetCell(),
                          number(record.value), whole(record.value ? record.numerator : std::nullopt),
                          whole(record.denominator), say.verdict(record.verdict), say(record.zh, record.en)});
  }
  return make_workbook({sheet, arithmetic(view, say)});
}

std::string comparison_workbook(const ComparisonView& view, std::string_view language) {
  const Words say{language == "en"};
  const auto name = [&](const ReportDocument& document) {
    const auto& of = document.about.empty() ? document.title : document.about;
    return document.year ? fmt::format("{} {}", of, *document.year) : of;
  };
  Sheet table{say("对比", "Comparison"), {{say("指标", "Indicator"), 30, true}, {say("单位", "Unit"), 8}}, {}};
  for (const auto& document : view.documents) table.columns.push_back({name(document), 22, true});
  Sheet places{say("原句", "Sentences"),
               {{say("指标", "Indicator"), 30, true},
                {say("报告", "Report"), 30, true},
                {say("数字", "Quantity"), 14},
                {say("数值", "Value"), 12},
                {say("单位", "Unit"), 8},
                {say("年份", "Period"), 8},
                {say("位置", "Place"), 8},
                {say("原句", "Sentence"), 70, true}},
               {}};
  for (const auto& row : view.rows) {
    const auto title = say(row.indicator.title.zh, row.indicator.title.en);
    std::vector<SheetCell> cells{title, row.indicator.units.empty() ? std::string() : row.indicator.units.front()};
    for (const auto& document : view.documents) {
      const auto cell = std::find_if(row.cells.begin(), row.cells.end(),
                                     [&](const ComparisonCell& one) { return one.document_id == document.id; });
      if (cell == row.cells.end()) {
        cells.emplace_back();
        continue;
      }
      const auto& first = cell->mentions.front();
      if (first.approx == Approx::EXACT && !first.value_high) {
        cells.emplace_back(first.value);
      } else {
        cells.emplace_back(first.quantity);
      }
      for (const auto& mention : cell->mentions) {
        places.rows.push_back({title, name(document), mention.quantity, mention.value, mention.unit,
                               mention.period ? SheetCell(static_cast<double>(*mention.period)) : SheetCell(),
                               static_cast<double>(mention.start), mention.sentence});
      }
    }
    table.rows.push_back(std::move(cells));
  }
  return make_workbook({table, places});
}

std::string export_name(std::string_view title, std::string_view ending) {
  std::string name;
  for (const char byte : text::substring(title, 0, 40)) {
    name += std::string_view("/\\:*?\"<>|\n\r\t").find(byte) == std::string_view::npos ? byte : ' ';
  }
  return name + std::string(ending);
}

}  // namespace yizheng::reports
