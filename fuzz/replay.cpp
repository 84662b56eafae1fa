// Gives a fuzz target the files of a folder, each whole and cut off at many places; what fails ends the program.
// Seeds lie there, and whatever fuzzing found once. Without a folder the target gets the empty input alone.
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

constexpr std::size_t most_cuts = 200;

void give(const std::string& bytes, std::size_t size) {
  // A copy of its own, so that a sanitizer sees the first byte that is read too far.
  const std::basic_string<std::uint8_t> piece(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(size));
  LLVMFuzzerTestOneInput(piece.data(), piece.size());
}

}  // namespace

int main(int count, char** arguments) {
  namespace fs = std::filesystem;
  give("", 0);
  std::size_t inputs = 1;
  for (int i = 1; i < count; ++i) {
    if (!fs::is_directory(arguments[i])) continue;
    for (const auto& entry : fs::recursive_directory_iterator(arguments[i])) {
      if (!entry.is_regular_file()) continue;
      std::ifstream file(entry.path(), std::ios::binary);
      const std::string bytes{std::istreambuf_iterator<char>(file), {}};
      std::fprintf(stderr, "%s\n", entry.path().c_str());  // the one it fails at is the last told
      const std::size_t step = bytes.size() / most_cuts + 1;
      for (std::size_t size = bytes.size() % step; size < bytes.size(); size += step, ++inputs) give(bytes, size);
      give(bytes, bytes.size());
      ++inputs;
    }
  }
  std::printf("%zu inputs\n", inputs);
}
