#include "identity/identity_routes.h"
#include "identity/notices.h"
#include "identity/page.h"

namespace yizheng::identity {

struct NoticeQuery {
  bool unread = false;
  std::optional<Id> after;
  std::optional<int> limit;
};
BOOST_DESCRIBE_STRUCT(NoticeQuery, (), (unread, after, limit))

struct MarkedRead {
  std::int64_t marked = 0;
};
BOOST_DESCRIBE_STRUCT(MarkedRead, (), (marked))

http::Routes notice_routes() {
  return {
      http::get<NoticeQuery, http::Page<NoticeItem>>(
          "/api/v1/notices", {.operation = "notice.list", .zh = "我的通知", .en = "My notices"},
          [](const http::Call<NoticeQuery, Nothing>& call, store::Connection& db) {
            const auto limit = page_size(call.query.limit);
            return page_of<NoticeItem>(
                notices_of(db, call.caller.committee_id, call.caller.account_id, call.query.unread, call.query.after,
                           limit + 1),
                limit, [](NoticeItem& item) { return std::move(item); },
                [](const NoticeItem& item) { return to_string(item.id); });
          }),
      http::post<Nothing, Nothing>(
          "/api/v1/notices/{id}/read",
          {.operation = "notice.read", .zh = "标记一条通知为已读", .en = "Mark a notice as read"},
          [](const http::Call<Nothing, Nothing>& call, store::Write& write) {
            if (!mark_read(write, call.caller.committee_id, call.caller.account_id, call.id())) {
              throw not_found("通知", "notice");
            }
          }),
      http::post<Nothing, MarkedRead>(
          "/api/v1/notices/read-all",
          {.operation = "notice.read_all", .zh = "全部标记为已读", .en = "Mark all notices as read"},
          [](const http::Call<Nothing, Nothing>& call, store::Write& write) {
            return MarkedRead{mark_all_read(write, call.caller.committee_id, call.caller.account_id)};
          }),
  };
}

}  // namespace yizheng::identity
