#include "reports/check_records.h"

#include <gtest/gtest.h>

#include "indicators/catalogue.h"

namespace yizheng::reports {
namespace {

using indicators::Figure;
using indicators::Period;
using indicators::PeriodBasis;

// The catalogue of the product, and records that a test writes down: value by code, basis and year.
class CheckRecords : public ::testing::Test {
 protected:
  void keep(const std::string& code, double value, std::int64_t numerator, std::int64_t denominator = 0,
            PeriodBasis basis = PeriodBasis::SESSION, int year = 2026) {
    Figure figure;
    figure.code = code;
    figure.rate = denominator != 0;
    figure.unit = figure.rate ? "%" : "件";
    figure.value = value;
    figure.numerator = numerator;
    figure.denominator = denominator;
    records_[{code, basis, year}] = figure;
  }
  std::size_t add(const std::string& printed, double value, const std::string& unit, const std::string& code,
                  ClaimKind kind = ClaimKind::COUNT, double step = 1) {
    Claim claim;
    claim.begin = static_cast<std::uint32_t>(reading_.repaired.text.size());
    reading_.repaired.text += printed;
    claim.end = static_cast<std::uint32_t>(reading_.repaired.text.size());
    reading_.repaired.text += "。";
    claim.value = value;
    claim.unit = reading_.names.of(unit);
    claim.indicator = static_cast<std::int16_t>(code.empty() ? -1 : catalogue_.find(code));
    claim.kind = kind;
    claim.step = step;
    reading_.claims.push_back(claim);
    return reading_.claims.size() - 1;
  }
  RecordChecks check(int year = 2026, std::optional<PeriodBasis> basis = {}) {
    const RecordsSource source{[](int of) {
                                 Period session{PeriodBasis::SESSION, of, Id{11}, "届次", "session"};
                                 Period calendar{PeriodBasis::CALENDAR_YEAR, of, {}, "自然年", "calendar"};
                                 return of == 1999 ? std::vector<Period>{} : std::vector<Period>{session, calendar};
                               },
                               [this](const indicators::Indicator& indicator, const Period& period) {
                                 indicators::Answer answer;
                                 const auto at = records_.find({indicator.code, period.basis, period.year});
                                 if (at == records_.end()) {
                                   answer.reason = "not_recorded";
                                   answer.zh = "没有";
                                   answer.en = "none";
                                   return answer;
                                 }
                                 answer.figure = at->second;
                                 answer.figure->period = period;
                                 return answer;
                               }};
    CheckOptions options;
    options.year = year;
    options.basis = basis;
    return check_records(reading_, catalogue_, source, options);
  }

  indicators::Catalogue catalogue_ = indicators::read_catalogue(YIZHENG_SOURCE_DIR "/packs/default");
  Reading reading_;
  std::map<std::tuple<std::string, PeriodBasis, int>, Figure> records_;
};

TEST_F(CheckRecords, TellsWhatAgreesAndWhatDiffers) {
  keep("proposals.received", 142, 142);
  keep("proposals.reply_rate", 98.33, 59, 60);
  add("142件", 142, "件", "proposals.received");
  add("141件", 141, "件", "proposals.received");
  add("98.3%", 98.3, "%", "proposals.reply_rate", ClaimKind::RATE, 0.1);
  add("99%", 99, "%", "proposals.reply_rate", ClaimKind::RATE);
  const auto told = check().claims;
  EXPECT_EQ(told[0].verdict, RecordVerdict::AGREES);
  EXPECT_EQ(told[1].verdict, RecordVerdict::DIFFERS);
  EXPECT_EQ(told[2].verdict, RecordVerdict::AGREES);
  EXPECT_EQ(told[3].verdict, RecordVerdict::DIFFERS);
  EXPECT_NE(told[1].zh.find("142"), std::string::npos) << told[1].zh;
  EXPECT_NE(told[1].zh.find("141件"), std::string::npos) << told[1].zh;
  EXPECT_NE(told[3].en.find("59/60"), std::string::npos) << told[3].en;
}

TEST_F(CheckRecords, SaysWhyItCannotTell) {
  keep("proposals.received", 142, 142);
  add("7件", 7, "件", "");
  add("5篇", 5, "篇", "proposals.stories");  // no room keeps these
  add("142%", 142, "%", "proposals.received", ClaimKind::SHARE);
  add("第3位", 3, "位", "proposals.received", ClaimKind::RANK);
  const auto part = add("12件", 12, "件", "proposals.received");
  reading_.claims[part].scope = reading_.names.of("经济建设");
  const auto bureau = add("9件", 9, "件", "proposals.received");
  reading_.claims[bureau].subject = reading_.names.of("区教育局");
  const auto early = add("80件", 80, "件", "proposals.received");
  reading_.claims[early].period = 1999;
  const auto told = check().claims;
  const char* reasons[] = {"no_indicator", "not_recorded", "not_comparable", "not_comparable",
                           "of_a_part",    "of_a_part",    "no_period"};
  for (std::size_t i = 0; i < std::size(reasons); ++i) {
    EXPECT_EQ(told[i].verdict, RecordVerdict::CANNOT_TELL) << i;
    EXPECT_EQ(told[i].reason, reasons[i]) << i;
    EXPECT_FALSE(told[i].zh.empty() || told[i].en.empty()) << i;
  }
  EXPECT_EQ(check(0).claims[2].reason, "no_period");
}

TEST_F(CheckRecords, CountsTheYearAsMostFiguresDo) {
  for (const auto& [code, session, calendar] :
       {std::tuple("proposals.received", 142, 150), std::tuple("proposals.filed", 120, 130),
        std::tuple("proposals.key", 12, 12)}) {
    keep(code, session, session);
    keep(code, calendar, calendar, 0, PeriodBasis::CALENDAR_YEAR);
  }
  add("150件", 150, "件", "proposals.received");
  add("130件", 130, "件", "proposals.filed");
  add("11件", 11, "件", "proposals.key");
  const auto told = check();
  EXPECT_EQ(told.basis, PeriodBasis::CALENDAR_YEAR);
  EXPECT_EQ(told.claims[0].verdict, RecordVerdict::AGREES);
  EXPECT_EQ(told.claims[2].verdict, RecordVerdict::DIFFERS);
  // Asked for the session, it says that the calendar year would fit.
  const auto by_session = check(2026, PeriodBasis::SESSION);
  EXPECT_EQ(by_session.claims[0].verdict, RecordVerdict::DIFFERS);
  EXPECT_NE(by_session.claims[0].zh.find("自然年"), std::string::npos);
}

TEST_F(CheckRecords, OneNumberThatSaysTwoThingsMustHoldForBoth) {
  keep("proposals.received", 142, 142);
  keep("proposals.filed", 140, 140);
  const auto both = add("142件", 142, "件", "proposals.received");
  reading_.claims[both].implied = static_cast<std::int16_t>(catalogue_.find("proposals.filed"));
  const auto told = check().claims[0];
  EXPECT_EQ(told.verdict, RecordVerdict::DIFFERS);
  EXPECT_EQ(catalogue_.at(told.indicator).code, "proposals.filed");
}

TEST_F(CheckRecords, ReportsOfOthersAreNotCompared) {
  add("142件", 142, "件", "proposals.received");
  EXPECT_EQ(not_own(reading_).claims[0].reason, "not_own");
}

}  // namespace
}  // namespace yizheng::reports
