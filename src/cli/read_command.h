// `yizheng read`: a published report of any mess as repaired text, figures and arithmetic checks.
#pragma once

namespace CLI {
class App;
}

namespace yizheng::cli {

void add_read_command(CLI::App& app);

}  // namespace yizheng::cli
