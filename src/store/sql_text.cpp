#include "store/sql_text.h"

namespace yizheng::store {

NamedSql name_parameters(std::string_view sql) {
  NamedSql named;
  named.text.reserve(sql.size() + 32);
  char quote = 0;  // ' or " while inside one
  for (std::size_t i = 0; i < sql.size(); ++i) {
    const char c = sql[i];
    if (quote != 0) {
      if (c == quote) quote = 0;  // a doubled quote opens again at once, which is the same
      named.text += c;
    } else if (c == '\'' || c == '"') {
      quote = c;
      named.text += c;
    } else if (c == '-' && i + 1 < sql.size() && sql[i + 1] == '-') {
      const auto line_end = sql.find('\n', i);
      if (line_end == std::string_view::npos) break;
      i = line_end - 1;  // the comment is dropped: it might hold a quote or a mark
    } else if (c == '?') {
      named.text += ":p" + std::to_string(++named.parameters);
    } else {
      named.text += c;
    }
  }
  return named;
}

std::vector<std::string> split_statements(std::string_view script) {
  std::vector<std::string> statements;
  std::string current;
  const auto finish = [&] {
    if (current.find_first_not_of(" \t\r\n") != std::string::npos) statements.push_back(current);
    current.clear();
  };
  while (!script.empty()) {
    const auto line_end = script.find('\n');
    auto line = script.substr(0, line_end);
    script.remove_prefix(line_end == std::string_view::npos ? script.size() : line_end + 1);
    const auto last = line.find_last_not_of(" \t\r");
    if (last != std::string_view::npos && line[last] == ';') {
      current.append(line.substr(0, last));
      finish();
    } else {
      current.append(line).push_back('\n');
    }
  }
  finish();
  return statements;
}

}  // namespace yizheng::store
