// `yizheng committee create`: an empty committee with the default pack; `yizheng committee list`.
#pragma once

namespace CLI {
class App;
}

namespace yizheng::cli {

void add_committee_command(CLI::App& app);

}  // namespace yizheng::cli
