// Files on proposals: checked and stored on a worker thread, bound in the ledgered transaction.
#include "proposals/action_routes.h"

namespace yizheng::proposals {
namespace {

std::optional<store::Attachment> find(store::Connection& db, Id committee_id, Id id) {
  static const std::string sql =
      "SELECT " + store::columns_of<store::Attachment>() + " FROM attachments WHERE committee_id = ? AND id = ?";
  return db.select_one<store::Attachment>(sql, committee_id, id);
}

Problem no_such_file() { return not_found("这个附件", "attachment"); }

// Those may add a file who may act on the proposal now in any way that changes it.
void require_actor(const ProposalView& view) {
  if (view.actions.empty()) {
    throw forbidden("您现在不能为这件提案添加附件。", "You may not add files to this proposal now.");
  }
}

store::Attachment upload(Services s, const http::Call<Nothing, Nothing>& call, store::Database& database) {
  const Id id = call.id();
  database.read([&](store::Connection& db) { require_actor(view_proposal(db, call.caller, s.rules, id)); });
  std::string name(call.request.parameter("name").value_or(""));
  name = name.substr(name.find_last_of("/\\") == std::string::npos ? 0 : name.find_last_of("/\\") + 1);
  require_text("name", name, 120);
  const auto check = store::check_file(name, call.request.body);
  store::Attachment attachment{call.caller.committee_id,
                               new_id(),
                               "proposal",
                               id,
                               name,
                               check.media_type,
                               static_cast<std::int64_t>(call.request.body.size()),
                               s.attachments.put(call.request.body),
                               call.caller.account_id,
                               now(),
                               to_json(check.warnings)};
  database.write_and_wait([&](store::Write& write) {
    Context context{write, call.caller, s.rules, std::nullopt, call.request.remote_address};
    auto view = view_proposal(write.db, call.caller, s.rules, id);
    require_actor(view);
    if (view.attachments.size() >= 50) {
      throw conflict("too_many_files", "一件提案最多 50 个附件。", "A proposal may have at most 50 files.");
    }
    attachment.uploaded_at = write.at;
    write.db.insert("attachments", attachment);
    const auto state = enum_name(view.proposal.state);
    record(context, id, "attach", state, state,
           {{"attachment_id", to_string(attachment.id)}, {"sha256", attachment.sha256}});
  });
  return attachment;
}

}  // namespace

http::Routes attachment_routes(Services s) {
  return {
      http::task_post<Nothing, store::Attachment>("/api/v1/proposals/{id}/attachments",
                                                  {.operation = "proposal.attach",
                                                   .zh = "上传附件(?name=文件名,正文为文件内容)",
                                                   .en = "Upload a file (?name=, the body is the file)",
                                                   .body_limit = 20 * 1024 * 1024,
                                                   .success = 201,
                                                   .raw_body = true},
                                                  [s](const http::Call<Nothing, Nothing>& call,
                                                      store::Database& database) { return upload(s, call, database); }),
      http::task_get<Nothing, http::Raw>(
          "/api/v1/attachments/{id}", {.operation = "attachment.read", .zh = "下载附件", .en = "Download a file"},
          [s](const http::Call<Nothing, Nothing>& call, store::Database& database) {
            const auto attachment = database.read([&](store::Connection& db) {
              auto found = find(db, call.caller.committee_id, call.id());
              if (!found || found->owner_kind != "proposal") throw no_such_file();
              const auto view = view_proposal(db, call.caller, s.rules, found->owner_id);
              const bool listed = std::any_of(view.attachments.begin(), view.attachments.end(),
                                              [&](const store::Attachment& a) { return a.id == found->id; });
              if (!listed) throw no_such_file();
              return *found;
            });
            return http::Raw{attachment.media_type, s.attachments.get(attachment.sha256), attachment.name};
          }),
      http::remove<Nothing, Nothing>(
          "/api/v1/attachments/{id}",
          {.operation = "attachment.delete",
           .zh = "删除自己上传的附件(提交前)",
           .en = "Delete one's own file while the proposal is unsent"},
          [s](const http::Call<Nothing, Nothing>& call, store::Write& write) {
            const auto found = find(write.db, call.caller.committee_id, call.id());
            if (!found || found->owner_kind != "proposal") throw no_such_file();
            const auto view = view_proposal(write.db, call.caller, s.rules, found->owner_id);
            const auto state = view.proposal.state;
            if (found->uploaded_by != call.caller.account_id)
              throw forbidden("只能删除自己上传的附件。", "You may delete only your own files.");
            if (state != ProposalState::DRAFT && state != ProposalState::COSIGNING &&
                state != ProposalState::RETURNED_FOR_REVISION) {
              throw conflict("wrong_state", "提案已提交,附件不能删除。", "The proposal was submitted; its files stay.");
            }
            write.db.execute("DELETE FROM attachments WHERE committee_id = ? AND id = ?", call.caller.committee_id,
                             found->id);
            Context context{write, call.caller, s.rules, std::nullopt, call.request.remote_address};
            record(context, found->owner_id, "detach", enum_name(state), enum_name(state), {{"sha256", found->sha256}});
            return Nothing{};
          }),
  };
}

}  // namespace yizheng::proposals
