// For tests: a command as a person types it, with what it prints.
#pragma once

#include <gtest/gtest.h>

#include "cli/command.h"

namespace yizheng::cli::testing {

struct Outcome {
  int code = 0;
  std::string out, err;
};

using AddCommand = void (*)(CLI::App&);

inline Outcome run_words(std::initializer_list<AddCommand> commands, std::vector<std::string> arguments) {
  CLI::App app;
  for (const auto add : commands) add(app);
  arguments.insert(arguments.begin(), "yizheng");
  std::vector<const char*> words;
  for (const auto& argument : arguments) words.push_back(argument.c_str());
  ::testing::internal::CaptureStdout();
  ::testing::internal::CaptureStderr();
  Outcome outcome;
  outcome.code = cli::run(app, static_cast<int>(words.size()), words.data());
  std::fflush(stdout);
  outcome.out = ::testing::internal::GetCapturedStdout();
  outcome.err = ::testing::internal::GetCapturedStderr();
  return outcome;
}

}  // namespace yizheng::cli::testing
