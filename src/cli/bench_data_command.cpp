#include "cli/bench_data_command.h"

#include <iostream>

#include "cli/command.h"
#include "demo/bench_data.h"

namespace yizheng::cli {
namespace {

struct Options {
  std::string database, pack;
  demo::BenchSize size;
};

int make(const Options& options) {
  auto database = open_database(options.database);
  committee::Rules rules(load_pack(options.pack));
  std::size_t told = 0;
  const auto district = demo::make_bench_district(*database, rules, options.size, [&](std::size_t written) {
    if (written - told < 10'000 && written != options.size.proposals) return;
    told = written;
    std::cerr << written << " / " << options.size.proposals << std::endl;
  });
  std::cout << to_json(district) << std::endl;
  return exit_done;
}

}  // namespace

void add_bench_data_command(CLI::App& app) {
  auto& command = *app.add_subcommand("bench-data",
                                      "生成性能测试数据,登录名和口令以 JSON 输出 / make data to measure with; its "
                                      "sign-ins are printed as JSON");
  auto options = std::make_shared<Options>();
  auto& size = options->size;
  command.add_option("--proposals", size.proposals, "提案件数 / proposals")
      ->check(CLI::Range(1, 10'000'000))
      ->capture_default_str();
  // Names are three characters drawn from forty each: more members would run out of names.
  command.add_option("--members", size.members, "委员人数 / members")
      ->check(CLI::Range(8, 20'000))
      ->capture_default_str();
  command.add_option("--units", size.units, "承办单位数 / handling units")
      ->check(CLI::Range(24, 5'000))
      ->capture_default_str();
  command.add_option("--seed", size.seed, "随机种子,同一种子得到同样的文本 / the same seed gives the same texts")
      ->capture_default_str();
  add_database_option(command, options->database);
  add_pack_option(command, options->pack);
  on_call(command, [options] { return make(*options); });
}

}  // namespace yizheng::cli
