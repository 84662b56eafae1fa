// A request or command that cannot go on, told in two languages with what to do next (RFC 9457).
#pragma once

#include <exception>
#include <string>
#include <utility>

namespace yizheng {

// `status` is the HTTP status; `code` is stable and in snake_case (clients decide by it); `field` is a JSON
// pointer into the request ("/cosigners/0") or the name of a parameter, empty where none is at fault.
// Texts never hold passwords, tokens or personal data.
struct Problem : std::exception {
  Problem(int status_, std::string code_, std::string zh_, std::string en_, std::string field_ = {})
      : status(status_), code(std::move(code_)), zh(std::move(zh_)), en(std::move(en_)), field(std::move(field_)) {}

  const char* what() const noexcept override { return en.c_str(); }

  int status;
  std::string code;
  std::string zh;
  std::string en;
  std::string field;
};

// The usual ones, so that the same fault reads the same everywhere.
Problem invalid_field(std::string field, std::string zh, std::string en);  // 422 invalid_field
Problem not_found(std::string zh_what, std::string en_what);               // 404 not_found
Problem forbidden(std::string zh_why, std::string en_why);                 // 403 forbidden
Problem conflict(std::string code, std::string zh, std::string en);        // 409

}  // namespace yizheng
