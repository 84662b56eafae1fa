// A committee's own rows of the pack's lists: an imported year may bring categories that the pack does not know.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "committee/pack.h"
#include "store/database.h"
#include "store/migrations.h"

namespace yizheng::committee {

// The pack's choices of a list, then the committee's own.
std::vector<Choice> choices(store::Connection& db, const Pack& pack, Id committee_id, std::string_view list);
// The same for every list, in one query.
std::map<std::string, std::vector<Choice>> all_choices(store::Connection& db, const Pack& pack, Id committee_id);

// Problem 422 on `field` unless `code` is an active choice of the list.
void require_choice(store::Connection& db, const Pack& pack, Id committee_id, std::string_view list,
                    const std::string& field, std::string_view code);

void insert_choice(store::Write& write, Id committee_id, std::string_view list, const Choice& choice);

const std::vector<store::Migration>& choice_migrations();  // 290

}  // namespace yizheng::committee
