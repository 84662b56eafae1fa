#include "cli/committee_command.h"

#include "cli/command.h"
#include "committee/create_committee.h"

namespace yizheng::cli {
namespace {

struct Options {
  std::string database, pack, code, name, level = "COUNTY";
  int term = 1, session = 1;
  std::string term_start, term_end, session_opens, session_closes, window_opens, deadline;
};

// What was not said follows from what was: the term began on 1 January of this year and lasts five years; the plenary
// opens on 15 January (or with the term) and lasts four days; proposals are taken from three months before until
// 17:00 of the closing day.
Date date_or(const std::string& text, Date otherwise, const char* option) {
  if (text.empty()) return otherwise;
  const auto date = parse_date(text);
  if (!date) {
    throw invalid_field(option, fmt::format("“{}”不是存在的日期,应写作 YYYY-MM-DD。", text),
                        fmt::format("\"{}\" is not a date that exists, written YYYY-MM-DD.", text));
  }
  return *date;
}

Instant instant_or(const std::string& text, Instant otherwise, const char* option) {
  if (text.empty()) return otherwise;
  if (const auto date = parse_date(text)) return start_of(*date);
  const auto instant = parse_instant(text);
  if (!instant) {
    throw invalid_field(option, fmt::format("“{}”不是时间,应写作 2026-01-18T17:00:00+08:00。", text),
                        fmt::format("\"{}\" is not a time, written 2026-01-18T17:00:00+08:00.", text));
  }
  return *instant;
}

int create(const Options& options) {
  const auto level = parse_enum<committee::CommitteeLevel>(options.level);
  if (!level) {
    throw invalid_field("--level", "级别应为 NATIONAL、PROVINCE、CITY 或 COUNTY。",
                        "The level is NATIONAL, PROVINCE, CITY or COUNTY.");
  }
  const auto pack = load_pack(options.pack);
  committee::NewCommittee wanted;
  wanted.code = options.code;
  wanted.name = options.name;
  wanted.level = *level;
  wanted.term_number = options.term;
  wanted.term_starts_on = date_or(options.term_start, make_date(today().year(), 1, 1), "--term-start");
  wanted.term_ends_on = date_or(options.term_end, add_months(wanted.term_starts_on, 60) + -1, "--term-end");
  wanted.session_number = options.session;
  const Date january = make_date(wanted.term_starts_on.year(), 1, 15);
  wanted.session_opens_on = date_or(options.session_opens, std::max(january, wanted.term_starts_on), "--session-opens");
  wanted.session_closes_on = date_or(options.session_closes, wanted.session_opens_on + 3, "--session-closes");
  wanted.window_opens_at =
      instant_or(options.window_opens, start_of(add_months(wanted.session_opens_on, -3)), "--window-opens");
  wanted.deadline_at =
      instant_or(options.deadline, Instant{start_of(wanted.session_closes_on).ms + 17 * 3'600'000}, "--deadline");

  auto database = open_database(options.database);
  const auto made =
      database->write_and_wait([&](store::Write& write) { return committee::create_committee(write, *pack, wanted); });
  // An address of PostgreSQL may hold a password: never printed again.
  const auto url = options.database.starts_with("sqlite:") ? options.database : std::string("postgresql://…");
  fmt::print(
      "已建立 {0}({1}),{2},规则包 {3} {4}。\n"
      "会议 {5} 至 {6};提案征集 {7} 至 {8}。这些可由办公室在“组织机构”中修改。\n"
      "接下来:\n"
      "  1. 建立三名管理员:yizheng user create --committee {1} 登录名 --name 姓名 --role SYS_ADMIN --database "
      "{9}\n"
      "     (另两名的角色为 SEC_ADMIN、AUDIT_ADMIN)\n"
      "  2. 启动服务:yizheng serve --database {9} --listen 127.0.0.1:8080\n"
      "  3. 系统管理员建账号,安全管理员授角色,办公室录入界别、专委会和承办单位\n"
      "Made {0} ({1}), {2}, pack {3} {4}.\n"
      "Plenary {5} to {6}; proposals from {7} until {8}. Office staff can change these under Organisations.\n"
      "Next:\n"
      "  1. Make the three administrators: yizheng user create --committee {1} LOGIN --name NAME --role "
      "SYS_ADMIN "
      "--database {9}\n"
      "     (the other two with SEC_ADMIN and AUDIT_ADMIN)\n"
      "  2. Start the server: yizheng serve --database {9} --listen 127.0.0.1:8080\n"
      "  3. The system administrator makes accounts, the security administrator grants roles, office staff enter "
      "sectors, "
      "special committees and handling units\n",
      made.committee.name, made.committee.code, made.session.title, pack->code, pack->version,
      to_string(made.session.opens_on), to_string(made.session.closes_on), to_string(made.session.window_opens_at),
      to_string(made.session.deadline_at), url);
  return exit_done;
}

int list(const std::string& url) {
  const auto database = open_database(url);
  for (const auto& found : database->read([](store::Connection& db) { return committee::committees(db); })) {
    fmt::print("{}\t{}\t{}\n", found.code, enum_name(found.level), found.name);
  }
  return exit_done;
}

}  // namespace

void add_committee_command(CLI::App& app) {
  auto* committee = app.add_subcommand("committee", "委员会 / Committees");
  committee->require_subcommand(1);

  auto* command = committee->add_subcommand("create", "建立空的委员会 / Make an empty committee");
  auto options = std::make_shared<Options>();
  add_database_option(*command, options->database);
  add_pack_option(*command, options->pack);
  command->add_option("--code", options->code, "代码,用于网址 / Code, used in addresses")->required();
  command->add_option("--name", options->name, "名称 / Name")->required();
  command->add_option("--level", options->level, "NATIONAL, PROVINCE, CITY, COUNTY")->capture_default_str();
  command->add_option("--term", options->term, "届 / Number of the term")->capture_default_str();
  command->add_option("--term-start", options->term_start, "届的开始日期 / First day of the term (YYYY-MM-DD)");
  command->add_option("--term-end", options->term_end, "届满日期 / Last day of the term (YYYY-MM-DD)");
  command->add_option("--session", options->session, "次 / Number of the session")->capture_default_str();
  command->add_option("--session-opens", options->session_opens, "开幕日期 / Opening day of the plenary");
  command->add_option("--session-closes", options->session_closes, "闭幕日期 / Closing day of the plenary");
  command->add_option("--window-opens", options->window_opens, "提案征集开始 / Proposals are taken from");
  command->add_option("--deadline", options->deadline, "提案截止时间 / Deadline for proposals of the plenary");
  on_call(*command, [options] { return create(*options); });

  auto* listing = committee->add_subcommand("list", "列出委员会 / List the committees");
  auto url = std::make_shared<std::string>();
  add_database_option(*listing, *url);
  on_call(*listing, [url] { return list(*url); });
}

}  // namespace yizheng::cli
