// `yizheng pack check [DIR]`: does a committee's own set of rules hold, and where not.
#pragma once

namespace CLI {
class App;
}

namespace yizheng::cli {

void add_pack_command(CLI::App& app);

}  // namespace yizheng::cli
