// The XML and the ZIP of a DOCX. An input that is no ZIP is packed as word/document.xml first, so that the fuzzer
// reaches the XML without having to find out checksums.
#include <zip.h>

#include <cstdint>
#include <cstdlib>
#include <string>

#include "base/problem.h"
#include "text/document.h"
#include "text/utf8.h"

namespace {

std::string packed(const std::string& xml) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* whole = zip_source_buffer_create(nullptr, 0, 0, &error);
  zip_source_keep(whole);
  zip_t* zip = zip_open_from_source(whole, ZIP_TRUNCATE, &error);
  if (zip == nullptr) std::abort();
  zip_source_t* part = zip_source_buffer(zip, xml.data(), xml.size(), 0);
  const auto index = zip_file_add(zip, "word/document.xml", part, ZIP_FL_ENC_UTF_8);
  zip_set_file_compression(zip, static_cast<zip_uint64_t>(index), ZIP_CM_STORE, 0);
  if (zip_close(zip) != 0) std::abort();
  zip_stat_t info;
  zip_source_stat(whole, &info);
  std::string bytes(info.size, '\0');
  zip_source_open(whole);
  zip_source_read(whole, bytes.data(), bytes.size());
  zip_source_close(whole);
  zip_source_free(whole);
  return bytes;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace yizheng;
  std::string bytes(reinterpret_cast<const char*>(data), size);
  if (!bytes.starts_with("PK")) bytes = packed(bytes);
  text::DocumentLimits limits;
  limits.unpacked = 4 << 20;
  try {
    if (!text::valid_utf8(text::read_document(std::move(bytes), limits).text)) std::abort();
  } catch (const Problem&) {
  }
  return 0;
}
