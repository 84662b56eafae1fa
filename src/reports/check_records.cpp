#include "reports/check_records.h"

#include <fmt/format.h>

#include <array>
#include <map>
#include <memory>

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
      : reading_(reading), catalogue_(catalogue), source_(source), options_(options) {}

  RecordCheck check(const Claim& claim, PeriodBasis basis) {
    if (claim.indicator < 0) {
      return cannot_tell("no_indicator", "还没有对应的指标。可由人工指定。",
                         "No indicator is known for this figure. Choose one by hand.");
    }
    auto told = compare(claim, claim.indicator, basis);
    // 80件,都立了案 says two things with one number: both must hold.
    if (claim.implied >= 0 && told.verdict != RecordVerdict::DIFFERS) {
      auto second = compare(claim, claim.implied, basis);
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

  RecordCheck compare(const Claim& claim, int index, PeriodBasis basis) {
    const auto& indicator = catalogue_.at(index);
    auto told = compare_value(claim, indicator, basis);
    told.indicator = static_cast<std::int16_t>(index);
    return told;
  }

  RecordCheck compare_value(const Claim& claim, const indicators::Indicator& indicator, PeriodBasis basis) {
    if (!indicators::can_compute(indicator)) {
      return cannot_tell("not_recorded", fmt::format("系统还没有“{}”这类记录,请人工核对。", indicator.zh_hans),
                         fmt::format("No records of “{}” are kept yet; check it by hand.", indicator.en));
    }
    if (claim.kind == ClaimKind::RANK || claim.kind == ClaimKind::CHANGE || claim.kind == ClaimKind::MONEY_PER) {
      return cannot_tell("not_comparable", "这是名次、增减或人均数,记录中没有可直接比较的数。",
                         "A rank, a change or an average: the records hold nothing to set beside it.");
    }
    if (const auto scope = reading_.names.text(claim.scope); !scope.empty()) {
      return cannot_tell(
          "of_a_part", fmt::format("这个数只是其中一部分(“{}”),记录按全体统计,请人工核对。", scope),
          fmt::format("It is about a part (“{}”); the records count the whole. Check it by hand.", scope));
    }
    if (const auto subject = reading_.names.text(claim.subject); is_of_a_part(subject)) {
      return cannot_tell("of_a_part", fmt::format("这个数只说“{}”,记录按全体统计,请人工核对。", subject),
                         fmt::format("It is of “{}” alone; the records count the whole. Check it by hand.", subject));
    }
    const int year = claim.period != 0 ? claim.period : options_.year;
    if (year == 0) {
      return cannot_tell("no_period", "不知道说的是哪一年。请填写报告的年份。",
                         "It is not known which year this is about. Give the report's year.");
    }
    const auto& known = periods(year);
    if (known.empty()) {
      return cannot_tell("no_period", fmt::format("记录中没有 {} 年。", year),
                         fmt::format("The records hold nothing of {}.", year));
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
    return judge(claim, indicator, std::move(*answer.figure), other);
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
          }};
}

RecordChecks check_records(const Reading& reading, const indicators::Catalogue& catalogue, const RecordsSource& source,
                           const CheckOptions& options) {
  Checker checker(reading, catalogue, source, options);
  const auto by = [&](PeriodBasis basis) {
    RecordChecks checks;
    checks.claims.reserve(reading.claims.size());
    for (const auto& claim : reading.claims) {
      checks.claims.push_back(is_claim(claim.kind) ? checker.check(claim, basis) : RecordCheck{});
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
