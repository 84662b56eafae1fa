#include "http/static_files.h"

#include <malloc.h>
#include <openssl/sha.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "http/compression.h"

namespace yizheng::http {
namespace {

namespace fs = std::filesystem;

constexpr std::pair<std::string_view, std::string_view> media_types[] = {
    {".html", "text/html; charset=utf-8"},
    {".js", "text/javascript; charset=utf-8"},
    {".mjs", "text/javascript; charset=utf-8"},
    {".css", "text/css; charset=utf-8"},
    {".json", "application/json"},
    {".webmanifest", "application/manifest+json"},
    {".svg", "image/svg+xml"},
    {".png", "image/png"},
    {".jpg", "image/jpeg"},
    {".webp", "image/webp"},
    {".ico", "image/x-icon"},
    {".woff2", "font/woff2"},
    {".woff", "font/woff"},
    {".txt", "text/plain; charset=utf-8"},
    {".xml", "application/xml"},
    {".wasm", "application/wasm"},
    {".map", "application/json"},
    {".pdf", "application/pdf"},
};

std::string content_hash(std::string_view content) {
  unsigned char digest[SHA256_DIGEST_LENGTH];
  SHA256(reinterpret_cast<const unsigned char*>(content.data()), content.size(), digest);
  std::string out;
  for (int i = 0; i < 10; ++i) out += fmt::format("{:02x}", digest[i]);
  return out;
}

// Vite's names: a dash and eight characters of base64url before the ending, in assets/.
bool hashed_name(std::string_view path) {
  if (path.find("/assets/") == std::string_view::npos) return false;
  const auto name = path.substr(path.rfind('/') + 1);
  const auto dot = name.find('.');
  if (dot == std::string_view::npos || dot < 9) return false;
  const auto mark = name.substr(dot - 9, 9);
  return mark[0] == '-' && std::all_of(mark.begin() + 1, mark.end(), [](char c) {
           return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '-';
         });
}

std::string read_whole(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::string content{std::istreambuf_iterator<char>(in), {}};
  if (!in) {
    throw Problem(500, "web_root_unreadable", "无法读取网页文件 " + path.string() + ",请检查路径和权限。",
                  "Cannot read the web file " + path.string() + ". Check the path and its permissions.");
  }
  return content;
}

std::shared_ptr<const FileForm> form_of(std::string body, const std::string& etag_stem, std::string_view encoding) {
  auto form = std::make_shared<FileForm>();
  form->body = std::make_shared<const std::string>(std::move(body));
  form->etag = "\"" + etag_stem + (encoding.empty() ? "\"" : encoding == "br" ? "-br\"" : "-gz\"");
  form->encoding = encoding;
  return form;
}

// Below this the headers weigh more than what is saved.
constexpr std::size_t worth_compressing = 600;

}  // namespace

std::string_view media_type_of(std::string_view path) {
  for (const auto& [ending, type] : media_types) {
    if (path.ends_with(ending)) return type;
  }
  return "application/octet-stream";
}

StaticFiles::StaticFiles(const std::string& root) {
  if (root.empty()) return;
  read(root);
  compressor_ = std::jthread([this](const std::stop_token& stop) { compress_better(stop); });
}

StaticFiles::~StaticFiles() = default;

void StaticFiles::read(const std::string& root) {
  std::error_code error;
  if (!fs::is_regular_file(fs::path(root) / "index.html", error)) {
    throw Problem(500, "web_root_unreadable", "文件夹 " + root + " 中没有 index.html,请先构建网页或更正路径。",
                  "The folder " + root + " has no index.html. Build the web application first or correct the path.");
  }
  for (const auto& entry : fs::recursive_directory_iterator(root)) {
    if (!entry.is_regular_file()) continue;
    const auto path = "/" + fs::relative(entry.path(), root).generic_string();
    const auto stem = path.substr(0, path.size() - std::min<std::size_t>(3, path.size()));
    if ((path.ends_with(".br") || path.ends_with(".gz")) && fs::exists(fs::path(root) / stem.substr(1))) continue;
    auto content = read_whole(entry.path());
    auto file = std::make_unique<File>();
    file->content_type = media_type_of(path);
    file->immutable = hashed_name(path);
    const auto hash = content_hash(content);
    if (compressible(file->content_type) && content.size() >= worth_compressing) {
      const auto prepared = [&](const char* ending, bool& final) -> std::string {
        const fs::path beside = entry.path().string() + ending;
        final = fs::is_regular_file(beside);
        return final ? read_whole(beside) : std::string();
      };
      auto br = prepared(".br", file->br_final);
      auto gz = prepared(".gz", file->gz_final);
      if (!file->br_final) br = brotli(content, 3);
      if (!file->gz_final) gz = gzip(content, 1);
      file->br = form_of(std::move(br), hash, "br");
      file->gz = form_of(std::move(gz), hash, "gzip");
    }
    file->plain = *form_of(std::move(content), hash, "");
    files_.emplace(path, std::move(file));
  }
}

// Not std::atomic<std::shared_ptr>: that of GCC 12 unlocks after a load without ordering it before the next store.
std::shared_ptr<const FileForm> StaticFiles::form(const std::shared_ptr<const FileForm>& place) const {
  const std::lock_guard lock(forms_);
  return place;
}

void StaticFiles::replace(std::shared_ptr<const FileForm>& place, std::shared_ptr<const FileForm> better) {
  const std::lock_guard lock(forms_);
  place.swap(better);
}

void StaticFiles::compress_better(const std::stop_token& stop) {
  // Brotli's last two levels take fifteen times as long for a few per cent; the build can make those.
  for (auto& [path, file] : files_) {
    if (stop.stop_requested()) return;
    const auto br = form(file->br);
    if (br && !file->br_final) {
      replace(file->br, form_of(brotli(*file->plain.body, 9), br->etag.substr(1, br->etag.size() - 5), "br"));
    }
    if (stop.stop_requested()) return;
    const auto gz = form(file->gz);
    if (gz && !file->gz_final) {
      replace(file->gz, form_of(gzip(*file->plain.body, 9), gz->etag.substr(1, gz->etag.size() - 5), "gzip"));
    }
  }
  malloc_trim(0);  // the encoders' windows are large, and never needed again
}

void StaticFiles::wait_for_compression() {
  if (compressor_.joinable()) compressor_.join();
}

std::optional<StaticFiles::Found> StaticFiles::find(std::string_view path, std::string_view accept_encoding) const {
  auto at = files_.find(path);
  if (at == files_.end()) {
    const auto name = path.substr(path.rfind('/') + 1);
    if (files_.empty() || name.find('.') != std::string_view::npos) return std::nullopt;
    at = files_.find("/index.html");
    if (at == files_.end()) return std::nullopt;
  }
  const auto& file = *at->second;
  Found found{file.plain, file.content_type, file.immutable, false};
  const auto br = form(file.br);
  const auto gz = form(file.gz);
  found.negotiated = br || gz;
  if (br && accepts_encoding(accept_encoding, "br")) {
    found.form = *br;
  } else if (gz && accepts_encoding(accept_encoding, "gzip")) {
    found.form = *gz;
  }
  return found;
}

}  // namespace yizheng::http
