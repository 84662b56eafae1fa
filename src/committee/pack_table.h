// Reading the tables of a pack strictly: every key is asked for, and what nobody asked for is a fault.
#pragma once

#include <toml++/toml.h>

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "committee/pack.h"

namespace yizheng::committee {

// Faults while they are collected; sorted by file and line at the end.
class PackFaults {
 public:
  void add(const std::string& file, long line, const std::string& path, std::string zh, std::string en);
  bool empty() const { return found_.empty(); }
  std::vector<PackFault> sorted() const;

 private:
  struct Found {
    std::string file;
    long line;
    PackFault fault;
  };
  std::vector<Found> found_;
};

class PackTable {
 public:
  // `path` names the table for people: "role.MEMBER".
  PackTable(PackFaults& faults, std::string file, const toml::table& table, std::string path);

  // Missing or of another kind: a fault, and an empty value.
  std::string text(const char* key);
  std::optional<std::string> optional_text(const char* key);
  int integer(const char* key, int least, int most);
  std::optional<int> optional_integer(const char* key, int least, int most);
  bool flag(const char* key, bool otherwise);
  std::optional<Date> date(const char* key);
  std::vector<std::string> texts(const char* key, bool required = true);
  std::vector<Date> dates(const char* key);
  const toml::array* array(const char* key);
  // zh and en are required; zh_hant comes from zh where it is not given.
  Label label();
  // A text that is a code name in capitals.
  std::string code(const char* key);

  void fault(std::string zh, std::string en, const char* key = nullptr) const;
  void refuse_unknown_keys() const;

  const std::string& file() const { return file_; }
  const std::string& path() const { return path_; }
  long line(const char* key = nullptr) const;

 private:
  const toml::node* find(const char* key, bool required);
  void wrong_kind(const char* key, const char* zh, const char* en) const;

  PackFaults& faults_;
  std::string file_;
  const toml::table& table_;
  std::string path_;
  std::set<std::string, std::less<>> asked_;
};

// Code names of roles, choices and result classes: capitals, digits and _, at most 40.
bool is_code_name(std::string_view text);
// Dotted names of permissions, deadlines and settings: small letters and _.
bool is_dotted_name(std::string_view text);

}  // namespace yizheng::committee
