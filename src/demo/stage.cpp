#include "demo/tale.h"
#include "proposals/follow_up_actions.h"
#include "proposals/look_back.h"
#include "proposals/proposal_store.h"

namespace yizheng::demo {

using namespace proposals;

namespace {

constexpr std::int64_t day_ms = 86'400'000;
constexpr std::size_t steps_a_transaction = 400;

}  // namespace

Stage::Stage(Cast& cast, committee::Rules& rules, Random& random, Instant now)
    : cast_(cast), rules_(rules), random_(random), now_(now) {
  for (const auto& member : cast.members) callers_of_persons_[member.person_id] = member.caller;
}

std::vector<UnitChoice> Stage::Tale::choices() const {
  std::vector<UnitChoice> list;
  for (const auto& unit : units) {
    const auto role = type == HandlingType::SOLE       ? UnitRole::SOLE
                      : type == HandlingType::SEPARATE ? UnitRole::SEPARATE
                      : list.empty()                   ? UnitRole::LEAD
                                                       : UnitRole::CO;
    list.push_back({unit.id, role});
  }
  return list;
}

void Stage::later(int from, int to) {
  Date day = local_date(clock_) + random_.between(from, to);
  while (day.iso_weekday() > 5) day = day + 1;
  const Instant hour{start_of(day).ms + (8 * 60 + random_.between(40, 540)) * 60'000LL + random_.between(0, 59'999)};
  clock_ = std::max(hour, Instant{clock_.ms + 300'000});
}

void Stage::step(Action action, Where where) { own_.push_back({clock_, 0, std::move(action), where}); }

void Stage::act(const TalePtr& tale, const http::Caller& caller, std::function<void(Context&, Id)> action,
                Where where) {
  step(
      [this, tale, &caller, action = std::move(action)](store::Write& write) {
        Context context{write, caller, rules_, std::nullopt, "192.0.2.10"};
        action(context, tale->id);
      },
      where);
}

void Stage::act_on(const TalePtr& tale, const Unit& unit, const http::Caller& caller,
                   std::function<void(Context&, Id)> action, Where where) {
  act(
      tale, caller,
      [unit_id = unit.id, action = std::move(action)](Context& context, Id id) {
        for (const auto& assignment : assignments_of(context.write.db, context.committee_id(), id)) {
          if (assignment.unit_id == unit_id && assignment.state != AssignmentState::VOID)
            return action(context, assignment.id);
        }
        throw std::logic_error("a demo story has no such assignment");
      },
      where);
}

std::size_t Stage::tell(const Wish& wish) {
  auto tale = std::make_shared<Tale>();
  tale->wish = wish;
  tale->order = tales_.size();
  tales_.push_back(tale);
  if (wish.goal == ProposalState::MERGED) tale->main = tales_.at(wish.same_as);
  do {
    tale->subject = tale->main ? tale->main->subject : make_subject(random_);
    if (tale->main) tale->subject.title = random_.below(topics()[tale->subject.topic].titles.size());
    tale->draft = make_draft(random_, tale->subject);
  } while (!tale->main &&
           ((wish.first_unit && tale->draft.units.front() != "housing") || titles_.contains(tale->draft.title)));
  titles_.insert(tale->draft.title);
  choose_proposer(tale);
  choose_units(tale);

  own_.clear();
  clock_ = wish.begins.value_or(Instant{now_.ms - 500 * day_ms});
  if (write_and_submit(tale) && review(tale) && assign(tale) && handle(tale) && hear(tale)) finish(tale);
  if (!wish.begins && !own_.empty()) {
    // Whole weeks keep the days of the week.
    const auto target = now_.ms - 3 * 3'600'000 - wish.age * day_ms;
    const auto weeks = (target - own_.back().at.ms) / (7 * day_ms);
    for (auto& own : own_) own.at.ms += weeks * 7 * day_ms;
    tale->filed_at.ms += weeks * 7 * day_ms;
  }
  for (auto& own : own_) {
    own.order = steps_.size();
    steps_.push_back(std::move(own));
  }
  own_.clear();
  return tale->order;
}

void Stage::look_back(Instant begins, const std::string& title, bool closes) {
  auto id = std::make_shared<Id>();
  clock_ = begins;
  own_.clear();
  const auto& clerk = cast_.as("clerk");
  step([this, id, title, &clerk](store::Write& write) {
    Context context{write, clerk, rules_, std::nullopt, ""};
    LookBackBody body;
    body.title = title;
    body.classes = std::vector<std::string>{"B"};
    body.promises = true;
    body.unsatisfied = true;
    *id = start_look_back(context, body);
  });
  later(20, 30);
  step([this, id, closes, &clerk](store::Write& write) {
    Context context{write, clerk, rules_, std::nullopt, ""};
    const auto view = view_look_back(write.db, context.committee_id(), *id);
    std::size_t count = 0;
    for (const auto& item : view.items) {
      // One still open keeps some unchecked.
      if (!closes && ++count > view.items.size() / 2) break;
      const auto chance = random_.between(1, 10);
      const auto state = chance <= 7 ? PromiseState::KEPT : chance <= 9 ? PromiseState::PARTLY : PromiseState::BROKEN;
      const char* note = state == PromiseState::KEPT ? "实地核查，答复所列事项已落实，群众反映良好。"
                         : state == PromiseState::PARTLY
                             ? "主要事项已落实，尚有个别点位在施工，已约定完成时间。"
                             : "因资金未到位，承诺事项未按期启动，已函告承办单位说明情况并限期整改。";
      check_look_back_item(context, *id, item.proposal.id, {state, note});
    }
  });
  if (closes) {
    later(10, 15);
    step([this, id, &clerk](store::Write& write) {
      Context context{write, clerk, rules_, std::nullopt, ""};
      close_look_back(context, *id);
    });
  }
  for (auto& own : own_) {
    own.order = steps_.size();
    steps_.push_back(std::move(own));
  }
  own_.clear();
}

Instant Stage::filed_at(std::size_t story) const { return tales_.at(story)->filed_at; }

std::size_t Stage::play(store::Database& database) {
  std::erase_if(steps_, [&](const Step& s) { return s.at > now_; });
  std::sort(steps_.begin(), steps_.end(),
            [](const Step& a, const Step& b) { return std::tie(a.at, a.order) < std::tie(b.at, b.order); });
  for (std::size_t from = 0; from < steps_.size(); from += steps_a_transaction) {
    const auto to = std::min(from + steps_a_transaction, steps_.size());
    database.write_and_wait([&](store::Write& write) {
      for (std::size_t i = from; i < to; ++i) {
        const ScopedClock then(steps_[i].at);
        store::Write at_that_time(write.db, steps_[i].at);
        try {
          steps_[i].action(at_that_time);
        } catch (const std::exception& error) {
          throw std::runtime_error(fmt::format("the demo's step of {}:{} on {} is not allowed: {}",
                                               steps_[i].where.file_name(), steps_[i].where.line(),
                                               to_string(local_date(steps_[i].at)), error.what()));
        }
        for (auto& after : at_that_time.steps()) write.after_commit(std::move(after));
      }
    });
  }
  return steps_.size();
}

}  // namespace yizheng::demo
