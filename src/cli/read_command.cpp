#include "cli/read_command.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <cstdlib>
#include <fstream>
#include <iostream>
#include <iterator>

#include "cli/command.h"
#include "reports/comparison.h"
#include "reports/reading_html.h"
#include "reports/reading_json.h"
#include "reports/reading_terminal.h"
#include "text/utf8.h"

namespace yizheng::cli {
namespace {

using namespace reports;

struct Options {
  std::vector<std::string> files;
  std::vector<std::string> apply, undo;  // "probable", "certain", KIND:START
  std::string html, language, pack;
  bool as_json = false, as_csv = false, compare = false, others = false, quiet = false;
  bool only_text = false, repairs = false, claims = false, checks = false;
  int year = 0;
};

Language language_of(const std::string& asked) {
  if (!asked.empty()) return asked == "en" ? Language::EN : Language::ZH;
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    const char* value = std::getenv(name);
    if (value && *value) return std::string_view(value).starts_with("en") ? Language::EN : Language::ZH;
  }
  return Language::ZH;
}

bool colours_wanted() {
  const char* no = std::getenv("NO_COLOR");  // no-color.org
  return isatty(STDOUT_FILENO) && !(no && *no);
}

int terminal_width() {
  winsize size{};
  if (isatty(STDOUT_FILENO) && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col >= 20) return size.ws_col;
  const char* columns = std::getenv("COLUMNS");
  const int width = columns ? std::atoi(columns) : 0;
  return width >= 20 && width <= 1000 ? width : 80;
}

text::Document document_of(const std::string& file) {
  if (file != "-") return text::read_document_file(file);
  const text::DocumentLimits limits;
  std::string bytes;
  std::vector<char> piece(1 << 20);
  while (std::cin.read(piece.data(), static_cast<std::streamsize>(piece.size())) || std::cin.gcount() > 0) {
    bytes.append(piece.data(), static_cast<std::size_t>(std::cin.gcount()));
    if (bytes.size() > limits.bytes) break;  // read_document says so
  }
  return text::read_document(std::move(bytes), limits);
}

// KIND:START, as --json and --repairs print them, to the repair itself.
text::RepairChoice choice_of(const std::string& words, const text::Repaired& repaired, const std::string& source,
                             bool apply, const char* option) {
  const auto colon = words.rfind(':');
  if (colon != std::string::npos) {
    text::CodePointCounter points(source);
    for (const auto& repair : repaired.repairs) {
      if (code_of(repair.kind) != words.substr(0, colon)) continue;
      if (std::to_string(points.at(repair.begin)) != words.substr(colon + 1)) continue;
      if (apply && !repair.replacement && repair.kind != text::RepairKind::TRADITIONAL_SCRIPT) {
        throw Problem(422, "repair_unknown", "“" + words + "”处原来是什么无从知道，没有可用的修复。",
                      "What stood at '" + words + "' is not known; there is no repair to apply.", option);
      }
      return {repair.kind, repair.begin, repair.end, apply};
    }
  }
  throw Problem(422, "repair_missing",
                "没有“" + words + "”这处修复。请写 KIND:START，两者都照 yizheng read --repairs 所列。",
                "There is no repair '" + words + "'. Write KIND:START as yizheng read --repairs lists them.", option);
}

text::RepairOptions repair_options(const Options& options, const std::string& source) {
  text::RepairOptions repair;
  std::vector<std::string> single;
  for (const auto& word : options.apply) {
    if (word == "probable") {
      repair.apply = text::Confidence::PROBABLE;
    } else if (word != "certain") {
      single.push_back(word);
    }
  }
  if (single.empty() && options.undo.empty()) return repair;
  const auto repaired = text::repair(source, repair);
  for (const auto& word : single) repair.choices.push_back(choice_of(word, repaired, source, true, "--apply"));
  for (const auto& word : options.undo) repair.choices.push_back(choice_of(word, repaired, source, false, "--undo"));
  return repair;
}

class Reader {
 public:
  explicit Reader(const Options& options)
      : options_(options),
        language_(language_of(options.language)),
        catalogue_(indicators::read_catalogue(options.pack.empty() ? shipped_pack() : options.pack)) {}

  int run() {
    if (!options_.html.empty() && options_.files.size() > 1) {
      throw Problem(422, "one_file_only", "--html 一次写一个文件的页面；请逐个文件运行。",
                    "--html writes the page of one file; run it for each.", "--html");
    }
    int worst = exit_done;
    for (const auto& file : options_.files) {
      try {
        worst = std::max(worst, read(file));
      } catch (const Problem& problem) {
        // The next file may be a good one.
        std::cerr << file << ":\n  " << problem.zh << "\n  " << problem.en << "\n  [" << problem.code << "]\n";
        worst = std::max(worst, problem.status >= 500 ? exit_environment_failed : exit_wrong_use);
      }
    }
    if (options_.compare) write_comparison();
    std::cout.flush();
    if (!std::cout) {
      throw Problem(500, "output_failed", "写标准输出失败：磁盘已满，或接收的程序已退出。",
                    "Writing to standard output failed: the disk is full, or the program that reads it has ended.");
    }
    return worst;
  }

 private:
  int read(const std::string& file) {
    auto document = document_of(file);
    ReadOptions read;
    read.repair = repair_options(options_, document.text);
    read.meaning.year = options_.year;
    read.keep_others = options_.others;
    const auto reading = read_report(std::move(document), catalogue_, read);
    if (options_.compare) {
      comparer_.add(file, reading);
    } else {
      write(file, reading);
    }
    const bool fails = std::any_of(reading.checks.begin(), reading.checks.end(),
                                   [](const Check& check) { return check.verdict == CheckVerdict::FAILS; });
    return fails ? exit_does_not_hold : exit_done;
  }

  void write(const std::string& file, const Reading& reading) {
    if (!options_.html.empty()) {
      if (options_.html == "-") {
        write_reading_html(std::cout, file, reading, catalogue_, language_);
        return;
      }
      std::ofstream page(options_.html, std::ios::binary);
      if (page) write_reading_html(page, file, reading, catalogue_, language_);
      page.close();
      if (!page) {
        throw Problem(500, "output_failed", "写不了文件“" + options_.html + "”，请核对路径、权限和磁盘空间。",
                      "Cannot write '" + options_.html + "'. Check path, rights and room on the disk.", "--html");
      }
      if (!options_.quiet) print(file, reading, {.text = false});
      return;
    }
    if (options_.as_json) {
      write_reading_json(std::cout, file, reading, catalogue_);
    } else if (options_.only_text) {
      std::cout << reading.repaired.text;
    } else if (options_.quiet) {
      for (const auto& check : reading.checks) {
        if (check.verdict != CheckVerdict::FAILS) continue;
        print(file, reading, {.summary = false, .text = false});
        break;
      }
    } else if (options_.repairs || options_.claims || options_.checks) {
      print(file, reading,
            {.summary = options_.files.size() > 1,
             .text = false,
             .repairs = options_.repairs,
             .claims = options_.claims,
             .checks = options_.checks});
    } else {
      print(file, reading, {});
    }
  }

  void print(const std::string& file, const Reading& reading, TerminalOptions terminal) {
    terminal.colours = colours_wanted();
    terminal.width = terminal_width();
    terminal.language = language_;
    write_reading_terminal(std::cout, file, reading, catalogue_, terminal);
    if (options_.files.size() > 1) std::cout << "\n";
  }

  void write_comparison() {
    const auto comparison = comparer_.result();
    if (options_.as_json) {
      write_comparison_json(std::cout, comparison, catalogue_);
    } else if (options_.as_csv) {
      write_comparison_csv(std::cout, comparison, catalogue_);
    } else {
      write_comparison_terminal(std::cout, comparison, catalogue_, language_);
    }
  }

  const Options& options_;
  Language language_;
  indicators::Catalogue catalogue_;
  Comparer comparer_;
};

}  // namespace

void add_read_command(CLI::App& app) {
  auto* command = app.add_subcommand("read",
                                     "读报告：修复文字，找出数字，核对算术 / Read published reports: repair the text, "
                                     "find the figures, check the arithmetic");
  auto options = std::make_shared<Options>();
  command->add_option("files", options->files, "文件，- 为标准输入 / Files (txt, html, docx, pdf); - is standard input")
      ->required();
  auto* json = command->add_flag("--json", options->as_json, "输出 JSON,每个文件一行 / JSON, one object a file");
  auto* html = command->add_option("--html", options->html, "写成一个网页 / Write one page with everything marked");
  auto* text = command->add_flag("--text", options->only_text, "只输出修复后的文字 / Only the repaired text");
  command->add_flag("--repairs", options->repairs, "列出修复 / List the repairs");
  command->add_flag("--claims", options->claims, "列出数字 / List the figures");
  command->add_flag("--checks", options->checks, "列出核对 / List the checks");
  command->add_flag("--quiet", options->quiet, "只在有不符时输出 / Print only where a check fails");
  command->add_flag("--others", options->others,
                    "JSON 中也列出日期、届次等 / In JSON also the numbers that are no figures");
  command
      ->add_option("--apply", options->apply,
                   "probable:很可能的修复也用；或 KIND:START / Apply probable repairs too, or KIND:START")
      ->allow_extra_args(false)
      ->delimiter(',');
  command->add_option("--undo", options->undo, "撤销一处修复，KIND:START / Undo a repair, KIND:START")
      ->allow_extra_args(false)
      ->delimiter(',');
  command->add_option("--year", options->year, "报告的年份 / The year of the report (else from its text)")
      ->check(CLI::Range(1949, 2199));
  command->add_option("--language", options->language, "zh | en")->check(CLI::IsMember({"zh", "en"}));
  auto* compare = command->add_flag("--compare", options->compare,
                                    "几份报告并列：指标 × 文件 / Reports side by side: indicator by file");
  auto* csv = command->add_flag("--csv", options->as_csv, "并列表输出 CSV / The comparison as CSV");
  csv->needs(compare)->excludes(json);
  html->excludes(json)->excludes(text)->excludes(compare);
  text->excludes(json)->excludes(compare);
  add_pack_option(*command, options->pack);
  on_call(*command, [options] { return Reader(*options).run(); });
}

}  // namespace yizheng::cli
