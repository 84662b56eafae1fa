#include "http/idempotency.h"

#include <openssl/evp.h>

#include "http/json_body.h"
#include "http/router.h"

namespace yizheng::http {
namespace {

constexpr std::int64_t kept_ms = 48LL * 3600 * 1000;

// A table row; its column `body` holds the whole answer, since its ETag and Location belong to it.
struct StoredAnswer {
  std::string content_type;
  std::string body;
  std::vector<std::vector<std::string>> headers;
};
BOOST_DESCRIBE_STRUCT(StoredAnswer, (), (content_type, body, headers))

}  // namespace

void check_idempotency_key(std::string_view key) {
  const bool visible = std::all_of(key.begin(), key.end(), [](char c) { return c > 0x20 && c < 0x7F; });
  if (key.empty() || key.size() > 64 || !visible) {
    throw Problem(400, "invalid_idempotency_key", "Idempotency-Key 应为 1 至 64 个可见 ASCII 字符,例如一个 UUID。",
                  "Idempotency-Key must be 1 to 64 visible ASCII characters, such as a UUID.", "Idempotency-Key");
  }
}

std::string request_hash(const Request& request) {
  std::string head = std::string(method_name(request.method)) + ' ' + request.path + '\n';
  unsigned char digest[EVP_MAX_MD_SIZE];
  unsigned int size = 0;
  const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context(EVP_MD_CTX_new(), EVP_MD_CTX_free);
  if (!context || EVP_DigestInit_ex(context.get(), EVP_sha256(), nullptr) != 1 ||
      EVP_DigestUpdate(context.get(), head.data(), head.size()) != 1 ||
      EVP_DigestUpdate(context.get(), request.body.data(), request.body.size()) != 1 ||
      EVP_DigestFinal_ex(context.get(), digest, &size) != 1) {
    throw std::runtime_error("SHA-256 is not available");
  }
  std::string hex;
  for (unsigned int i = 0; i < size; ++i) hex += fmt::format("{:02x}", digest[i]);
  return hex;
}

Response run_idempotently(const WriteHandler& handler, const Request& request, const std::string& hash,
                          store::Write& write) {
  write.db.execute("DELETE FROM idempotency_keys WHERE created_at < ?", write.at.ms - kept_ms);
  const auto& caller = *request.caller;
  const std::string key(request.header("idempotency-key"));
  const auto stored = write.db.select_one<std::tuple<std::string, std::int64_t, std::string>>(
      "SELECT request_hash, status, body FROM idempotency_keys "
      "WHERE committee_id = ? AND account_id = ? AND key = ?",
      caller.committee_id, caller.account_id, key);
  if (stored) {
    const auto& [stored_hash, status, text] = *stored;
    if (stored_hash != hash) {
      throw Problem(422, "idempotency_key_reused", "这个 Idempotency-Key 已用于另一项提交,请换一个新的后重新提交。",
                    "This Idempotency-Key was used for another submission. Send again with a new one.",
                    "Idempotency-Key");
    }
    auto answer = read_json<StoredAnswer>(json::parse(text));
    Response response{static_cast<int>(status), std::move(answer.content_type), std::move(answer.body), {}};
    for (auto& header : answer.headers) response.headers.emplace_back(std::move(header.at(0)), std::move(header.at(1)));
    response.headers.emplace_back("Idempotent-Replay", "true");
    return response;
  }
  auto response = handler(request, write);
  if (response.status >= 200 && response.status < 300) {
    StoredAnswer answer{response.content_type, response.body, {}};
    for (const auto& [name, value] : response.headers) answer.headers.push_back({name, value});
    write.db.execute(
        "INSERT INTO idempotency_keys (committee_id, account_id, key, request_hash, status, body, created_at) "
        "VALUES (?, ?, ?, ?, ?, ?, ?)",
        caller.committee_id, caller.account_id, key, hash, response.status, to_json(answer), write.at.ms);
  }
  return response;
}

}  // namespace yizheng::http
