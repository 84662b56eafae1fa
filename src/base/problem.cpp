#include "base/problem.h"

namespace yizheng {

Problem invalid_field(std::string field, std::string zh, std::string en) {
  return Problem(422, "invalid_field", std::move(zh), std::move(en), std::move(field));
}

Problem not_found(std::string zh_what, std::string en_what) {
  return Problem(404, "not_found", "找不到" + zh_what + "。请返回列表核对后重试。",
                 "No such " + en_what + ". Go back to the list and check.");
}

Problem forbidden(std::string zh_why, std::string en_why) {
  return Problem(403, "forbidden", std::move(zh_why), std::move(en_why));
}

Problem conflict(std::string code, std::string zh, std::string en) {
  return Problem(409, std::move(code), std::move(zh), std::move(en));
}

}  // namespace yizheng
