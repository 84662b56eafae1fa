// Tables people send: every byte sequence is read to its end or refused with a Problem, in bounded memory.
#include <unistd.h>

#include <cstdint>
#include <cstdlib>
#include <fstream>
#include <string>

#include "base/problem.h"
#include "text/table_reader.h"
#include "text/utf8.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace yizheng;
  // /dev/shm: a file of its own for each process, never on a disk.
  static const std::string path = "/dev/shm/yizheng-fuzz-" + std::to_string(getpid());
  std::ofstream(path, std::ios::binary | std::ios::trunc)
      .write(reinterpret_cast<const char*>(data), static_cast<std::streamsize>(size));
  try {
    const auto table = text::open_table(path, {.unpacked = 4 << 20});
    text::TableRow row;
    while (table->next(row)) {
      for (const auto& field : row.fields) {
        if (row.faults.empty() && !text::valid_utf8(field)) std::abort();
      }
    }
  } catch (const Problem&) {
  }
  std::remove(path.c_str());
  return 0;
}
