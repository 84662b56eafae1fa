#include <fcntl.h>
#include <fmt/format.h>
#include <poll.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <string>

#include "base/problem.h"
#include "text/decode.h"
#include "text/formats.h"

namespace yizheng::text {
namespace {

// Where Debian, Fedora, Homebrew and by-hand installations put it. PATH is not asked: a server's may be anything.
constexpr const char* programs[] = {"/usr/bin/pdftotext", "/usr/local/bin/pdftotext", "/opt/homebrew/bin/pdftotext"};

const char* program() {
  for (const char* path : programs) {
    if (access(path, X_OK) == 0) return path;
  }
  throw Problem(
      503, "pdf_reader_missing", "本机没有 pdftotext,不能读取 PDF:请安装 poppler-utils(apt install poppler-utils)",
      "pdftotext is not installed, so PDFs cannot be read: install poppler-utils (apt install poppler-utils)");
}

class Descriptor {
 public:
  explicit Descriptor(int fd = -1) : fd_(fd) {}
  ~Descriptor() { reset(); }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  int get() const { return fd_; }
  void reset(int fd = -1) {
    if (fd_ >= 0) close(fd_);
    fd_ = fd;
  }

 private:
  int fd_;
};

Problem environment(const char* what) {
  return Problem(503, "pdf_reader_failed", fmt::format("不能启动 pdftotext({}):请稍后再试", what),
                 fmt::format("pdftotext cannot be started ({}): try again later", what));
}

void limit(int resource, rlim_t value) {
  const rlimit both{value, value};
  setrlimit(static_cast<__rlimit_resource>(resource), &both);
}

struct Outcome {
  std::string text, errors;
  int status = 0;
  bool too_long = false, too_large = false;
};

// The file as an anonymous one in memory, at descriptor 3 of the child; its output and its errors as pipes. Between
// fork and exec only system calls: other threads of a server may hold any lock.
Outcome run(const std::string& bytes, const DocumentLimits& limits) {
  const char* const path = program();
  Descriptor file(memfd_create("document.pdf", MFD_CLOEXEC));
  if (file.get() < 0) throw environment("memfd_create");
  for (std::size_t at = 0; at < bytes.size();) {
    const ssize_t size = write(file.get(), bytes.data() + at, bytes.size() - at);
    if (size <= 0) throw environment("write");
    at += static_cast<std::size_t>(size);
  }
  int out[2], err[2];
  if (pipe2(out, O_CLOEXEC) != 0) throw environment("pipe");
  Descriptor out_read(out[0]), out_write(out[1]);
  if (pipe2(err, O_CLOEXEC) != 0) throw environment("pipe");
  Descriptor err_read(err[0]), err_write(err[1]);
  const std::string seconds = std::to_string(limits.pdf_seconds);
  const char* const arguments[] = {path, "-enc", "UTF-8", "-eol", "unix", "/proc/self/fd/3", "-", nullptr};
  const char* const environment_of_child[] = {"LC_ALL=C", "HOME=/nonexistent", nullptr};
  const pid_t child = fork();
  if (child < 0) throw environment("fork");
  if (child == 0) {
    const int nothing = open("/dev/null", O_RDONLY);
    // Above 3 first, so that none of the four is overwritten before it is moved.
    const int f = fcntl(file.get(), F_DUPFD, 10), o = fcntl(out[1], F_DUPFD, 10), e = fcntl(err[1], F_DUPFD, 10);
    if (nothing < 0 || dup2(nothing, 0) < 0 || dup2(o, 1) < 0 || dup2(e, 2) < 0 || dup2(f, 3) < 0) _exit(126);
    close(f), close(o), close(e);
    limit(RLIMIT_CPU, static_cast<rlim_t>(limits.pdf_seconds));
    limit(RLIMIT_AS, 2ull << 30);
    limit(RLIMIT_FSIZE, 0);
    limit(RLIMIT_NOFILE, 64);
    limit(RLIMIT_CORE, 0);
    setpgid(0, 0);
    execve(path, const_cast<char* const*>(arguments), const_cast<char* const*>(environment_of_child));
    _exit(127);
  }
  out_write.reset();
  err_write.reset();
  Outcome outcome;
  const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(limits.pdf_seconds);
  pollfd ends[] = {{out_read.get(), POLLIN, 0}, {err_read.get(), POLLIN, 0}};
  char buffer[64 * 1024];
  while (ends[0].fd >= 0 || ends[1].fd >= 0) {
    const auto left =
        std::chrono::duration_cast<std::chrono::milliseconds>(deadline - std::chrono::steady_clock::now());
    if (left.count() <= 0) {
      outcome.too_long = true;
      break;
    }
    if (poll(ends, 2, static_cast<int>(left.count())) < 0 && errno != EINTR) break;
    for (int i = 0; i < 2; ++i) {
      if (ends[i].fd < 0 || ends[i].revents == 0) continue;
      const ssize_t size = read(ends[i].fd, buffer, sizeof buffer);
      if (size <= 0) {
        ends[i].fd = -1;
        continue;
      }
      std::string& to = i == 0 ? outcome.text : outcome.errors;
      if (i == 0 || to.size() < 4096) to.append(buffer, static_cast<std::size_t>(size));
    }
    if (outcome.text.size() > limits.unpacked) {
      outcome.too_large = true;
      break;
    }
  }
  if (outcome.too_long || outcome.too_large) kill(child, SIGKILL);
  while (waitpid(child, &outcome.status, 0) < 0 && errno == EINTR) {
  }
  if (WIFSIGNALED(outcome.status) && WTERMSIG(outcome.status) == SIGXCPU) outcome.too_long = true;
  return outcome;
}

}  // namespace

Document pdf_document(const std::string& bytes, const DocumentLimits& limits) {
  Outcome outcome = run(bytes, limits);
  if (outcome.too_large) {
    const auto megabytes = limits.unpacked >> 20;
    throw Problem(422, "document_expands", fmt::format("PDF 中的文字超过 {} MB,不予读取:请分成几个文件", megabytes),
                  fmt::format("the PDF holds more than {} MB of text and is not read: split it", megabytes));
  }
  if (outcome.too_long) {
    throw Problem(422, "document_timeout",
                  fmt::format("读取 PDF 超过 {} 秒:请分成几个文件,或另存为纯文本", limits.pdf_seconds),
                  fmt::format("reading the PDF took more than {} s: split it, or save it as text", limits.pdf_seconds));
  }
  if (outcome.errors.find("assword") != std::string::npos || outcome.errors.find("ncrypt") != std::string::npos) {
    throw Problem(422, "document_encrypted", "PDF 有密码或禁止提取文字:请先去掉密码再提交",
                  "the PDF is encrypted or forbids taking its text out: remove its password first");
  }
  if (!WIFEXITED(outcome.status) || WEXITSTATUS(outcome.status) != 0) {
    // 3: poppler's code for a PDF whose permissions forbid it.
    if (WIFEXITED(outcome.status) && WEXITSTATUS(outcome.status) == 127) throw environment("exec");
    throw Problem(422, "document_damaged", "PDF 已损坏,不能读取:请重新导出",
                  "the PDF is damaged and cannot be read: export it again");
  }
  const bool has_text = std::any_of(outcome.text.begin(), outcome.text.end(), [](char c) {
    return c != '\f' && c != '\n' && c != ' ' && c != '\r' && c != '\t';
  });
  if (!has_text) {
    throw Problem(422, "document_without_text", "PDF 里只有图片,没有文字:请先做文字识别(OCR),或提供可复制文字的版本",
                  "the PDF holds images and no text: run text recognition (OCR) on it, or give a version whose text "
                  "can be copied");
  }
  Document document;
  document.format = DocumentFormat::PDF;
  document.encoding = "UTF-8";
  Decoded decoded = decode(std::move(outcome.text));
  document.text = std::move(decoded.text);
  const auto pages = std::count(document.text.begin(), document.text.end(), '\f');
  std::size_t blank_pages = 0;
  for (std::size_t at = 0; at < document.text.size();) {
    const auto end = std::min(document.text.find('\f', at), document.text.size());
    blank_pages += document.text.find_first_not_of(" \n\t", at) >= end;
    at = end + 1;
  }
  if (blank_pages > 0 && pages > 1) {
    document.notes.push_back({"image_pages", fmt::format("有 {} 页没有文字(可能是图片),没有读取", blank_pages),
                              fmt::format("{} pages hold no text (images perhaps) and were not read", blank_pages)});
  }
  return document;
}

}  // namespace yizheng::text
