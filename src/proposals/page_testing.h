// For tests: what each reader gets of a page made ready, compared with what the records say.
#pragma once

#include "proposals/page_keeper.h"
#include "proposals/stored_page.h"
#include "proposals/testing.h"
#include "proposals/view.h"

namespace yizheng::proposals::testing {

inline std::vector<http::Caller> readers(const District& d) {
  return {d.member(d.first),
          d.member(d.second),
          d.member(d.outsider),
          d.clerk(),
          d.officer(d.bureau),
          d.leader(d.bureau),
          d.officer(d.office),
          d.government(),
          d.party_office(),
          d.caller("PARTY_GOV_LEADER"),
          d.caller("AUDITOR"),
          d.caller("CHAIR"),
          d.caller("PARTICIPATING_UNIT", {}, d.party),
          d.caller("SPECIAL_COMMITTEE_STAFF", {}, d.special)};
}

inline std::string refusal_of(const std::function<void()>& f) {
  try {
    f();
    return "";
  } catch (const Problem& problem) {
    return problem.code;
  }
}

// Compares all pages that are ready, for every reader; returns how often there was one to compare.
inline int compare_pages(District& d) {
  return d.database->read([&](store::Connection& db) {
    int compared = 0;
    for (const Id id : db.select<Id>("SELECT proposal_id FROM proposal_pages WHERE form > 1")) {
      for (const auto& reader : readers(d)) {
        std::optional<ReadyPage> page;
        std::string fresh;
        std::int64_t version = 0;
        const auto refused = refusal_of([&] { page = find_ready_page(db, reader, d.rules.pack(), id); });
        if (refused.empty() && !page) continue;  // another build's
        const auto must_refuse = refusal_of([&] {
          const auto view = view_proposal(db, reader, d.rules, id);
          fresh = to_json(view);
          version = view.proposal.version;
        });
        ++compared;
        EXPECT_EQ(refused, must_refuse) << reader.grants.front().role;
        if (!page) continue;
        EXPECT_EQ(page->json, fresh) << reader.grants.front().role;
        EXPECT_EQ(page->version, version);
      }
    }
    return compared;
  });
}

// First as an action left them: one that should have been outdated would show here. Then all made anew.
inline int check_pages(District& d) {
  compare_pages(d);
  make_all_pages(*d.database);
  return compare_pages(d);
}

}  // namespace yizheng::proposals::testing
