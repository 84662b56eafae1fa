#include "store/zip_check.h"

#include <zip.h>

namespace yizheng::store {
namespace {

constexpr zip_int64_t MOST_ENTRIES = 2'000;
constexpr std::uint64_t MOST_UNPACKED = 200ull * 1024 * 1024;
constexpr std::uint64_t MOST_RATIO = 100;
constexpr std::uint64_t RATIO_COUNTS_FROM = 1024 * 1024;  // a small file of blanks shrinks more, and harms nobody
constexpr std::size_t READ_FOR_WARNINGS = 32 * 1024 * 1024;

Problem unsafe(const std::string& zh, const std::string& en) {
  return Problem(422, "file_unsafe", "文件不安全,未保存:" + zh + "。请重新制作文件后上传。",
                 "The file is not safe and was not saved: " + en + ". Make it anew and upload again.", "/content");
}

bool leaves_its_folder(std::string_view name) {
  if (name.empty() || name.front() == '/' || name.find('\\') != std::string_view::npos) return true;
  if (name.size() > 1 && name[1] == ':') return true;
  for (std::size_t start = 0; start <= name.size();) {
    const auto end = std::min(name.find('/', start), name.size());
    if (name.substr(start, end - start) == "..") return true;
    start = end + 1;
  }
  return false;
}

class Archive {
 public:
  explicit Archive(std::string_view content) {
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* source = zip_source_buffer_create(content.data(), content.size(), 0, &error);
    if (source != nullptr) archive_ = zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, &error);
    if (archive_ == nullptr) {
      if (source != nullptr) zip_source_free(source);
      zip_error_fini(&error);
      throw unsafe("压缩结构已损坏", "its container is damaged");
    }
    zip_error_fini(&error);
  }
  ~Archive() { zip_discard(archive_); }
  Archive(const Archive&) = delete;
  Archive& operator=(const Archive&) = delete;

  // Unpacks everything once, keeping nothing: what a container says of its sizes may be a lie.
  void check_all() {
    const auto count = zip_get_num_entries(archive_, 0);
    if (count > MOST_ENTRIES) throw unsafe("内含文件过多", "it holds too many files");
    std::uint64_t unpacked = 0, packed = 0;
    for (zip_int64_t i = 0; i < count; ++i) {
      zip_stat_t about;
      if (zip_stat_index(archive_, static_cast<zip_uint64_t>(i), ZIP_FL_ENC_GUESS, &about) != 0 ||
          (about.valid & ZIP_STAT_NAME) == 0) {
        throw unsafe("压缩结构已损坏", "its container is damaged");
      }
      if (leaves_its_folder(about.name)) throw unsafe("内含路径越界的文件", "an entry would leave its folder");
      if ((about.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && about.encryption_method != ZIP_EM_NONE) {
        throw unsafe("内含加密文件,无法检查", "an entry is encrypted and cannot be checked");
      }
      names_.emplace_back(about.name);
      if ((about.valid & ZIP_STAT_COMP_SIZE) != 0) packed += about.comp_size;
      read(i, [&](std::string_view piece) {
        unpacked += piece.size();
        if (unpacked > MOST_UNPACKED) throw unsafe("解压后过大", "it is too large when unpacked");
        return true;
      });
      if (unpacked > RATIO_COUNTS_FROM && unpacked / MOST_RATIO > packed) {
        throw unsafe("压缩比异常", "it is packed too tightly");
      }
    }
  }

  bool has(std::string_view name) const { return std::find(names_.begin(), names_.end(), name) != names_.end(); }
  bool has_matching(const std::function<bool(std::string_view)>& matches) const {
    return std::any_of(names_.begin(), names_.end(), matches);
  }
  const std::vector<std::string>& names() const { return names_; }

  std::string text_of(std::string_view name) {
    std::string text;
    for (std::size_t i = 0; i < names_.size(); ++i) {
      if (names_[i] != name) continue;
      read(static_cast<zip_int64_t>(i), [&](std::string_view piece) {
        text += piece;
        return text.size() < READ_FOR_WARNINGS;
      });
      break;
    }
    return text;
  }

 private:
  void read(zip_int64_t index, const std::function<bool(std::string_view)>& f) {
    zip_file_t* file = zip_fopen_index(archive_, static_cast<zip_uint64_t>(index), 0);
    if (file == nullptr) throw unsafe("压缩结构已损坏", "its container is damaged");
    const std::unique_ptr<zip_file_t, decltype(&zip_fclose)> closed(file, &zip_fclose);
    std::vector<char> buffer(64 * 1024);
    for (;;) {
      const auto length = zip_fread(file, buffer.data(), buffer.size());
      if (length < 0) throw unsafe("压缩结构已损坏", "its container is damaged");
      if (length == 0 || !f({buffer.data(), static_cast<std::size_t>(length)})) return;
    }
  }

  zip_t* archive_ = nullptr;
  std::vector<std::string> names_;
};

bool contains(std::string_view text, std::string_view part) { return text.find(part) != std::string_view::npos; }

std::vector<std::string> warnings_of(Archive& archive) {
  std::vector<std::string> warnings;
  const auto workbook = archive.text_of("xl/workbook.xml");
  if (contains(workbook, "state=\"hidden\"") || contains(workbook, "state=\"veryHidden\"")) {
    warnings.push_back("hidden_sheets");
  }
  const auto document = archive.text_of("word/document.xml");
  const bool tracked = contains(document, "<w:ins ") || contains(document, "<w:del ") ||
                       contains(document, "<w:moveFrom ") ||
                       archive.has_matching([](std::string_view name) { return name.starts_with("xl/revisions/"); });
  if (tracked) warnings.push_back("tracked_changes");
  const bool comments = archive.has_matching([](std::string_view name) {
    return name == "word/comments.xml" || name.starts_with("xl/comments") || name.starts_with("xl/threadedComments/") ||
           name.starts_with("ppt/comments/");
  });
  if (comments) warnings.push_back("comments");
  if (archive.has_matching([](std::string_view name) { return name.ends_with("vbaProject.bin"); })) {
    warnings.push_back("macros");
  }
  return warnings;
}

}  // namespace

FileCheck check_zip(std::string_view content, const std::string& extension) {
  Archive archive(content);
  archive.check_all();
  const bool ooxml = archive.has("[Content_Types].xml");
  FileCheck check;
  if (extension == "docx" && ooxml && archive.has("word/document.xml")) {
    check.media_type = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
  } else if (extension == "xlsx" && ooxml && archive.has("xl/workbook.xml")) {
    check.media_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  } else if (extension == "pptx" && ooxml && archive.has("ppt/presentation.xml")) {
    check.media_type = "application/vnd.openxmlformats-officedocument.presentationml.presentation";
  } else if (extension == "ofd" && archive.has("OFD.xml")) {
    check.media_type = "application/ofd";
  } else if (extension == "zip") {
    check.media_type = "application/zip";
  }
  if (!check.media_type.empty()) check.warnings = warnings_of(archive);
  return check;
}

}  // namespace yizheng::store
