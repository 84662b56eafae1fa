#include "cli/serve_command.h"

#include "base/log.h"
#include "cli/application.h"
#include "cli/command.h"

namespace yizheng::cli {
namespace {

struct Options {
  std::string database, log_level = "info";
  ApplicationOptions application;
  int commit_batch = 64;
  bool insecure_cookies = false, quiet = false;
};

int serve(const Options& options) {
  hold_signals();
  log::start(options.log_level);
  store::DatabaseOptions database_options;
  database_options.commit_batch = options.commit_batch;
  const auto database = open_database(options.database, database_options);
  auto application_options = options.application;
  application_options.server.secure_cookies = !options.insecure_cookies;
  application_options.server.log_requests = !options.quiet;
  Application application(*database, options.database, application_options);
  serve_until_signal(application, application_options.server.listen);
  return exit_done;
}

}  // namespace

void add_serve_command(CLI::App& app) {
  auto options = std::make_shared<Options>();
  auto& command = *app.add_subcommand("serve", "启动服务 / serve the web pages and the API");
  command.set_config("--config", "", "配置文件(TOML 或 INI)/ a configuration file with the same names as these options");
  add_database_option(command, options->database);
  add_pack_option(command, options->application.pack_folder);
  auto& server = options->application.server;
  command.add_option("--listen", server.listen, "监听地址 / address and port; port 0 takes any free one")->capture_default_str();
  command.add_option("--web", server.web_root, "网页文件夹 / folder of the built web pages");
  command.add_option("--attachments", options->application.attachment_folder, "附件文件夹 / folder of attachments");
  command.add_option("--io-threads", server.io_threads, "网络线程数,0 为自动 / I/O threads, 0 = automatic");
  command.add_option("--trusted-proxy", server.trusted_proxies, "可信反向代理地址 / proxies whose X-Forwarded-For is believed");
  command.add_option("--commit-batch", options->commit_batch, "一次提交的最多操作数 / most actions a commit")->check(CLI::Range(1, 1024));
  command.add_option("--log", options->log_level, "日志级别 / log level")->check(CLI::IsMember({"debug", "info", "warn", "error"}));
  command.add_flag("--quiet", options->quiet, "不记录每个请求 / do not log each request");
  command.add_flag("--insecure-cookies", options->insecure_cookies,
                   "允许在明文 HTTP 上登录,仅供演示和测试 / sign in over plain HTTP: for demos and tests only");
  on_call(command, [options] { return serve(*options); });
}

}  // namespace yizheng::cli
