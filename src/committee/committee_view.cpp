#include "committee/committee_view.h"

#include "committee/choices.h"

namespace yizheng::committee {

CommitteeView committee_view(store::Connection& db, Rules& rules, Id committee_id) {
  const auto found = committee(db, committee_id);
  if (!found) throw not_found("政协委员会", "committee");
  const Pack& pack = rules.pack();
  CommitteeView view;
  view.code = found->code;
  view.name = found->name;
  view.level = found->level;
  view.pack_code = pack.code;
  view.pack_version = pack.version;
  view.today = today();
  for (const auto& term : terms(db, committee_id)) {
    if (!view.term) view.term = term;
    if (term.starts_on <= view.today) {
      view.term = term;
      break;
    }
  }
  view.session = session_at(db, committee_id, now());
  view.lists = all_choices(db, pack, committee_id);
  view.result_classes = pack.result_classes;
  view.deadlines = pack.deadlines;
  view.text_limits = pack.text_limits;
  view.settings = pack.settings;
  for (const auto& role : pack.roles) {
    view.roles.push_back({role.code,
                          role.title,
                          role.organisation_kind,
                          {role.permissions.begin(), role.permissions.end()},
                          {role.excludes.begin(), role.excludes.end()}});
  }
  view.permissions = pack.permissions;
  const auto calendar = rules.calendar(db, committee_id);
  view.announced_years.assign(calendar->announced_years.begin(), calendar->announced_years.end());
  return view;
}

}  // namespace yizheng::committee
