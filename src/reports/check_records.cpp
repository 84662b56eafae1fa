#include "reports/check_records.h"

#include <fmt/format.h>

#include <array>
#include <map>
#include <memory>

#include "reports/frames.h"
#include "reports/tolerance.h"

namespace yizheng::reports {
namespace {

using indicators::Period;
using indicators::PeriodBasis;

RecordCheck cannot_tell(std::string reason, std::string zh, std::string en) {
  RecordCheck check;
  check.reason = std::move(reason);
  check.zh = std::move(zh);
  check.en = std::move(en);
  return check;
}

// A figure of one bureau, town or party is no figure of the committee.
bool is_of_a_part(std::string_view subject) {
  static constexpr std::string_view endings[] = {"局", "镇", "乡", "街道", "工作室", "活动组", "联络组"};
  for (const auto ending : endings) {
    if (subject.ends_with(ending)) return true;
  }
  static constexpr std::string_view names[] = {"民革",   "民盟", "民建", "民进",   "农工党",
                                               "致公党", "九三", "台盟", "工商联", "团委"};
  for (const auto name : names) {
    if (subject.find(name) != subject.npos) return true;
  }
  return false;
}

bool is_percent(std::string_view unit) { return unit == "%" || unit == "‰"; }

class Checker {
 public:
  Checker(const Reading& reading, const indicators::Catalogue& catalogue, const RecordsSource& source,
          const CheckOptions& options)
      : reading_(reading),
        catalogue_(catalogue),
        source_(source),
        options_(options),
        frames_(reading, catalogue, options.year),
        received_(catalogue.find("proposals.received")) {}

  RecordCheck check(std::size_t claim_index, PeriodBasis basis) {
    const auto& claim = reading_.claims[claim_index];
    if (claim.indicator < 0) {
      return cannot_tell("no_indicator", "还没有对应的指标。可由人工指定。",
                         "No indicator is known for this figure. Choose one by hand.");
    }
    auto told = compare(claim_index, claim.indicator, basis);
    // 80件,都立了案 says two things with one number: both must hold.
    if (claim.implied >= 0 && told.verdict != RecordVerdict::DIFFERS) {
      auto second = compare(claim_index, claim.implied, basis);
      if (second.verdict == RecordVerdict::DIFFERS ||
          (second.verdict == RecordVerdict::AGREES && told.verdict == RecordVerdict::CANNOT_TELL)) {
        return second;
      }
    }
    return told;
  }

 private:
  const std::vector<Period>& periods(int year) {
    const auto [at, fresh] = periods_.try_emplace(year);
    if (fresh && year > 0) at->second = source_.periods(year);
    return at->second;
  }

  RecordCheck compare(std::size_t claim, int index, PeriodBasis basis) {
    const auto& indicator = catalogue_.at(index);
    auto told = compare_value(claim, indicator, basis);
    told.indicator = static_cast<std::int16_t>(index);
    return told;
  }

  RecordCheck compare_value(std::size_t index, const indicators::Indicator& indicator, PeriodBasis basis) {
    const auto& claim = reading_.claims[index];
    if (!indicators::can_compute(indicator)) {
      return cannot_tell("not_recorded", fmt::format("系统还没有“{}”这类记录,请人工核对。", indicator.zh_hans),
                         fmt::format("No records of “{}” are kept yet; check it by hand.", indicator.en));
    }
    if (claim.kind == ClaimKind::RANK || claim.kind == ClaimKind::CHANGE || claim.kind == ClaimKind::MONEY_PER) {
      return cannot_tell("not_comparable", "这是名次、增减或人均数,记录中没有可直接比较的数。",
                         "A rank, a change or an average: the records hold nothing to set beside it.");
    }
    const auto frame = frames_.of(index);
    if (frame.certain) return of_another_frame(frame);
    std::vector<Period> known;
    if (frame.session && source_.session) {
      const auto& session = *frame.session;
      if (auto named = source_.session(session.term, session.number)) {
        known.push_back(std::move(*named));
      } else {
        return cannot_tell("no_period", fmt::format("记录中没有第 {} 届第 {} 次会议。", session.term, session.number),
                           fmt::format("The records hold no session {} of term {}.", session.number, session.term));
      }
    } else {
      const int year = claim.period != 0 ? claim.period : options_.year;
      if (year == 0) {
        return cannot_tell("no_period", "不知道说的是哪一年。请填写报告的年份。",
                           "It is not known which year this is about. Give the report's year.");
      }
      known = periods(year);
      if (known.empty()) {
        return cannot_tell("no_period", fmt::format("记录中没有 {} 年。", year),
                           fmt::format("The records hold nothing of {}.", year));
      }
    }
    const auto* period = &known.front();
    const Period* other = nullptr;
    for (const auto& one : known) {
      if (one.basis == basis) {
        period = &one;
      } else {
        other = &one;
      }
    }
    auto answer = source_.figure(indicator, *period);
    if (!answer.figure) {
      return cannot_tell(answer.reason.empty() ? "not_recorded" : answer.reason, answer.zh, answer.en);
    }
    auto check = judge(claim, indicator, std::move(*answer.figure), other);
    if (check.verdict == RecordVerdict::DIFFERS) withdraw_if_doubtful(check, claim, frame, *period);
    return check;
  }

  // A "differs" is said only where nothing in the report speaks of less, more or another time than the records count.
  void withdraw_if_doubtful(RecordCheck& check, const Claim& claim, const Frame& frame, const Period& period) {
    const auto because = [&](const char* reason, const std::string& zh, const std::string& en) {
      check.verdict = RecordVerdict::CANNOT_TELL;
      check.reason = reason;
      check.zh += zh;
      check.en += " " + en;
    };
    if (holds_nothing(period)) {
      return because("no_period", "系统里还没有这个时期的提案,不能比较。",
                     "No proposals of that time are kept: it cannot be compared.");
    }
    if (frame.kind == FrameKind::OTHER_TIME || frame.kind == FrameKind::PLAN) {
      const bool plan = frame.kind == FrameKind::PLAN;
      return because(plan ? "planned" : "other_time",
                     frame.words.empty() ? "但报告前文说的是几年的数,请人工核对。"
                                         : fmt::format("但报告这里写到“{}”,可能{},请人工核对。", frame.words,
                                                       plan ? "是计划或要求" : "不是全年的数"),
                     frame.words.empty()
                         ? "But the report speaks of several years before it: check it by hand."
                         : fmt::format("But the report says “{}” here, so it may be {}: check it by hand.", frame.words,
                                       plan ? "a plan" : "of another time"));
    }
    auto part = std::string(frame.words);
    if (const auto scope = reading_.names.text(claim.scope); part.empty() && !frame.session) part = scope;
    if (const auto subject = reading_.names.text(claim.subject); part.empty() && is_of_a_part(subject)) part = subject;
    if (part.empty()) return;
    because("of_a_part", fmt::format("但报告这里写到“{}”,可能只是其中一部分,请人工核对。", part),
            fmt::format("But the report says “{}” here, so it may be of a part: check it by hand.", part));
  }

  // No proposal at all in a year before the report's: the committee did not keep its records here then.
  bool holds_nothing(const Period& period) {
    if (received_ < 0 || period.year == options_.year) return false;
    const auto answer = source_.figure(catalogue_.at(received_), period);
    return answer.figure && answer.figure->value && *answer.figure->value == 0;
  }

  static RecordCheck of_another_frame(const Frame& frame) {
    const auto words = frame.words;
    switch (frame.kind) {
      case FrameKind::PLAN:
        return words.empty() ? cannot_tell("planned", "这是下一年的计划,不是已有的数。", "A plan for a later year.")
                             : cannot_tell("planned", fmt::format("这是计划或目标(“{}”),不是已有的数。", words),
                                           fmt::format("A plan or an aim (“{}”), not what was done.", words));
      case FrameKind::OTHER_BODY:
        return cannot_tell("other_body", fmt::format("说的是“{}”,不是本会的数,不与本会的记录比较。", words),
                           fmt::format("It is of “{}”, not of this committee.", words));
      default:
        return cannot_tell("other_time", fmt::format("说的是“{}”,记录按一年统计,请人工核对。", words),
                           fmt::format("It is of “{}”; the records count one year. Check it by hand.", words));
    }
  }

  RecordCheck judge(const Claim& claim, const indicators::Indicator& indicator, indicators::Figure figure,
                    const Period* other) {
    const auto unit = reading_.names.text(claim.unit);
    if (figure.rate != is_percent(unit)) {
      auto check = cannot_tell("not_comparable",
                               fmt::format("报告用“{}”,记录用“{}”,不能比较。", unit.empty() ? "个" : unit, figure.unit),
                               fmt::format("The report counts in “{}”, the records in “{}”.", unit, figure.unit));
      check.figure = std::move(figure);
      return check;
    }
    if (!figure.value) {
      auto check = cannot_tell("no_value", fmt::format("{}的记录中还没有可计算的数(分母为 0)。", figure.period.zh),
                               fmt::format("Nothing to compute from in {} (the base is 0).", figure.period.en));
      check.figure = std::move(figure);
      return check;
    }
    const auto band = band_around(claim);
    // The exact quotient, so that nothing is rounded twice.
    const double kept = exact(figure);
    RecordCheck check;
    check.verdict = band.holds(kept) ? RecordVerdict::AGREES : RecordVerdict::DIFFERS;
    const auto shown = fmt::format("{}{}", plain_number(*figure.value), figure.unit);
    const auto of = figure.rate ? fmt::format("({}/{})", figure.numerator, figure.denominator) : std::string();
    const auto printed = reading_.repaired.text.substr(claim.begin, claim.end - claim.begin);
    if (check.verdict == RecordVerdict::AGREES) {
      check.zh = fmt::format("{}:记录为 {}{},与“{}”相符({})。", figure.period.zh, shown, of, printed, band.zh);
      check.en = fmt::format("{}: the records say {}{}, which “{}” agrees with ({}).", figure.period.en, shown, of,
                             printed, band.en);
    } else {
      check.zh = fmt::format("{}:记录为 {}{},报告写“{}”({})。", figure.period.zh, shown, of, printed, band.zh);
      check.en =
          fmt::format("{}: the records say {}{}, the report “{}” ({}).", figure.period.en, shown, of, printed, band.en);
      tell_other_period(check, indicator, band, other);
    }
    check.figure = std::move(figure);
    return check;
  }

  // A figure that fits the other way of counting a year is likelier counted that way than wrong.
  void tell_other_period(RecordCheck& check, const indicators::Indicator& indicator, const Band& band,
                         const Period* other) {
    if (other == nullptr) return;
    const auto answer = source_.figure(indicator, *other);
    if (!answer.figure || !answer.figure->value || !band.holds(exact(*answer.figure))) return;
    check.zh += fmt::format("按“{}”统计则相符。", other->zh);
    check.en += fmt::format(" Counted as “{}” it would agree.", other->en);
  }

  static double exact(const indicators::Figure& figure) {
    if (!figure.rate || figure.denominator == 0) return figure.value.value_or(0);
    return 100.0 * static_cast<double>(figure.numerator) / static_cast<double>(figure.denominator);
  }

  Band band_around(const Claim& claim) const {
    const std::string_view text = reading_.repaired.text;
    const auto from = claim.begin > 12 ? claim.begin - 12 : 0;
    return band_of(claim, text.substr(from, claim.begin - from), text.substr(claim.end, 12));
  }

  const Reading& reading_;
  const indicators::Catalogue& catalogue_;
  const RecordsSource& source_;
  const CheckOptions& options_;
  Frames frames_;
  int received_;
  std::map<int, std::vector<Period>> periods_;
};

}  // namespace

RecordsSource records_of(store::Connection& db, Id committee_id, const committee::Pack& pack) {
  using Key = std::tuple<std::string, PeriodBasis, int, Id>;
  const auto kept = std::make_shared<std::map<Key, indicators::Answer>>();
  return {[&db, committee_id](int year) { return indicators::periods_of(db, committee_id, year); },
          [&db, committee_id, &pack, kept](const indicators::Indicator& indicator, const Period& period) {
            const Key key{indicator.code, period.basis, period.year, period.session_id.value_or(Id{})};
            auto at = kept->find(key);
            if (at == kept->end()) {
              at = kept->emplace(key, indicators::compute(db, committee_id, pack, indicator, period)).first;
            }
            return at->second;
          },
          [&db, committee_id](int term, int session) {
            return indicators::period_of_session(db, committee_id, term, session);
          }};
}

RecordChecks check_records(const Reading& reading, const indicators::Catalogue& catalogue, const RecordsSource& source,
                           const CheckOptions& options) {
  Checker checker(reading, catalogue, source, options);
  const auto by = [&](PeriodBasis basis) {
    RecordChecks checks;
    checks.claims.reserve(reading.claims.size());
    for (std::size_t i = 0; i < reading.claims.size(); ++i) {
      checks.claims.push_back(is_claim(reading.claims[i].kind) ? checker.check(i, basis) : RecordCheck{});
    }
    checks.basis = basis;
    return checks;
  };
  if (options.basis) return by(*options.basis);
  auto session = by(PeriodBasis::SESSION), calendar = by(PeriodBasis::CALENDAR_YEAR);
  const auto agreeing = [](const RecordChecks& checks) {
    std::size_t count = 0;
    for (const auto& check : checks.claims) count += check.verdict == RecordVerdict::AGREES ? 1 : 0;
    return count;
  };
  return agreeing(calendar) > agreeing(session) ? std::move(calendar) : std::move(session);
}

RecordChecks not_own(const Reading& reading) {
  RecordChecks checks;
  checks.claims.reserve(reading.claims.size());
  for (const auto& claim : reading.claims) {
    checks.claims.push_back(is_claim(claim.kind)
                                ? cannot_tell("not_own", "这是其他单位的报告,不与本委员会的记录比较。",
                                              "The report of another committee: not compared with our records.")
                                : RecordCheck{});
  }
  return checks;
}

}  // namespace yizheng::reports
