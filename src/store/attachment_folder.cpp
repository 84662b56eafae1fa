#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <filesystem>
#include <fstream>

#include "base/log.h"
#include "store/attachments.h"
#include "store/engine_error.h"
#include "store/hex.h"

namespace yizheng::store {
namespace {

[[noreturn]] void failed(const char* what) {
  const int error = errno;
  log::error("attachments: {} failed with {}", what, error);
  if (error == ENOSPC || error == EDQUOT) throw storage_full();
  throw storage_read_only();
}

// A descriptor that closes itself.
struct Descriptor {
  explicit Descriptor(int value_) : value(value_) {}
  ~Descriptor() {
    if (value >= 0) ::close(value);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  int value;
};

void sync_folder(const std::string& path) {
  const Descriptor folder(::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (folder.value < 0 || ::fsync(folder.value) != 0) failed("fsync of the folder");
}

void make_folder(const std::string& path) {
  if (::mkdir(path.c_str(), 0700) == 0) {
    sync_folder(std::filesystem::path(path).parent_path().string());
  } else if (errno != EEXIST) {
    failed("mkdir");
  }
}

bool is_hash(std::string_view text) {
  return text.size() == 64 &&
         std::all_of(text.begin(), text.end(), [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}

// 256 folders, so that none grows huge.
std::string folder_of(const std::string& path, std::string_view hash) {
  return path + "/" + std::string(hash.substr(0, 2));
}
std::string place_of(const std::string& path, std::string_view hash) {
  return folder_of(path, hash) + "/" + std::string(hash.substr(2));
}

}  // namespace

AttachmentFolder::AttachmentFolder(std::string path)
    : path_(std::filesystem::absolute(path).lexically_normal().string()) {
  while (path_.size() > 1 && path_.back() == '/') path_.pop_back();
  std::error_code error;
  std::filesystem::create_directories(path_, error);
  if (error) {
    errno = error.value();
    failed("mkdir");
  }
}

std::string AttachmentFolder::put(std::string_view content) {
  const auto hash = to_hex(sha256(content));
  const auto place = place_of(path_, hash);
  struct stat about {};
  if (::stat(place.c_str(), &about) == 0 && static_cast<std::size_t>(about.st_size) == content.size()) return hash;
  make_folder(folder_of(path_, hash));
  const auto temporary = place + ".new-" + to_string(new_id());
  try {
    {
      const Descriptor file(::open(temporary.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600));
      if (file.value < 0) failed("open");
      for (auto rest = content; !rest.empty();) {
        const auto written = ::write(file.value, rest.data(), rest.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) failed("write");
        rest.remove_prefix(static_cast<std::size_t>(written));
      }
      if (::fsync(file.value) != 0) failed("fsync");
    }
    if (::rename(temporary.c_str(), place.c_str()) != 0) failed("rename");
    sync_folder(folder_of(path_, hash));
  } catch (...) {
    ::unlink(temporary.c_str());
    throw;
  }
  return hash;
}

std::string AttachmentFolder::get(std::string_view sha256_hex) const {
  std::ifstream file;
  // Nothing but a hash ever becomes part of a path.
  if (is_hash(sha256_hex)) file.open(place_of(path_, sha256_hex), std::ios::binary);
  if (!file.is_open()) throw not_found("该附件的文件", "file of this attachment");
  std::string content((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
  if (to_hex(sha256(content)) != sha256_hex) {
    throw Problem(500, "file_damaged", "附件在服务器上已损坏。请联系系统管理员从备份恢复。",
                  "The attachment is damaged on the server. Ask the administrator to restore it from a backup.");
  }
  return content;
}

}  // namespace yizheng::store
