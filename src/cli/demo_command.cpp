#include "cli/demo_command.h"

#include <filesystem>
#include <fstream>
#include <iostream>

#include "base/log.h"
#include "cli/application.h"
#include "cli/command.h"
#include "demo/demo_district.h"
#include "demo/reports.h"
#include "store/search.h"

namespace yizheng::cli {
namespace {

namespace fs = std::filesystem;

struct Options {
  std::string data = "demo-data", database, size = "full", accounts_json;
  bool prepare = false;
  ApplicationOptions application;
};

struct Accounts {
  std::string committee, password;
  std::vector<demo::SignIn> accounts;
};
BOOST_DESCRIBE_STRUCT(Accounts, (), (committee, password, accounts))

bool has_demo(store::Database& database) {
  return database.read([](store::Connection& db) { return committee::committee_by_code(db, "demo").has_value(); });
}

// `final_url`: under which the database will be served; its files lie beside that.
void build(const std::string& url, const std::string& final_url, const Options& options) {
  const auto database = open_database(url);
  if (has_demo(*database)) return;
  const auto start = std::chrono::steady_clock::now();
  std::cerr << "正在生成演示区…… / making the demo district…" << std::endl;
  committee::Rules rules(load_pack(options.application.pack_folder));
  const auto report = demo::build_district(
      *database, rules, options.size == "small" ? demo::DemoSize::SMALL : demo::DemoSize::FULL, system_now());
  store::AttachmentFolder files(attachment_folder(options.application.attachment_folder, final_url));
  demo::load_reports(*database, rules, load_catalogue(options.application.pack_folder), files, system_now());
  store::Indexer indexer(*database);
  indexer.drain();
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
  std::cerr << fmt::format(
      "{0} 件提案,{1} 位委员,{2} 个承办单位,{3} 步操作,用时 {4:.1f} 秒\n"
      "{0} proposals, {1} members, {2} units, {3} actions in {4:.1f} s\n",
      report.proposals, report.members, report.units, report.actions, took.count());
}

// A demo that was stopped half-way is begun anew: it is built under another name and gets its own when it is complete.
std::string prepare_file(const Options& options) {
  fs::create_directories(options.data);
  const fs::path file = fs::path(options.data) / "demo.db", making = fs::path(options.data) / "demo-making.db";
  if (!fs::exists(file)) {
    for (const char* ending : {"", "-wal", "-shm", ".lock"}) fs::remove(making.string() + ending);
    build("sqlite:" + making.string(), "sqlite:" + file.string(), options);
    // Closing the last connection folds the log into the file; where it could not, the log goes along.
    if (fs::exists(making.string() + "-wal")) fs::rename(making.string() + "-wal", file.string() + "-wal");
    fs::rename(making, file);
    fs::remove(making.string() + ".lock");
  }
  return "sqlite:" + file.string();
}

void print_sign_ins(store::Database& database) {
  const auto list = database.read([](store::Connection& db) { return demo::sign_ins(db); });
  std::cout << fmt::format("\n委员会 / committee: demo    密码 / password: {}\n\n", demo::demo_password);
  for (const auto& sign_in : list) {
    std::string roles;
    for (const auto& role : sign_in.roles) roles += (roles.empty() ? "" : " + ") + role;
    const auto organisation =
        sign_in.organisation.empty() || sign_in.organisation == sign_in.name ? "" : " · " + sign_in.organisation;
    std::cout << fmt::format("  {:<18} {:<42} {}{}\n", sign_in.login, roles, sign_in.name, organisation);
  }
  std::cout << std::endl;
}

int run_demo(const Options& options) {
  std::string url = options.database;
  if (url.empty()) url = prepare_file(options);
  build(url, url, options);  // nothing to do where the district is there
  const auto database = open_database(url);
  if (!options.accounts_json.empty()) {
    const Accounts accounts{"demo", std::string(demo::demo_password),
                            database->read([](store::Connection& db) { return demo::all_accounts(db); })};
    std::ofstream out(options.accounts_json);
    out << to_json(accounts) << "\n";
    if (!out.flush()) {
      throw Problem(500, "file_not_written", "无法写入 " + options.accounts_json,
                    "cannot write " + options.accounts_json);
    }
  }
  print_sign_ins(*database);
  if (options.prepare) return exit_done;
  log::start("warn");
  auto application_options = options.application;
  application_options.fast_hashes = true;
  // Plain HTTP on one's own machine; the cookie prefix __Host- needs TLS.
  application_options.server.secure_cookies = false;
  application_options.server.log_requests = false;
  Application application(*database, url, application_options);
  serve_until_signal(application, application_options.server.listen);
  return exit_done;
}

}  // namespace

void add_demo_command(CLI::App& app) {
  auto options = std::make_shared<Options>();
  auto& command = *app.add_subcommand("demo", "演示:一个虚构的区 / a complete, fictional district");
  auto& server = options->application.server;
  command.add_option("--listen", server.listen, "监听地址 / address and port; port 0 takes any free one")
      ->capture_default_str();
  command.add_option("--data", options->data, "数据文件夹 / folder of its data")->capture_default_str();
  command.add_option("--web", server.web_root, "网页文件夹 / folder of the built web pages");
  command.add_option("--attachments", options->application.attachment_folder, "附件文件夹 / folder of attachments");
  command.add_option("--size", options->size, "full 或 small / full or small")
      ->check(CLI::IsMember({"full", "small"}))
      ->capture_default_str();
  command.add_option("--database", options->database,
                     "用此数据库而非 --data 中的文件 / this database instead of a file in --data");
  command.add_flag("--prepare", options->prepare, "只生成,不启动服务 / make the data and end");
  command.add_option("--accounts-json", options->accounts_json,
                     "把全部账号写入此文件 / write all accounts to this file");
  add_pack_option(command, options->application.pack_folder);
  on_call(command, [options] { return run_demo(*options); });
}

}  // namespace yizheng::cli
