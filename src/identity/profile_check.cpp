#include "identity/profile_check.h"

#include "identity/profile.h"
#include "text/utf8.h"

namespace yizheng::identity {
namespace {

void check_line(const std::string& value, std::size_t most, const char* field) {
  const bool control =
      std::any_of(value.begin(), value.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; });
  if (control || text::length(value) > most) {
    const auto limit = std::to_string(most);
    throw invalid_field(std::string("/") + field, "此项最多 " + limit + " 个字,不含换行,请修改。",
                        "At most " + limit + " characters in one line; change it.");
  }
}

bool all_of(const std::string& value, std::string_view allowed) {
  return value.find_first_not_of(allowed) == std::string::npos;
}

}  // namespace

void check_profile(const Profile& profile) {
  check_line(profile.name, 50, "name");
  if (profile.name.empty()) throw invalid_field("/name", "请填写姓名。", "Give the name.");
  if (profile.gender != "" && profile.gender != "F" && profile.gender != "M") {
    throw invalid_field("/gender", "性别请填 F(女)、M(男)或留空。", "Gender is F, M or empty.");
  }
  if (profile.phone.size() > 20 || !all_of(profile.phone, "0123456789+- ")) {
    throw invalid_field("/phone", "电话只能用数字、空格、+ 和 -,最多 20 位,请修改。",
                        "A telephone number has digits, spaces, + and -, at most 20; change it.");
  }
  check_line(profile.email, 254, "email");
  const auto at = profile.email.find('@');
  if (!profile.email.empty() &&
      (at == 0 || at == std::string::npos || at + 1 == profile.email.size() ||
       profile.email.find('@', at + 1) != std::string::npos || profile.email.find(' ') != std::string::npos)) {
    throw invalid_field("/email", "电子邮箱应写作 名称@域名,请修改。",
                        "An e-mail address reads name@domain; change it.");
  }
  check_line(profile.address, 200, "address");
  if (!profile.postcode.empty() && (profile.postcode.size() != 6 || !all_of(profile.postcode, "0123456789"))) {
    throw invalid_field("/postcode", "邮政编码是 6 位数字,请修改。", "A postcode has six digits; change it.");
  }
  check_line(profile.employer, 100, "employer");
  check_line(profile.post, 100, "post");
}

void check_reason(const std::string& reason) {
  if (text::length(reason) > 500) {
    throw invalid_field("/reason", "理由最多 500 个字,请缩短。", "A reason has at most 500 characters; shorten it.");
  }
}

}  // namespace yizheng::identity
