// Sentences whose figures look like the committee's of the year and are not: a wrong "differs" is the worst a checker
// can say. All invented. Read with all steps, then set beside records that hold none of the trap's values.
#include <gtest/gtest.h>

#include "reports/check_records.h"
#include "reports/meaning_testing.h"
#include "text/utf8.h"

namespace yizheng::reports::testing {
namespace {

using indicators::Period;
using indicators::PeriodBasis;

// Before each sentence, so that the committee and the year are known.
constexpr std::string_view head =
    "政协青禾市松台区委员会常务委员会工作报告\n一、2026年工作回顾\n一年来,区政协认真履职,"
    "提案工作和协商工作都有进展。\n";

// What the records hold of 2026; the plenary before it, the third of the second term, of 2025.
double recorded(std::string_view code, int year) {
  const std::map<std::string_view, std::pair<double, double>> values{{"proposals.received", {142, 120}},
                                                                     {"proposals.filed", {130, 111}},
                                                                     {"proposals.key", {12, 10}},
                                                                     {"proposals.collective", {40, 36}},
                                                                     {"proposals.by_members", {90, 75}},
                                                                     {"proposals.reply_rate", {98, 96}},
                                                                     {"proposals.filing_rate", {91.55, 92.5}},
                                                                     {"proposals.satisfied_or_basic_rate", {97, 95}},
                                                                     {"proposals.collective_share", {30.77, 32.43}}};
  const auto found = values.find(code);
  return found == values.end() ? 7 : year == 2026 ? found->second.first : year == 2025 ? found->second.second : 0;
}

RecordsSource source() {
  RecordsSource made;
  made.periods = [](int year) {
    return std::vector<Period>{{PeriodBasis::SESSION, year, Id{year}, "届次", "session"},
                               {PeriodBasis::CALENDAR_YEAR, year, {}, "自然年", "calendar"}};
  };
  made.figure = [](const indicators::Indicator& indicator, const Period& period) {
    indicators::Figure figure;
    figure.code = indicator.code;
    figure.unit = indicator.units.front();
    figure.rate = figure.unit == "%";
    figure.value = recorded(indicator.code, period.year);
    figure.numerator =
        figure.rate ? static_cast<std::int64_t>(*figure.value * 100 + 0.5) : static_cast<std::int64_t>(*figure.value);
    figure.denominator = figure.rate ? 10'000 : 0;
    figure.period = period;
    indicators::Answer answer;
    answer.figure = figure;
    return answer;
  };
  made.session = [](int term, int number) -> std::optional<Period> {
    if (term != 2) return std::nullopt;
    return Period{PeriodBasis::SESSION, 2023 + number, Id{2023 + number}, "届次", "session"};
  };
  return made;
}

// One word a claim of the sentence: agrees, differs, or why it cannot be told.
std::string told(std::string_view sentence) {
  text::Document document;
  document.text = std::string(head) + std::string(sentence) + "\n";
  const auto reading = read_report(std::move(document), default_catalogue(), {});
  CheckOptions options;
  options.year = 2026;
  const auto checks = check_records(reading, default_catalogue(), source(), options);
  std::string words;
  for (std::size_t i = 0; i < reading.claims.size(); ++i) {
    const auto& claim = reading.claims[i];
    if (!is_claim(claim.kind)) continue;
    const auto& check = checks.claims[i];
    if (!words.empty()) words += " ";
    words += reading.repaired.text.substr(claim.begin, claim.end - claim.begin) + ":";
    words += check.verdict == RecordVerdict::AGREES    ? "agrees"
             : check.verdict == RecordVerdict::DIFFERS ? "differs"
                                                       : check.reason;
  }
  return words;
}

struct Row {
  const char* sentence;
  const char* words;
};
void check(std::span<const Row> rows) {
  for (const auto& row : rows) EXPECT_EQ(told(row.sentence), row.words) << row.sentence;
}

const Row plain[] = {
    {"全年共收到提案142件,经审查立案130件,立案率91.6%。", "142件:agrees 130件:agrees 91.6%:agrees"},
    {"全年共收到提案145件,经审查立案128件。", "145件:differs 128件:differs"},
    {"确定重点提案14件。提案办复率100%,提案者满意和基本满意率99%。", "14件:differs 100%:differs 99%:differs"},
    {"立案提案中,委员提案92件,集体提案40件,集体提案占立案总数的30.8%。", "92件:differs 40件:agrees 30.8%:agrees"},
    {"收到提案142件,其中委员提案90件、集体提案41件。", "142件:agrees 90件:agrees 41件:differs"},
    {"提案工作迈出新步伐,广大委员和参加单位全年提交提案139件。", "139件:differs"},
    {"主席会议从立案提案中遴选出14件重点提案。", "14件:differs"},
    {"15件重点提案全部办结。", "15件:differs"},
    {"提案面商率、办复率均为100%。", "100%:differs"},
    {"二届三次会议以来,政协委员和参加单位提交提案150件。", "150件:differs"},
};
TEST(CheckTraps, plain_figures_are_still_told) { check(plain); }

const Row parts[] = {
    {"共收到提案142件,其中经济建设类62件、社会事业类50件。", "142件:agrees 62件:not_recorded 50件:not_recorded"},
    {"收到提案142件,另收到逾期提案5件。", "142件:agrees 5件:of_a_part"},
    {"此外,还收到转来提案9件。", "9件:of_a_part"},
    {"大会期间收到提案118件。", "118件:other_time"},
    {"闭会期间收到提案24件。", "24件:other_time"},
    {"截至2月10日,共收到提案133件。", "133件:other_time"},
    {"重点提案办复率100%。", "100%:of_a_part"},
    {"集体提案办复率达100%,委员提案办复率95%。", "100%:of_a_part 95%:of_a_part"},
    {"提案委员会提交提案6件。", "6件:of_a_part"},
    {"经济和农业委员会共收到提案31件。", "31件:of_a_part"},
    {"区教育局承办提案18件,办复率100%。", "18件:no_indicator 100%:of_a_part"},
    {"由区住建局承办的提案22件,办复率95.5%,委员满意率90%。", "22件:no_indicator 95.5%:of_a_part 90%:of_a_part"},
    {"民盟区总支提交提案8件。", "8件:of_a_part"},
    {"清水街道委员小组提交提案11件,立案9件。", "11件:of_a_part 9件:of_a_part"},
    {"今年第一批立案提案98件。", "98件:of_a_part"},
    {"平均每名委员提交提案1.2件。", "1.2件:of_a_part"},
    {"3件教育类提案列为重点提案。", "3件:of_a_part"},
    {"提案办复率连续三年保持100%。", "三年:no_indicator 100%:no_indicator"},
    {"教育界委员提交提案15件,立案13件。", "15件:of_a_part 13件:of_a_part"},
    {"港澳委员提交提案3件。", "3件:of_a_part"},
    {"女委员提交提案44件。", "44件:of_a_part"},
    {"涉及养老托育的提案19件,全部立案。", "19件:no_indicator"},
    {"围绕“生态河湖”主题收到提案26件。", "26件:of_a_part"},
};
// The words quoted in an explanation are whole characters, whatever stands before them.
TEST(CheckTraps, explanations_quote_whole_characters) {
  text::Document document;
  document.text = head;
  document.text.append("今年5区局收到提案9件。\n");
  const auto reading = read_report(std::move(document), default_catalogue(), {});
  CheckOptions options;
  options.year = 2026;
  for (const auto& one : check_records(reading, default_catalogue(), source(), options).claims) {
    EXPECT_TRUE(text::valid_utf8(one.zh)) << one.zh;
    EXPECT_TRUE(text::valid_utf8(one.en)) << one.en;
  }
}

TEST(CheckTraps, parts_are_not_set_beside_the_whole) { check(parts); }

const Row periods[] = {
    {"五年来,共收到提案655件,立案601件。", "655件:other_time 601件:other_time"},
    {"本届以来累计收到提案402件,确定重点提案33件。", "402件:other_time 33件:other_time"},
    {"过去五年,区政协收到提案655件。提案办复率100%。", "655件:other_time 100%:other_time"},
    {"二届以来历年累计立案提案590件。", "590件:other_time"},
    {"去年收到提案125件。", "125件:other_time"},
    {"上年收到提案120件,今年收到142件。", "120件:other_time 142件:agrees"},
    {"收到提案142件,比上年的121件增加21件。", "142件:agrees 121件:other_time 21件:no_indicator"},
    {"收到提案较上年增加22件,增长18.3%。", "22件:no_indicator 18.3%:no_indicator"},
    {"收到提案比上年多20件。", "20件:no_indicator"},
    {"立案率由上年的92.5%提高到93%。", "92.5%:agrees 93%:no_indicator"},
    {"提案办复率比上年提高2个百分点,达到98%。", "2个百分点:no_indicator 98%:no_indicator"},
    {"2024年收到提案99件。", "99件:no_period"},
    {"二届三次会议以来,共收到提案142件。", "142件:agrees"},
    {"二届二次会议提案办复率96%。", "96%:agrees"},
    {"今年1至6月,收到提案57件。", "57件:other_time"},
    {"上半年收到提案63件,下半年收到79件。", "63件:other_time 79件:other_time"},
    {"三年共收到提案380件。", "380件:other_time"},
};
TEST(CheckTraps, other_times_are_not_set_beside_the_year) { check(periods); }

const Row plans[] = {
    {"明年计划遴选重点提案15件,力争提案办复率达到100%。", "15件:planned 100%:planned"},
    {"力争全年立案提案150件以上。", "150件:planned"},
    {"2027年,拟确定重点提案16件。", "16件:planned"},
    {"确保提案办复率100%、委员满意率100%。", "100%:planned 100%:planned"},
    {"下一步,要实现立案率95%。", "95%:planned"},
};
TEST(CheckTraps, plans_are_not_set_beside_what_was_done) { check(plans); }

const Row others[] = {
    {"市政协收到提案320件,立案288件。", "320件:other_body 288件:other_body"},
    {"邻近的白塔区政协收到提案168件,提案办复率100%。", "168件:other_body 100%:other_body"},
    {"全国政协十四届三次会议共收到提案5901件。", "5901件:other_body"},
    {"全市政协系统共收到提案1860件,立案1702件。", "1860件:other_body 1702件:other_body"},
    {"各县(市、区)政协共提交提案1200件。", "1200件:other_body"},
    {"赴松溪县政协学习考察,该县政协全年收到提案125件,重点提案8件。", "125件:other_body 8件:other_body"},
    {"区人大收到代表建议96件,办复率100%。", "96件:no_indicator 100%:other_body"},
};
TEST(CheckTraps, other_bodies_are_not_set_beside_our_records) { check(others); }

const Row bases[] = {
    {"集体提案占重点提案的50%。", "50%:of_a_part"},
    {"经济类提案占提案总数的45%。", "45%:not_recorded"},
    {"委员提案占比65%,其中联名提案占12%。", "65%:differs 12%:of_a_part"},
    {"参与提交提案的委员占委员总数的88%。", "88%:not_recorded"},
    {"民主党派提案占收到提案的20%。", "20%:no_indicator"},
};
TEST(CheckTraps, shares_of_another_base) { check(bases); }

}  // namespace
}  // namespace yizheng::reports::testing
