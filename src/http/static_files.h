// The built web application, read once at the start and kept in memory with its compressed forms.
#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>

#include "http/message.h"

namespace yizheng::http {

// One form of a file: as it is, or compressed.
struct FileForm {
  std::shared_ptr<const std::string> body;
  std::string etag;
  std::string_view encoding;  // "", "br", "gzip"
};

class StaticFiles {
 public:
  // Reads every file under `root`; "" for none. Uses FILE.br and FILE.gz where the build made them; else compresses
  // fast now, so that the server answers at once, and better in the background. Throws Problem `web_root_unreadable`.
  explicit StaticFiles(const std::string& root);
  ~StaticFiles();

  struct Found {
    FileForm form;
    std::string_view content_type;
    bool immutable = false;   // its name holds a hash of its content
    bool negotiated = false;  // other forms exist: Vary
  };
  // The file of a decoded path, in the best form accepted; index.html for a path without a dot that is no file.
  std::optional<Found> find(std::string_view path, std::string_view accept_encoding) const;

  bool empty() const { return files_.empty(); }
  void wait_for_compression();  // tests

 private:
  struct File {
    std::string content_type;
    bool immutable = false;
    FileForm plain;
    std::shared_ptr<const FileForm> br, gz;   // guarded by forms_
    bool br_final = false, gz_final = false;  // made by the build
  };
  void read(const std::string& root);
  void compress_better(const std::stop_token& stop);
  std::shared_ptr<const FileForm> form(const std::shared_ptr<const FileForm>& place) const;
  void replace(std::shared_ptr<const FileForm>& place, std::shared_ptr<const FileForm> better);

  mutable std::mutex forms_;
  std::map<std::string, std::unique_ptr<File>, std::less<>> files_;  // by path, "/assets/index-0a1b2c3d.js"
  std::jthread compressor_;
};

// The media type of a file's ending; "application/octet-stream" where unknown.
std::string_view media_type_of(std::string_view path);

}  // namespace yizheng::http
