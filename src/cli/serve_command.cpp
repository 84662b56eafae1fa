#include "cli/serve_command.h"

#include "base/clock_offset.h"
#include "base/log.h"
#include "cli/application.h"
#include "cli/command.h"

namespace yizheng::cli {
namespace {

struct Options {
  std::string database, log_level = "info";
  ApplicationOptions application;
  int commit_batch = 64, clock_offset = 0;
  bool insecure_cookies = false, quiet = false;
};

int serve(const Options& options) {
  hold_signals();
  log::start(options.log_level);
  if (options.clock_offset != 0) {
    set_clock_offset(options.clock_offset);
    log::warn("rehearsal: what is recorded is dated {} days from today; never use this with real records",
              options.clock_offset);
  }
  store::DatabaseOptions database_options;
  database_options.commit_batch = options.commit_batch;
  const auto database = open_database(options.database, database_options);
  auto application_options = options.application;
  application_options.server.secure_cookies = !options.insecure_cookies;
  application_options.server.log_requests = !options.quiet;
  if (options.application.fast_hashes) log::warn("passwords set now get cheap hashes: for tests only");
  Application application(*database, options.database, application_options);
  serve_until_signal(application, application_options.server.listen);
  return exit_done;
}

}  // namespace

void add_serve_command(CLI::App& app) {
  auto options = std::make_shared<Options>();
  auto& command = *app.add_subcommand("serve", "启动服务 / serve the web pages and the API");
  command.set_config("--config", "",
                     "配置文件(TOML 或 INI)/ a configuration file with the same names as these options");
  add_database_option(command, options->database);
  add_pack_option(command, options->application.pack_folder);
  auto& server = options->application.server;
  command.add_option("--listen", server.listen, "监听地址 / address and port; port 0 takes any free one")
      ->capture_default_str();
  command.add_option("--web", server.web_root, "网页文件夹 / folder of the built web pages");
  command.add_option("--attachments", options->application.attachment_folder, "附件文件夹 / folder of attachments");
  command.add_option("--io-threads", server.io_threads, "网络线程数,0 为自动 / I/O threads, 0 = automatic");
  command.add_option("--trusted-proxy", server.trusted_proxies,
                     "可信反向代理地址 / proxies whose X-Forwarded-For is believed");
  command.add_option("--commit-batch", options->commit_batch, "一次提交的最多操作数 / most actions a commit")
      ->check(CLI::Range(1, 1024));
  command.add_option("--log", options->log_level, "日志级别 / log level")
      ->check(CLI::IsMember({"debug", "info", "warn", "error"}));
  command.add_flag("--quiet", options->quiet, "不记录每个请求 / do not log each request");
  command.add_flag("--insecure-cookies", options->insecure_cookies,
                   "允许在明文 HTTP 上登录,仅供演示和测试 / sign in over plain HTTP: for demos and tests only");
  // For rehearsals and tests of time limits; hidden, so that nobody meets it by chance (docs/operating.md).
  command
      .add_option("--clock-offset", options->clock_offset,
                  "演练:把业务时钟移动若干天 / rehearsal: move the product's clock by days")
      ->check(CLI::Range(-3660, 3660))
      ->group("");
  command
      .add_flag("--fast-hashes", options->application.fast_hashes,
                "口令用低成本散列,仅供测试 / cheap hashes of passwords: for tests only")
      ->group("");
  on_call(command, [options] { return serve(*options); });
}

}  // namespace yizheng::cli
