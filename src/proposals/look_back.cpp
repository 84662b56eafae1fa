#include "proposals/look_back.h"

#include "proposals/proposal_store.h"
#include "proposals/statistics.h"
#include "proposals/view.h"
#include "store/ledger.h"

namespace yizheng::proposals {
namespace {

std::optional<LookBack> find(store::Connection& db, Id committee_id, Id id) {
  static const std::string sql =
      "SELECT " + store::columns_of<LookBack>() + " FROM look_backs WHERE committee_id = ? AND id = ?";
  return db.select_one<LookBack>(sql, committee_id, id);
}

LookBack require_open(Context& context, Id id) {
  auto found = find(context.write.db, context.committee_id(), id);
  if (!found) throw not_found("这次“回头看”", "look-back");
  if (found->closed_at) throw conflict("wrong_state", "这次“回头看”已结束。", "This look-back is closed.");
  return *found;
}

void note(Context& context, Id id, std::string action, std::string from, std::string to, const json::object& detail) {
  store::append(context.write, {context.committee_id(), std::move(action), "look_back", id, context.caller.account_id,
                                context.caller.acting_role(), std::move(from), std::move(to), json::serialize(detail)});
}

}  // namespace

LookBackList look_backs(store::Connection& db, Id committee_id) {
  static const std::string sql =
      "SELECT " + store::columns_of<LookBack>() + " FROM look_backs WHERE committee_id = ? ORDER BY id DESC";
  return {db.select<LookBack>(sql, committee_id)};
}

LookBackView view_look_back(store::Connection& db, Id committee_id, Id id) {
  auto found = find(db, committee_id, id);
  if (!found) throw not_found("这次“回头看”", "look-back");
  LookBackView view{std::move(*found), {}, 0, 0, {}};
  static const std::string sql =
      "SELECT " + store::columns_of<LookBackItem>() +
      " FROM look_back_items WHERE committee_id = ? AND look_back_id = ? ORDER BY proposal_id";
  for (auto& item : db.select<LookBackItem>(sql, committee_id, id)) {
    if (item.result != PromiseState::OPEN) ++view.checked;
    if (item.result == PromiseState::KEPT) ++view.kept;
    view.items.push_back(
        {row_of(*find_proposal(db, committee_id, item.proposal_id)), item.result, item.note, item.checked_at});
  }
  view.kept_rate = percentage(view.kept, view.checked);
  return view;
}

Id start_look_back(Context& context, const LookBackBody& body) {
  require_text("/title", body.title, 100);
  std::string any;
  std::vector<store::Value> values{store::to_value(context.committee_id())};
  std::string session;
  if (body.session_id) {
    session = " AND p.session_id = ?";
    values.push_back(store::to_value(*body.session_id));
  }
  const auto or_else = [&](const std::string& condition) { any += (any.empty() ? "" : " OR ") + condition; };
  for (const auto& code : body.classes.value_or(std::vector<std::string>{})) {
    if (context.pack().result_class(code) == nullptr)
      throw invalid_field("/classes", "没有这个办理结果类别。", "No such result class.");
    or_else("p.result_class = ?");
    values.push_back(store::to_value(code));
  }
  if (body.promises.value_or(false)) {
    or_else("EXISTS (SELECT 1 FROM promises m WHERE m.committee_id = p.committee_id AND m.proposal_id = p.id)");
  }
  if (body.unsatisfied.value_or(false)) or_else("p.satisfaction_result = 'UNSATISFIED'");
  if (any.empty()) {
    throw invalid_field("/classes", "请至少选择一个条件:结果类别、有承诺或不满意。",
                        "Choose at least one: classes, promises, unsatisfied.");
  }
  const auto ids = context.write.db.select_with<Id>("SELECT p.id FROM proposals p WHERE p.committee_id = ?" + session +
                                                        " AND p.replied_at IS NOT NULL AND (" + any + ")",
                                                    values);
  if (ids.empty()) throw conflict("nothing_found", "没有符合条件的提案。", "No proposal fits these conditions.");
  const LookBack look_back{context.committee_id(), new_id(), body.title, context.today(), to_json(body), std::nullopt};
  context.write.db.insert("look_backs", look_back);
  for (const Id proposal : ids) {
    context.write.db.insert("look_back_items",
                            LookBackItem{context.committee_id(), look_back.id, proposal, PromiseState::OPEN, "", {}});
  }
  note(context, look_back.id, "look_back.start", "", "OPEN", {{"title", body.title}, {"proposals", ids.size()}});
  return look_back.id;
}

void check_look_back_item(Context& context, Id look_back_id, Id proposal_id, const PromiseBody& body) {
  require_open(context, look_back_id);
  require_text("/note", body.note, 2000);
  const auto changed = context.write.db.execute(
      "UPDATE look_back_items SET result = ?, note = ?, checked_at = ? WHERE committee_id = ? AND look_back_id = ? AND "
      "proposal_id = ?",
      body.state, body.note, context.write.at, context.committee_id(), look_back_id, proposal_id);
  if (changed == 0) throw not_found("这件提案(不在本次“回头看”中)", "proposal in this look-back");
  const auto p = find_proposal(context.write.db, context.committee_id(), proposal_id);
  record(context, proposal_id, "look-back", enum_name(p->state), enum_name(p->state),
         {{"look_back_id", to_string(look_back_id)}, {"result", enum_name(body.state)}, {"note", body.note}});
}

void close_look_back(Context& context, Id id) {
  auto look_back = require_open(context, id);
  context.write.db.execute("UPDATE look_backs SET closed_at = ? WHERE committee_id = ? AND id = ?", context.write.at,
                           context.committee_id(), id);
  note(context, id, "look_back.close", "OPEN", "CLOSED", {});
}

}  // namespace yizheng::proposals
