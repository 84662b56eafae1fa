// The list of subcommands, nothing else.
#include "cli/bench_data_command.h"
#include "cli/check_command.h"
#include "cli/command.h"
#include "cli/committee_command.h"
#include "cli/database_commands.h"
#include "cli/demo_command.h"
#include "cli/import_command.h"
#include "cli/pack_command.h"
#include "cli/read_command.h"
#include "cli/serve_command.h"
#include "cli/user_command.h"

int main(int argc, char** argv) {
  using namespace yizheng::cli;
  CLI::App app("议政 Yizheng:地方政协数字履职平台 / digital platform of a local CPPCC committee", "yizheng");
  add_serve_command(app);
  add_demo_command(app);
  add_committee_command(app);
  add_user_command(app);
  add_migrate_command(app);
  add_import_command(app);
  add_read_command(app);
  add_check_command(app);
  add_ledger_command(app);
  add_doctor_command(app);
  add_pack_command(app);
  add_bench_data_command(app);
  add_openapi_command(app);
  return run(app, argc, argv);
}
